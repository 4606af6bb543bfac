//! Sentences that give nobody away and must stay whole.

use crate::find;

const SENTENCES: &[&str] = &[
    "The camp was opened in 1994 and holds more than 50,000 people.",
    "From 1994-2015 she lived in Malawi.",
    "The years 1994 - 2015 were hard.",
    "The season 2015/2016 was dry.",
    "A basket costs MWK 15,000.",
    "It costs $1,250.00 in Lilongwe.",
    "Prices from 1 500 000 francs to 2 000 000 francs.",
    "MWK 991 000 001 was raised.",
    "ISBN 978-3-16-148410-0 is his book.",
    "ISBN 9783161484100",
    "The workshop is on 2023-11-30.",
    "The workshop is on 12/03/2024.",
    "The workshop is on 05/06/2024 at 10:30.",
    "Doors open 08:00-17:00.",
    "Open 0800-1700 on weekdays.",
    "Version 2.10.3 of the program",
    "She was born in Burundi.",
    "He was born in 1990 in Uvira.",
    "Born in 1990, she came to Malawi in 2001.",
    "12 painters and 30 dancers took part.",
    "He walked 600 kilometres in 21 days.",
    "They won the cup 3-2 in 2019.",
    "The population is 53 412 people.",
    "About 265 000 000 people speak it.",
    "Chapter 7 of the second book",
    "The house has 3 rooms.",
    "A block of flats was built.",
    "The free zone for artists",
    "Meet us at the market on Saturday.",
    "Look at this. Point to it.",
    "She uses WhatsApp and Telegram every day.",
    "We opened our Facebook page in 2019.",
    "Like us at church: one, two, three, four!",
    "She is one of seven founders of the group.",
    "The whole family paints.",
    "In case 3 of them are late, start.",
    "100% of 2,500 plates were sold.",
    "images/1701234567890.jpeg is the picture.",
    "![Portrait](images/IMG_20231130_101500.jpg)",
    "See https://example.org/posts/1234567890 for more.",
    "Visit https://example.org/stories/2023/11/30/music.",
    "Il est né en 1990 au Burundi.",
    "Née en Ouganda, elle peint depuis 2015.",
    "Le camp compte 53 412 habitants.",
    "Le prix est de 25 000 000 francs.",
    "Le 3 novembre 2023, une exposition a eu lieu.",
    "Une grande famille de musiciens",
    "La zone des artistes",
    "Alizaliwa Burundi mwaka 1990.",
    "Kambi ina watu zaidi ya 50,000.",
    "Mkutano ni tarehe 12 Machi 2024 saa 10.",
    "Bei ni shilingi 15,000.",
    "Familia yetu inapenda muziki.",
    "Nyumba yetu ya sanaa ilianza 2015.",
    "Moja, mbili, tatu, twende!",
    "A recipe with 2 eggs, 3 onions and 4 tomatoes",
    "Score 24-18, 12-9 and 7-7.",
    "Temperature 23.5 to 31.2 degrees",
];

#[test]
fn plain_text_is_left_alone() {
    for sentence in SENTENCES {
        let found: Vec<_> = find(sentence).iter().map(|it| (it.kind, &sentence[it.start..it.end])).collect();
        assert!(found.is_empty(), "{sentence:?} gave {found:?}");
    }
}
