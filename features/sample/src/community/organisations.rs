//! Businesses, groups, associations and schools of the sample.

use crate::{
    draw::{Palette, Sign},
    organisation::{
        OrganisationKind::{Association, Business, Cooperative, Group, Ngo, School},
        SampleOrganisation, organisation,
    },
    person::Level::{Basic, Fluent, Good, Native},
};

pub fn organisations() -> Vec<SampleOrganisation> {
    [makers(), stages(), tables(), learning()].concat()
}

fn makers() -> Vec<SampleOrganisation> {
    vec![
        organisation(
            "udongo-yard",
            "Udongo Pottery Yard",
            Cooperative,
            "en",
            "Nine potters, one kiln, and a shelf you may buy from.",
        )
        .about(
            "We share a yard, a kiln and the firewood bill. Each potter sells under her or his own name, and a tenth \
             of each sale repairs the kiln. Visitors may try the wheel on Saturdays.",
        )
        .offers("Pots, jars, cups and stoves; lessons on Saturday; firing for other potters.")
        .speaks(&[("sw", Native), ("en", Good), ("fr", Good)])
        .open([2, 4, 6], "08:00", "16:00")
        .checked("2026-10-28")
        .link("https://example.org/udongo")
        .logo(Sign::Pot, Palette::Clay),
        organisation(
            "sindano-cooperative",
            "Sindano Tailors' Cooperative",
            Cooperative,
            "sw",
            "Mashine kumi na moja, oda kubwa kwa wakati.",
        )
        .about(
            "Tunashona sare, mikoba na nguo za sherehe. Oda kubwa tunagawana sawa, na vipimo vinakaguliwa na mtu wa \
             pili. Wanafunzi wapya hupokelewa Januari na Julai.",
        )
        .offers("Sare za shule, mikoba, marekebisho ya nguo.")
        .speaks(&[("sw", Native), ("fr", Good), ("so", Good), ("en", Basic)])
        .open(1..=5, "07:30", "17:00")
        .open([6], "08:00", "12:00")
        .checked("2026-11-09")
        .logo(Sign::Thread, Palette::Lake),
        organisation(
            "jenga-bench",
            "Jenga Bench",
            Business,
            "en",
            "Chairs, tables and school desks, drawn and built here.",
        )
        .about(
            "Four carpenters and their learners. We dry our own timber and guarantee each joint for two years. The \
             drawing of our school desk is free to copy.",
        )
        .offers("Furniture to order; repair on Wednesday; training for six learners a year.")
        .speaks(&[("sw", Native), ("en", Good), ("ny", Good)])
        .open(1..=6, "07:00", "16:30")
        .checked("2026-09-30")
        .link("https://example.org/jenga-desk")
        .logo(Sign::Plane, Palette::Coffee),
    ]
}

fn stages() -> Vec<SampleOrganisation> {
    vec![
        organisation(
            "mto-sound",
            "Mto Sound",
            Group,
            "fr",
            "Un studio, une répétition ouverte, des chansons en six langues.",
        )
        .about(
            "Nous enregistrons, nous répétons, nous prêtons les instruments. Le mercredi soir, la porte reste \
             ouverte. Chaque chanson garde le nom de tous ceux qui l'ont faite.",
        )
        .offers("Enregistrement, mixage, prêt d'instruments, concerts.")
        .speaks(&[("fr", Fluent), ("sw", Fluent), ("ln", Fluent), ("so", Good)])
        .open([3, 5], "15:00", "19:00")
        .open([6], "10:00", "18:00")
        .checked("2026-11-02")
        .link("https://example.org/mto-sound")
        .logo(Sign::Note, Palette::Market),
        organisation("ngoma-twelve", "Ngoma Twelve", Group, "sw", "Wapigaji kumi na wawili, mdundo mmoja.")
            .offers("Maonyesho, mafunzo ya ngoma kwa watoto.")
            .speaks(&[("sw", Fluent), ("rn", Native)])
            .open([7], "14:00", "17:00")
            .checked("2026-08-16"),
        organisation(
            "alfajiri-dance",
            "Alfajiri Dance Company",
            Group,
            "en",
            "We rehearse at dawn and perform anywhere with a flat floor.",
        )
        .about(
            "Twelve dancers between nineteen and sixty-three. Our pieces begin with the way people walk, wait and \
             carry. We bring our own floor cloth.",
        )
        .offers("Performances, classes for women, costume hire.")
        .speaks(&[("en", Good), ("sw", Fluent), ("fr", Good), ("rw", Native)])
        .open([2, 4], "05:30", "07:30")
        .checked("2026-10-05")
        .link("https://example.org/alfajiri-dance")
        .logo(Sign::Dancer, Palette::Dusk),
        organisation(
            "jicho-photo",
            "Jicho Photo & Film",
            Business,
            "en",
            "Portrait studio, small film crew, prints by tomorrow.",
        )
        .about(
            "We ask before we photograph, we show you the picture, and you decide. Weddings, graduation days, product \
             pictures, short films.",
        )
        .offers("Portraits, prints, filming by the day, scanning of old photographs.")
        .speaks(&[("en", Fluent), ("sw", Fluent), ("fr", Good), ("so", Good)])
        .open(1..=6, "09:00", "17:30")
        .checked("2026-11-12")
        .logo(Sign::Lens, Palette::Clay),
    ]
}

fn tables() -> Vec<SampleOrganisation> {
    vec![
        organisation(
            "kivuli-mushrooms",
            "Kivuli Mushrooms",
            Business,
            "en",
            "Oyster mushrooms, fresh on Monday and Thursday.",
        )
        .about("Grown on clean straw in a cool shed. We sell fresh and dried, and starter bags with a lesson.")
        .offers("Fresh and dried mushrooms, spawn, training for growers.")
        .speaks(&[("en", Good), ("sw", Good), ("rw", Native)])
        .open([1, 4], "06:30", "11:00")
        .checked("2026-10-19")
        .logo(Sign::Mushroom, Palette::Coffee),
        organisation(
            "three-rounds",
            "Three Rounds Coffee",
            Business,
            "en",
            "Coffee roasted at the table. Stay for all three cups.",
        )
        .about(
            "The first cup is strong, the second is friendly, the third is for news. Bread comes warm at ten. \
             Meetings of up to thirty are welcome.",
        )
        .offers("Coffee ceremony, bread, a room for meetings.")
        .speaks(&[("am", Native), ("en", Basic), ("sw", Good)])
        .open(1..=7, "08:00", "20:00")
        .checked("2026-11-15")
        .logo(Sign::Cup, Palette::Maize),
        organisation(
            "dowa-seedlings",
            "Dowa Hills Seedlings",
            Business,
            "en",
            "Trees and vegetable seedlings from a family nursery.",
        )
        .offers("Mango, moringa, tomato, cabbage; compost by the bag.")
        .speaks(&[("ny", Native), ("en", Good)])
        .at("MW", "Dowa")
        .open(1..=6, "06:00", "15:00")
        .checked("2026-07-21")
        .logo(Sign::Seedling, Palette::Forest),
    ]
}

fn learning() -> Vec<SampleOrganisation> {
    vec![
        organisation(
            "taa-reading-room",
            "Taa Reading Room",
            Association,
            "en",
            "1,900 books, five languages, light until eight.",
        )
        .about(
            "A quiet room run by its readers. Lending is free, silence is voluntary, and Sunday is for reading aloud.",
        )
        .offers("Lending, homework hour, writing circle, Sunday stories.")
        .speaks(&[("en", Fluent), ("fr", Fluent), ("sw", Fluent), ("rn", Native), ("rw", Good)])
        .open(1..=5, "13:00", "20:00")
        .open([7], "14:00", "17:00")
        .checked("2026-11-06")
        .link("https://example.org/taa")
        .logo(Sign::Book, Palette::Indigo),
        organisation(
            "daraja-code-club",
            "Daraja Code Club",
            Group,
            "en",
            "We learn to program together, on whatever machine is there.",
        )
        .about(
            "Beginners on Tuesday, projects on Thursday. Every project must help somebody we can name. Our machines \
             are old and our programs are small, which is good for both.",
        )
        .offers("Beginners' classes, code review, small websites for community groups.")
        .speaks(&[("en", Good), ("sw", Good), ("fr", Good)])
        .open([2, 4], "16:00", "19:00")
        .checked("2026-10-30")
        .link("https://example.org/daraja-code")
        .logo(Sign::Brackets, Palette::Forest),
        organisation(
            "tujifunze-evening-school",
            "Tujifunze Evening School",
            School,
            "fr",
            "Lire, compter et passer l'examen, après le travail.",
        )
        .about(
            "Des cours du soir pour celles et ceux qui travaillent le jour. Huit enseignantes et enseignants, deux \
             salles, une règle : on peut toujours revenir.",
        )
        .offers("Alphabétisation, mathématiques, anglais, préparation aux examens.")
        .speaks(&[("fr", Fluent), ("sw", Fluent), ("en", Good)])
        .open(1..=4, "17:30", "20:00")
        .checked("2026-09-14")
        .logo(Sign::Lamp, Palette::Market),
        organisation(
            "afya-circle",
            "Afya Circle",
            Association,
            "sw",
            "Wauguzi na akina mama: maswali bila aibu, majibu ya kweli.",
        )
        .about(
            "Tunakutana kila Jumanne. Muuguzi mmoja yupo daima, na hakuna swali dogo. Kinachosemwa hapa hubaki hapa.",
        )
        .offers("Mazungumzo ya afya, huduma ya kwanza, ushauri wa lishe.")
        .speaks(&[("sw", Fluent), ("fr", Fluent), ("rn", Native), ("ny", Native)])
        .open([2], "14:00", "16:30")
        .checked("2026-11-17")
        .logo(Sign::Heart, Palette::Indigo),
        organisation(
            "nyota-sports",
            "Nyota Youth Sports",
            Association,
            "en",
            "Football and chess for 120 girls and boys.",
        )
        .about(
            "Two fields, thirty boards, one rule: school first. Older players coach younger ones and are paid in \
             boots.",
        )
        .offers("Training after school, a league in the dry season, chess on Sundays.")
        .speaks(&[("sw", Fluent), ("en", Good), ("rw", Good)])
        .open([1, 3, 5], "15:30", "18:00")
        .open([7], "13:00", "16:00")
        .checked("2026-10-11")
        .logo(Sign::Ball, Palette::Coffee),
        organisation(
            "far-and-near",
            "Far and Near",
            Ngo,
            "en",
            "Former residents on four continents who keep in touch and send what is asked for.",
        )
        .about(
            "We match a need with somebody who can meet it: a mentor, a crate of books, a fair order. We publish what \
             we spent each March.",
        )
        .offers("Mentors, books, small grants for tools, contacts to buyers.")
        .speaks(&[("en", Fluent), ("fr", Fluent), ("sw", Native)])
        .at("AU", "Brisbane")
        .checked("2026-11-01")
        .link("https://example.org/far-and-near")
        .logo(Sign::Bridge, Palette::Lake),
    ]
}
