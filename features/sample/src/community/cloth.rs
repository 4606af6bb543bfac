//! Tailors, designers of clothes and hairdressers.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    vec![
        person("zawadi-nabintu", "Zawadi Nabintu-Lolo", "sw", "Fundi wa mikoba ya kitenge yenye kushona mara mbili.")
            .about(
                "Mkoba wangu hubeba kilo kumi za unga bila kuchanika; ninaujaribu kabla ya kuuza. Ninachagua vitenge \
                 kwa jicho la mchoraji na ninashona mshono wa ndani ambao hakuna anayeuona. Wanafunzi wangu watatu \
                 sasa wana mashine zao.",
            )
            .resident()
            .crafts(&["tailor", "entrepreneur"])
            .skills(&["mikoba", "kukata kitambaa", "kufundisha ushonaji"])
            .speaks(&[("sw", Native), ("fr", Good), ("en", Good)])
            .offers("Mikoba kwa jumla, kuanzia ishirini, na mafunzo ya kushona zipu.")
            .wants("Zipu na uzi wa nguvu kwa bei ya jumla.")
            .open_to(&["collaborate", "teach", "hire-me"])
            .links(&["https://example.org/zawadi-mikoba"])
            .member("sindano-cooperative", "Mwenyekiti")
            .looks(Look::new(Head::Headwrap).skin(3))
            .work(
                picture(
                    ("Mikoba mitatu", 2025),
                    ("Kitenge, turubai, ngozi", "sm 30 × 35"),
                    (Motif::Bags, Palette::Dusk),
                    "Mikoba mitatu ya kitenge yenye vishikio virefu, mkubwa ukiwa katikati.",
                )
                .shared(),
            )
            .work(picture(
                ("Kitenge cha harusi", 2023),
                ("Kitenge kilichounganishwa", "m 2 × 1.5"),
                (Motif::Cloth, Palette::Market),
                "Kitambaa kilichochapishwa majani ya rangi tatu, chenye pindo mbili za maua.",
            )),
        person(
            "furaha-mapendano",
            "Furaha Mapendano",
            "fr",
            "Couturière : uniformes scolaires qui grandissent avec l'enfant.",
        )
        .about(
            "Je laisse quatre centimètres dans chaque ourlet, alors la robe dure deux ans. J'ai cousu plus de six \
             cents uniformes et je reconnais les miens de loin. Les mères savent que je tiens mes dates.",
        )
        .resident()
        .crafts(&["tailor"])
        .skills(&["uniformes", "patrons", "retouches"])
        .speaks(&[("fr", Fluent), ("sw", Native)])
        .open_to(&["hire-me", "teach"])
        .member("sindano-cooperative", "Couturière")
        .looks(Look::new(Head::Twists).earrings().skin(4)),
        person(
            "claudine-niyombarushe",
            "Claudine Niyombarushe",
            "en",
            "Fashion designer. One dress, four ways to wear it.",
        )
        .about(
            "I cut clothes that can be turned, tied and let out, because a good cloth should see many days. My first \
             collection was shown in a school hall with borrowed lamps; forty dresses, all sold. I sketch fast and \
             fit patiently.",
        )
        .resident()
        .crafts(&["tailor", "designer"])
        .skills(&["pattern cutting", "draping", "fashion drawing"])
        .speaks(&[("rw", Native), ("en", Good), ("sw", Good), ("fr", Basic)])
        .offers("A made-to-measure dress in two weeks.")
        .wants("A photographer and three models for the next collection.")
        .open_to(&["collaborate", "hire-me", "judge"])
        .links(&["https://example.org/claudine-four-ways"])
        .looks(Look::new(Head::Bun).skin(7))
        .work(
            picture(
                ("Four ways, no. 2", 2025),
                ("Wax-print cotton", "sizes 36 to 46"),
                (Motif::Dress, Palette::Dusk),
                "A knee-length dress of printed cloth with a dark belt and a bright neckline, on a hanger.",
            )
            .series(
                "Four ways",
            ),
        )
        .work(
            picture(
                ("Four ways, no. 5", 2025),
                ("Wax-print cotton", "sizes 36 to 46"),
                (Motif::Dress, Palette::Lake),
                "A wide dress in cool colours with a printed hem, on a hanger before a pale circle.",
            )
            .series(
                "Four ways",
            ),
        ),
        person(
            "ibraahin-guutaale",
            "Ibraahin Guutaale",
            "so",
            "Waxaan tolaa suudhadh iyo shaadhadh si fiican loo cabbiray.",
        )
        .about(
            "Shaqadaydu waa cabbirka saxda ah. Waxaan tolaa suudhka laba toddobaad gudahood, dayactirkana isla \
             maalinta. Ardayda cusub waan baraa sida loo gooyo dharka.",
        )
        .resident()
        .crafts(&["tailor", "shopkeeper"])
        .skills(&["suits", "measuring", "repairs"])
        .speaks(&[("so", Native), ("sw", Fluent), ("en", Good), ("ar", Good)])
        .open_to(&["hire-me", "teach"])
        .member("sindano-cooperative", "Tailor")
        .looks(Look::new(Head::Cap).bearded().skin(6)),
        person("wivine-kasongoyi", "Wivine Kasongoyi", "fr", "Brodeuse. Je raconte une semaine sur une seule nappe.")
            .about(
                "Mes nappes se lisent de gauche à droite : lundi le puits, jeudi le marché, dimanche la danse. Je \
                 brode à la main avec des fils que je teins. On me commande aussi des prénoms, et j'aime les prénoms \
                 longs.",
            )
            .resident()
            .crafts(&["tailor", "storyteller"])
            .skills(&["broderie", "teinture des fils"])
            .speaks(&[("fr", Native), ("ln", Fluent), ("sw", Good)])
            .open_to(&["collaborate", "hire-me", "teach"])
            .looks(Look::new(Head::Afro).earrings().skin(5))
            .work(
                picture(
                    ("Une semaine", 2024),
                    ("Coton brodé main", "140 × 140 cm"),
                    (Motif::Cloth, Palette::Lake),
                    "Une nappe à zigzags bleus et orange, avec deux bordures à pastilles.",
                )
                .shared(),
            ),
        person(
            "grace-lusambya",
            "Grâce Lusambya",
            "fr",
            "Coiffeuse : tresses fines, vanilles et conseils sans casse.",
        )
        .about(
            "Je tresse sans tirer, et on dort bien la première nuit. J'ai appris à six jeunes femmes, deux ont ouvert \
             leur salon. Je garde un carnet de dessins ; chaque tresse y a son nom.",
        )
        .resident()
        .crafts(&["hairdresser", "entrepreneur"])
        .skills(&["tresses", "soin des cheveux", "formation d'apprenties"])
        .speaks(&[("fr", Native), ("sw", Fluent), ("ln", Good), ("en", Basic)])
        .offers("Un apprentissage de trois mois, deux places à la fois.")
        .open_to(&["teach", "hire-me"])
        .looks(Look::new(Head::Braids).skin(2))
        .work(
            picture(
                ("Neuf rivières", 2025),
                ("Tresses et perles", "quatre heures"),
                (Motif::Braids, Palette::Market),
                "Une femme vue de dos : neuf longues tresses terminées par des perles de deux couleurs.",
            )
            .credit(
                "Grâce Lusambya, avec l'accord du modèle",
            ),
        ),
        person(
            "fabrice-ntumbarushi",
            "Fabrice Ntumbarushi",
            "sw",
            "Kinyozi na mtengeneza nywele; kiti changu kina masikio mazuri.",
        )
        .about(
            "Ninakata nywele za watoto bila machozi, siri yangu ni hadithi. Vijana huja kwa mtindo mpya, wazee huja \
             kwa mazungumzo. Saluni yangu ina taa ya jua, hivyo hatusimami giza likiingia.",
        )
        .resident()
        .crafts(&["hairdresser", "storyteller"])
        .skills(&["kukata nywele", "kusikiliza"])
        .speaks(&[("sw", Native), ("rn", Fluent), ("en", Basic)])
        .open_to(&["hire-me", "teach"])
        .looks(Look::new(Head::Short).skin(1)),
    ]
}
