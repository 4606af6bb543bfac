//! Carpenters, welders, mechanics and electricians.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    vec![
        person("juma-kitengiye", "Juma Kitengiye", "sw", "Seremala wa viti, meza na vitanda visivyolia usiku.")
            .about(
                "Ninaunganisha mbao bila misumari mingi, kwa hiyo kiti hakichezi. Mbao zote ninazikausha miezi mitatu \
                 kabla ya kuzigusa. Vijana wanne wanajifunza kwangu, na kila mmoja huanza kwa kutengeneza kiti chake \
                 mwenyewe.",
            )
            .resident()
            .crafts(&["carpenter", "teacher"])
            .skills(&["viungo vya mbao", "viti", "kufundisha vijana"])
            .speaks(&[("sw", Native), ("ny", Good), ("en", Basic)])
            .offers("Viti kumi kwa wiki tatu, kwa shule au ukumbi.")
            .wants("Randa ya mkono na patasi nzuri.")
            .open_to(&["hire-me", "teach", "collaborate"])
            .member("jenga-bench", "Fundi mkuu")
            .looks(Look::new(Head::Short).bearded().skin(0))
            .work(
                picture(
                    ("Kiti cha bibi", 2025),
                    ("Mbao za mvinje, kitambaa", "sm 96"),
                    (Motif::Stool, Palette::Coffee),
                    "Kiti kirefu chenye nakshi za almasi mgongoni na mto wa kitambaa.",
                )
                .shared(),
            ),
        person(
            "ezechiel-mugishawima",
            "Ezéchiel Mugishawima",
            "en",
            "Carpenter. School desks that survive eleven-year-olds.",
        )
        .about(
            "I measured forty children before I drew my first desk. It has no sharp corner, one shelf, and a board \
             that can be turned when it is worn. Two hundred and ten stand in classrooms today.",
        )
        .resident()
        .crafts(&["carpenter", "designer"])
        .skills(&["school furniture", "technical drawing", "estimating"])
        .speaks(&[("rn", Native), ("en", Good), ("fr", Good), ("sw", Fluent)])
        .offers("Drawings of the desk, free for any school.")
        .open_to(&["collaborate", "hire-me", "mentor"])
        .member("jenga-bench", "Draws and estimates")
        .looks(Look::new(Head::Short).glasses().skin(3))
        .work(
            picture(
                ("Reading table", 2024),
                ("Pine, water-based varnish", "180 × 70 cm"),
                (Motif::Table, Palette::Lake),
                "A long table by a window, with a plant and books on it and light on the floor.",
            )
            .shared(),
        ),
        person("tesfaye-degualem", "Tesfaye Degualem", "en", "Welder: gates, window bars, cooking stoves.")
            .about(
                "A gate is the first thing a guest touches, so I round every edge. I draw suns and circles in iron \
                 from old rods and wheel rims. My stoves use half the charcoal; I have the numbers in a school \
                 notebook.",
            )
            .resident()
            .crafts(&["welder", "engineer"])
            .skills(&["arc welding", "stoves", "metal ornament"])
            .speaks(&[("am", Native), ("ti", Good), ("en", Good), ("sw", Good)])
            .wants("A bench grinder, shared if need be.")
            .open_to(&["hire-me", "teach", "collaborate"])
            .looks(Look::new(Head::Shaved).bearded().skin(5))
            .work(picture(
                ("Two suns", 2023),
                ("Iron rod and bicycle rims", "2.4 × 2 m"),
                (Motif::Gate, Palette::Clay),
                "An arched iron gate with a sun of rods in each wing, hills behind it.",
            )),
        person("shabani-mwinyikai", "Shabani Mwinyikai", "sw", "Fundi wa baiskeli. Nikisikia mlio, najua ugonjwa.")
            .about(
                "Nimetengeneza baiskeli zaidi ya elfu mbili, na ninakumbuka nyingi kwa jina la mwenyewe. Sehemu \
                 zilizochakaa sizitupi; hugeuka kuwa taa na vikapu vya chuma. Ijumaa ninakagua breki bure kwa \
                 wanafunzi.",
            )
            .resident()
            .crafts(&["mechanic"])
            .skills(&["baiskeli", "magurudumu", "kuchomelea"])
            .speaks(&[("sw", Native), ("ny", Good)])
            .offers("Ukaguzi wa breki bure siku ya Ijumaa.")
            .open_to(&["hire-me", "teach", "volunteer"])
            .looks(Look::new(Head::Cap).grey().bearded().skin(1))
            .work(picture(
                ("Ya Mwalimu", 2025),
                ("Baiskeli iliyojengwa upya", "inchi 28"),
                (Motif::Bicycle, Palette::Indigo),
                "Baiskeli ya bluu yenye kapu la kitambaa nyuma, mbele ya ukuta wa matofali.",
            )),
        person(
            "pascal-nduwarugiro",
            "Pascal Nduwarugiro",
            "fr",
            "Électricien solaire : de la lumière pour lire, coudre et coiffer.",
        )
        .about(
            "J'ai câblé onze ateliers et une salle de lecture avec des panneaux de seconde main. Je dessine toujours \
             le schéma et je le laisse à l'utilisateur. Une batterie bien soignée vit sept ans, je montre comment.",
        )
        .resident()
        .crafts(&["electrician", "teacher"])
        .skills(&["solaire", "câblage", "entretien des batteries"])
        .speaks(&[("rn", Native), ("fr", Fluent), ("sw", Good), ("en", Basic)])
        .offers("Visite et conseil avant tout achat de panneau.")
        .open_to(&["hire-me", "teach", "mentor"])
        .member("taa-reading-room", "S'occupe des lampes")
        .looks(Look::new(Head::Short).glasses().skin(2)),
        person(
            "consolate-irambara",
            "Consolate Irambara",
            "en",
            "Brick maker and mason. My walls are straight; you may bring a level.",
        )
        .about(
            "I lead a team of five women who mould, stack and lay. We mix ash into our bricks so that they burn \
             evenly. I read plans, order materials and finish the day with a swept site.",
        )
        .resident()
        .crafts(&["engineer", "entrepreneur"])
        .skills(&["masonry", "reading plans", "team lead"])
        .speaks(&[("rn", Native), ("sw", Good), ("en", Good)])
        .open_to(&["hire-me", "teach"])
        .looks(Look::new(Head::StrawHat).earrings().skin(4)),
    ]
}
