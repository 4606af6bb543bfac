//! Potters, painters, weavers and basket makers.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    [potters(), painters(), weavers()].concat()
}

fn potters() -> Vec<SamplePerson> {
    vec![
        person("neema-mwambali", "Neema Mwambali", "sw", "Mfinyanzi wa vyungu vya kupikia, mitungi na vikombe.")
            .about(
                "Ninafinyanga udongo tangu nikiwa mdogo; mikono yangu inajua unene wa chungu bila kupima. Vyungu \
                 vyangu hupika maharagwe vizuri kwenye moto mdogo, hivyo mkaa unatosha kwa muda mrefu. Kila Jumamosi \
                 ninawafundisha watu watatu au wanne kando ya tanuri.",
            )
            .resident()
            .crafts(&["potter", "teacher"])
            .skills(&["kuchoma udongo kwa kuni", "vyungu vya kupikia", "kufundisha kwa vitendo"])
            .speaks(&[("sw", Native), ("fr", Good), ("en", Basic)])
            .offers("Masomo ya ufinyanzi siku ya Jumamosi, na vyungu kwa oda.")
            .wants("Mtu wa kunisaidia kupiga picha nzuri za vyungu vyangu.")
            .open_to(&["collaborate", "teach", "host-visitors"])
            .links(&["https://example.org/neema-vyungu"])
            .member("udongo-yard", "Mwalimu wa ufinyanzi")
            .looks(Look::new(Head::Headwrap).skin(2))
            .work(
                picture(
                    ("Vyungu vya nyumbani", 2025),
                    ("Udongo, moto wa kuni", "sm 12 hadi 34"),
                    (Motif::Pots, Palette::Clay),
                    "Vyungu vitano vyenye mistari ya rangi juu ya meza, kirefu zaidi katikati.",
                )
                .series("Jikoni")
                .shared(),
            )
            .work(
                picture(
                    ("Mtungi wa maji", 2024),
                    ("Udongo uliong'arishwa kwa jiwe", "sm 58"),
                    (Motif::TallJar, Palette::Coffee),
                    "Mtungi mrefu wa maji wenye mkanda wa nakshi, na chungu kidogo pembeni.",
                )
                .series("Jikoni"),
            ),
        person(
            "daudi-nzeyimwami",
            "Daudi Nzeyimwami",
            "en",
            "Potter and clay sculptor. Big jars are my favourite problem.",
        )
        .about(
            "I build large storage jars by hand, coil on coil, some as tall as a child of six. I dug and tested \
             eleven local clays before I found the mix that does not crack. I like to explain how a kiln works, and I \
             am slowly writing it down in Kiswahili and English.",
        )
        .resident()
        .crafts(&["potter"])
        .skills(&["coil building", "kiln building", "testing clay"])
        .speaks(&[("rn", Native), ("sw", Fluent), ("en", Good), ("fr", Good)])
        .offers("Help to plan a small wood kiln anywhere in Malawi, by message and drawings.")
        .wants("Somebody who knows glazes without lead.")
        .open_to(&["collaborate", "mentor", "teach", "hire-me"])
        .member("udongo-yard", "Kiln keeper")
        .looks(Look::new(Head::StrawHat).bearded().skin(1))
        .work(
            picture(
                ("Grain jar, no. 7", 2025),
                ("Coiled clay, wood-fired", "84 cm tall"),
                (Motif::TallJar, Palette::Clay),
                "A tall rounded jar with one patterned band, beside a small pot that reaches its knee.",
            )
            .shared(),
        )
        .work(picture(
            ("Bowls for a long table", 2023),
            ("Clay with white slip", "18 to 30 cm"),
            (Motif::Bowls, Palette::Market),
            "Three wide bowls with zigzag rims on a striped cloth, a round sun painted behind them.",
        )),
        person(
            "esperance-kabuyaya",
            "Espérance Kabuyaya",
            "fr",
            "Potière : tasses, théières et petits animaux en terre.",
        )
        .about(
            "J'aime les objets qu'on tient dans une main. Mes tasses sont fines et ne brûlent pas les doigts. Le \
             soir, je modèle des animaux pour les enfants du voisinage ; la tortue est celle qu'on me demande le plus.",
        )
        .resident()
        .crafts(&["potter", "teacher"])
        .skills(&["tournage", "modelage avec des enfants", "vente au marché"])
        .speaks(&[("fr", Native), ("sw", Fluent), ("ln", Good)])
        .offers("Ateliers de modelage pour dix enfants, terre fournie.")
        .open_to(&["collaborate", "teach", "hire-me"])
        .member("udongo-yard", "Potière")
        .looks(Look::new(Head::Braids).skin(4))
        .work(
            picture(
                ("Service du matin", 2025),
                ("Terre cuite noire, engobe", "tasse : 7 cm"),
                (Motif::Cups, Palette::Coffee),
                "Une haute cafetière noire et trois tasses fumantes sur une nappe imprimée.",
            )
            .shared(),
        ),
        person("hadiya-barwaaqo", "Hadiya Barwaaqo", "en", "I make incense burners and water cups from red clay.")
            .about(
                "My burners are pierced with a knitting needle, one hole at a time, about two hundred for a small \
                 one. People buy them for weddings and for the smell of home. I keep good accounts and can show you \
                 how I set my prices.",
            )
            .resident()
            .crafts(&["potter", "entrepreneur"])
            .skills(&["pierced clay", "pricing", "book-keeping"])
            .speaks(&[("so", Native), ("sw", Fluent), ("en", Good), ("ar", Basic)])
            .wants("A shop in Lilongwe that takes ten pieces a month.")
            .open_to(&["collaborate", "hire-me"])
            .links(&["https://example.org/barwaaqo-clay"])
            .looks(Look::new(Head::Scarf).skin(6))
            .work(picture(
                ("Five from one firing", 2024),
                ("Red clay, wood-fired", "9 to 26 cm"),
                (Motif::Pots, Palette::Dusk),
                "Five pots of different height in a row, with dotted and zigzag bands.",
            )),
        person(
            "amos-chikondwe",
            "Amos Chikondwe",
            "en",
            "Potter from a village near Dowa; I bring clay and stories on a bicycle.",
        )
        .about(
            "Our stream gives a grey clay that turns honey-coloured in the fire. I have supplied the pottery yard for \
             six years and fire my own pots in a pit, as my grandmother did. I know everybody who sells firewood \
             fairly.",
        )
        .lives(HostCommunity, "MW", "Dowa")
        .crafts(&["potter", "farmer"])
        .skills(&["pit firing", "finding clay"])
        .speaks(&[("ny", Native), ("en", Good), ("sw", Basic)])
        .offers("Clean clay by the bag, brought to the gate.")
        .open_to(&["collaborate", "host-visitors"])
        .member("udongo-yard", "Brings the clay")
        .looks(Look::new(Head::Short).bearded().grey().skin(0)),
    ]
}

fn painters() -> Vec<SamplePerson> {
    vec![
        person("olivier-makashi", "Olivier Makashi", "fr", "Peintre de grands murs, d'enseignes et de ciels d'orage.")
            .about(
                "Un mur vide me rend bavard. J'ai peint deux écoles, un salon de coiffure et la façade d'une \
                 boulangerie, toujours avec les gens qui y passent. Je mélange mes couleurs moi-même pour qu'elles \
                 tiennent trois saisons de pluie.",
            )
            .resident()
            .crafts(&["painter", "teacher"])
            .skills(&["fresque", "lettrage", "mélange des couleurs"])
            .speaks(&[("fr", Native), ("ln", Native), ("sw", Good), ("en", Basic)])
            .offers("Dessiner avec une classe la fresque de son école.")
            .wants("Des pinceaux larges et un échafaudage à partager.")
            .open_to(&["collaborate", "hire-me", "teach"])
            .links(&["https://example.org/makashi-murs"])
            .looks(Look::new(Head::Locs).bearded().skin(3))
            .work(
                picture(
                    ("Avant la pluie", 2025),
                    ("Acrylique sur toile", "80 × 60 cm"),
                    (Motif::Hills, Palette::Dusk),
                    "Un soleil bas sur trois rangs de collines, avec des rangées de maïs au premier plan.",
                )
                .series("Saisons"),
            )
            .work(
                picture(
                    ("L'arbre aux palabres", 2024),
                    ("Acrylique sur bois", "90 × 120 cm"),
                    (Motif::Tree, Palette::Forest),
                    "Un grand arbre rond devant le soleil ; quatre personnes vêtues de clair se tiennent dessous.",
                )
                .series("Saisons")
                .shared(),
            ),
        person(
            "selamawit-tirunesh",
            "Selamawit Tirunesh",
            "en",
            "Painter of birds, market women and coffee. ሥዕል ሕይወቴ ነው።",
        )
        .about(
            "I paint on flour sacks that I wash, stretch and prime. Birds come first in the morning, people after \
             coffee. My pictures hang in a clinic waiting room, and nurses tell me that children count the birds.",
        )
        .resident()
        .crafts(&["painter"])
        .skills(&["painting on sacking", "natural pigments", "framing"])
        .speaks(&[("am", Native), ("en", Good), ("sw", Good)])
        .offers("A morning of painting with found materials, for up to eight people.")
        .wants("A quiet corner to hang fifteen pictures for one month.")
        .open_to(&["collaborate", "teach", "host-visitors"])
        .looks(Look::new(Head::Bun).skin(5))
        .work(
            picture(
                ("Three on the washing line", 2025),
                ("Acrylic on flour sack", "80 × 60 cm"),
                (Motif::Birds, Palette::Indigo),
                "Three dark birds with patterned wings among leaves and wavy lines.",
            )
            .series("Morning birds"),
        )
        .work(
            picture(
                ("Seven heaps", 2024),
                ("Acrylic on flour sack", "100 × 75 cm"),
                (Motif::Market, Palette::Market),
                "Market stalls with heaps of fruit under three patterned umbrellas, baskets in front.",
            )
            .series("Morning birds")
            .shared(),
        )
        .work(picture(
            ("First cup", 2023),
            ("Acrylic on board", "60 × 45 cm"),
            (Motif::Cups, Palette::Maize),
            "A tall coffee pot and three cups with steam rising above a printed cloth.",
        )),
        person(
            "jeannine-iradukunze",
            "Jeannine Iradukunze",
            "en",
            "Illustrator for children's books. I draw what shy children would say.",
        )
        .about(
            "I make pictures for readers of five to eight, in ink and watercolour. Two of my books travel between \
             classrooms in a wooden box that a neighbour built. I work well with writers who send few words.",
        )
        .resident()
        .crafts(&["painter", "storyteller"])
        .skills(&["ink and watercolour", "picture books", "storyboards"])
        .speaks(&[("rw", Native), ("en", Fluent), ("fr", Good), ("sw", Good)])
        .open_to(&["collaborate", "hire-me", "judge"])
        .member("taa-reading-room", "Draws the posters")
        .looks(Look::new(Head::Afro).earrings().glasses().skin(2))
        .work(
            picture(
                ("A bird that could not whisper", 2025),
                ("Ink and watercolour, cover", "20 × 27 cm"),
                (Motif::Poster, Palette::Dusk),
                "A book cover with one large patterned bird standing on a branch before wide rings of colour.",
            )
            .credit("Jeannine Iradukunze, words by Divine Nshimirimwe"),
        ),
        person("kito-lwamba", "Kito Lwamba", "sw", "Mchoraji wa mabango ya maduka, herufi safi na rangi zinazodumu.")
            .about(
                "Duka lenye bango zuri hupata wateja hata siku ya mvua. Ninaandika kwa mkono, bila mashine, na \
                 ninamaliza bango moja kwa siku mbili. Ninapenda kusikiliza muuzaji kwanza, kisha ndipo nichore.",
            )
            .resident()
            .crafts(&["painter", "designer"])
            .skills(&["herufi za mkono", "mabango", "rangi za mafuta"])
            .speaks(&[("sw", Native), ("en", Basic)])
            .open_to(&["hire-me", "collaborate"])
            .looks(Look::new(Head::Cap).skin(8))
            .work(picture(
                ("Jua la asubuhi", 2024),
                ("Rangi ya mafuta kwenye bati", "sm 120 × 90"),
                (Motif::Sun, Palette::Market),
                "Jua kubwa lenye miale ya rangi tano juu ya vilima vyeusi.",
            )),
    ]
}

fn weavers() -> Vec<SamplePerson> {
    vec![
        person("odette-nyirabasare", "Odette Nyirabasare", "en", "Basket maker. Nkunda kuboha uduseke tw'amabara.")
            .about(
                "A good basket closes so well that it keeps groundnuts dry in the rains. I dye sisal with onion skin, \
                 beetroot and mud, and I never draw the pattern first. Six women weave with me on Tuesdays; we laugh \
                 a lot and finish on time.",
            )
            .resident()
            .crafts(&["basket-maker", "weaver"])
            .skills(&["sisal", "plant dyes", "leading a group"])
            .speaks(&[("rw", Native), ("sw", Good), ("en", Basic)])
            .offers("Baskets in sets, any size, in four to six weeks.")
            .wants("Honest buyers outside the camp who pay on delivery.")
            .open_to(&["collaborate", "teach", "hire-me"])
            .looks(Look::new(Head::Headwrap).grey().skin(1))
            .work(
                picture(
                    ("Star, seen from above", 2025),
                    ("Sisal and sweetgrass, plant dyes", "42 cm across"),
                    (Motif::Basket, Palette::Market),
                    "A round woven basket seen from above, its coils making a many-pointed star.",
                )
                .shared(),
            )
            .work(picture(
                ("Onion and mud", 2024),
                ("Sisal, plant dyes", "36 cm across"),
                (Motif::Basket, Palette::Coffee),
                "A round woven basket in earth colours, rings of dashes turning into petals.",
            )),
        person(
            "vestine-kankindira",
            "Vestine Kankindira",
            "fr",
            "Je tisse des nattes à dormir et des nattes à regarder.",
        )
        .about(
            "Une natte demande neuf jours quand les enfants sont à l'école. Je compte les brins à voix haute, c'est \
             ma façon de chanter. Mes motifs viennent des champs vus d'en haut.",
        )
        .resident()
        .crafts(&["weaver"])
        .skills(&["nattes", "teinture", "patience"])
        .speaks(&[("rn", Native), ("fr", Good), ("sw", Good)])
        .open_to(&["teach", "hire-me"])
        .looks(Look::new(Head::Headwrap).skin(0))
        .work(picture(
            ("Champs vus d'en haut", 2025),
            ("Papyrus et raphia", "90 × 140 cm"),
            (Motif::Mat, Palette::Maize),
            "Une natte à losanges emboîtés, bordée de deux rangs plus foncés, avec des franges.",
        )),
    ]
}
