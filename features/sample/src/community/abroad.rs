//! Former residents, their children, and friends of Dzaleka.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    vec![
        person(
            "baraka-shindanwa",
            "Baraka Shindanwa",
            "en",
            "Abstract painter in Adelaide. Colour learnt in Dzaleka, light learnt here.",
        )
        .about(
            "I paint large, slow pictures built from twelve squares, like the quilts at my aunt's. I sit on juries \
             and I hang other people's work with care. When I visit, I bring paper and leave with ideas.",
        )
        .lives(FormerResident, "AU", "Adelaide")
        .crafts(&["painter", "teacher"])
        .skills(&["abstract painting", "hanging exhibitions", "grant applications"])
        .speaks(&[("sw", Native), ("en", Fluent), ("fr", Good)])
        .offers("Feedback on a portfolio, one artist a month.")
        .open_to(&["mentor", "judge", "collaborate", "invest"])
        .links(&["https://example.org/twelve-squares"])
        .member("far-and-near", "Art adviser")
        .looks(Look::new(Head::Locs).bearded().glasses().skin(1))
        .work(
            picture(
                ("Twelve squares, winter", 2025),
                ("Acrylic on canvas", "120 × 160 cm"),
                (Motif::Abstract, Palette::Lake),
                "Twelve squares with arcs, stripes and leaf shapes in cool blues and one orange; a loose line runs \
                 through.",
            )
            .series("Twelve squares"),
        )
        .work(
            picture(
                ("Twelve squares, aunt's quilt", 2024),
                ("Acrylic on canvas", "120 × 160 cm"),
                (Motif::Abstract, Palette::Maize),
                "Twelve squares in yellow, green and brick red, filled with quarter circles, stripes and discs.",
            )
            .series("Twelve squares")
            .shared(),
        ),
        person(
            "alain-bwengera",
            "Alain Bwengera",
            "en",
            "Civil engineer in Brisbane. I check drawings on Sunday afternoons.",
        )
        .about(
            "I design small bridges and drains, and I explain loads with rice and rulers. I mentor young builders by \
             video, one at a time. I once carried water in Dzaleka, so I take drains seriously.",
        )
        .lives(FormerResident, "AU", "Brisbane")
        .crafts(&["engineer"])
        .skills(&["structural drawing", "drainage", "mentoring"])
        .speaks(&[("fr", Native), ("sw", Fluent), ("en", Fluent)])
        .offers("One hour on your building plan, any Sunday.")
        .open_to(&["mentor", "invest", "volunteer"])
        .member("far-and-near", "Treasurer")
        .looks(Look::new(Head::Short).bearded().skin(4)),
        person(
            "mireille-lwaboshya",
            "Mireille Lwaboshya",
            "fr",
            "Infirmière à Lyon, marraine de deux cercles de lecture.",
        )
        .about(
            "Je travaille de nuit et je lis le matin. J'envoie chaque trimestre une caisse de livres choisis avec les \
             lectrices de là-bas. Je sais écrire un dossier de formation d'infirmière et je relis celui des autres.",
        )
        .lives(FormerResident, "FR", "Lyon")
        .crafts(&["nurse"])
        .skills(&["soins infirmiers", "dossiers de formation", "relecture"])
        .speaks(&[("fr", Fluent), ("sw", Native), ("en", Basic)])
        .offers("Relire une lettre de motivation en trois jours.")
        .open_to(&["mentor", "volunteer"])
        .member("far-and-near", "Livres")
        .looks(Look::new(Head::Braids).skin(2)),
        person(
            "faustin-kamondwe",
            "Faustin Kamondwe",
            "fr",
            "Professeur de mathématiques à Ottawa ; je corrige par téléphone.",
        )
        .about(
            "J'explique les fractions avec du pain et les dérivées avec des vélos. Vingt élèves m'envoient leurs \
             cahiers en photo le samedi. Les bonnes erreurs, je les garde dans un carnet.",
        )
        .lives(FormerResident, "CA", "Ottawa")
        .crafts(&["teacher"])
        .skills(&["mathématiques", "préparation aux examens"])
        .speaks(&[("rn", Native), ("fr", Fluent), ("en", Fluent), ("sw", Good)])
        .open_to(&["teach", "mentor", "judge"])
        .member("tujifunze-evening-school", "Professeur à distance")
        .looks(Look::new(Head::Shaved).grey().glasses().bearded().skin(3)),
        person(
            "aline-ingabirema",
            "Aline Ingabirema",
            "en",
            "I sell African homeware in Calgary and buy from makers I know by name.",
        )
        .about(
            "My shop stocks baskets, cups and table linen, each with the maker's own words on the tag. I pay half \
             with the order and half on loading. I tell makers what does not sell and why, which is worth more than a \
             compliment.",
        )
        .lives(FormerResident, "CA", "Calgary")
        .crafts(&["entrepreneur", "shopkeeper"])
        .skills(&["export", "product photos", "pricing"])
        .speaks(&[("rw", Native), ("en", Fluent), ("fr", Good), ("sw", Good)])
        .wants("Twelve makers who can deliver thirty pieces twice a year.")
        .open_to(&["invest", "mentor", "collaborate", "judge"])
        .links(&["https://example.org/by-name-homeware"])
        .looks(Look::new(Head::Twists).earrings().skin(6)),
        person(
            "samuel-getahunem",
            "Samuel Getahunem",
            "en",
            "Film student in Minneapolis, collecting my parents' songs.",
        )
        .about(
            "I record songs over the phone and draw the films that belong to them. I edit quickly and caption in \
             three languages. Next year I would like to film with people in Dzaleka, not about them.",
        )
        .lives(DiasporaBorn, "US", "Minneapolis")
        .crafts(&["filmmaker"])
        .skills(&["editing", "captions", "animation"])
        .speaks(&[("en", Native), ("am", Good)])
        .offers("Captions for a short film, free for first-time makers.")
        .open_to(&["collaborate", "volunteer"])
        .looks(Look::new(Head::Afro).skin(7))
        .work(
            picture(
                ("Song on a ridge", 2025),
                ("Still from an animation", "3 minutes"),
                (Motif::Film, Palette::Dusk),
                "A film frame: three walkers on a ridge, a yellow sun between dark bands of film.",
            )
            .shared(),
        ),
        person(
            "liya-mekuriyat",
            "Liya Mekuriyat",
            "en",
            "Web designer in Toronto. I make forms that people can finish.",
        )
        .about(
            "I test forms with my mother, who is honest. I care for contrast, big targets and words that fit on one \
             line in five languages. Two evenings a month belong to community projects.",
        )
        .lives(DiasporaBorn, "CA", "Toronto")
        .crafts(&["designer", "software-developer"])
        .skills(&["accessibility", "form design", "user testing"])
        .speaks(&[("en", Native), ("am", Fluent), ("fr", Good)])
        .offers("A review of your website, with a list of three things to mend.")
        .open_to(&["mentor", "volunteer", "judge", "collaborate"])
        .links(&["https://example.org/liya-forms"])
        .looks(Look::new(Head::Bun).glasses().skin(6)),
        person(
            "claude-hakundimana",
            "Claude Hakundimana",
            "sw",
            "Dereva wa treni Melbourne na kocha wa timu ya vijana.",
        )
        .about(
            "Kazi yangu inanifundisha kufika kwa wakati; timu yangu inanifundisha kucheka. Kila mwaka ninakusanya \
             viatu vya mpira na kuvituma kwa Nyota Sports. Ninajibu maswali ya vijana kuhusu shule za ufundi.",
        )
        .lives(FormerResident, "AU", "Melbourne")
        .crafts(&["coach", "mechanic"])
        .skills(&["ukocha", "ushauri wa masomo"])
        .speaks(&[("rn", Native), ("sw", Fluent), ("en", Fluent)])
        .open_to(&["mentor", "volunteer"])
        .member("nyota-sports", "Hukusanya viatu")
        .looks(Look::new(Head::Short).skin(0)),
        person(
            "hannah-lindqvall",
            "Hannah Lindqvall",
            "en",
            "Curator in Gothenburg. I read portfolios with tea and no hurry.",
        )
        .about(
            "I plan exhibitions of contemporary craft and write the wall texts last. I have hung work from Dzaleka \
             twice and would like to do it better a third time. I answer every artist who writes.",
        )
        .lives(Friend, "SE", "Gothenburg")
        .crafts(&["designer", "teacher"])
        .skills(&["curating", "wall texts", "shipping art"])
        .speaks(&[("sv", Native), ("en", Fluent), ("fr", Basic)])
        .offers("A written answer to a portfolio of ten pictures.")
        .open_to(&["judge", "mentor", "collaborate"]),
        person("tomas-ferrelim", "Tomás Ferrelim", "en", "Ceramics teacher in Porto, stubborn about safe glazes.")
            .about(
                "I test glazes without lead that melt at wood-fire heat, and I publish every recipe, also the \
                 failures. I would be glad to fire the same glaze in two places and compare.",
            )
            .lives(Friend, "PT", "Porto")
            .crafts(&["potter", "teacher"])
            .skills(&["glaze chemistry", "kilns"])
            .speaks(&[("pt", Native), ("en", Fluent), ("fr", Good), ("sw", Basic)])
            .offers("Glaze recipes, tested and free to copy.")
            .open_to(&["collaborate", "teach"])
            .links(&["https://example.org/ferrelim-glazes"]),
    ]
}
