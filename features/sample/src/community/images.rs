//! Photographers, filmmakers, radio people and designers of pictures.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    vec![
        person(
            "christelle-umuhozaliho",
            "Christelle Umuhozaliho",
            "en",
            "Photographer. I ask first, then I wait for the light.",
        )
        .about(
            "I photograph people at work, from the side where they like their face. Everyone in my pictures gets a \
             print. I teach young women to use the phone they already have, and we walk the lanes together at five in \
             the afternoon.",
        )
        .resident()
        .crafts(&["photographer", "teacher"])
        .skills(&["portrait", "phone photography", "printing"])
        .speaks(&[("rw", Native), ("en", Fluent), ("sw", Fluent), ("fr", Good)])
        .offers("A phone photography walk, four people, two hours.")
        .wants("Paper for small prints.")
        .open_to(&["collaborate", "hire-me", "teach", "judge"])
        .links(&["https://example.org/five-o-clock"])
        .member("jicho-photo", "Photographer")
        .looks(Look::new(Head::Twists).earrings().glasses().skin(3))
        .work(
            picture(
                ("Lane at five, March", 2025),
                ("Photograph, hand-tinted", "80 × 60 cm"),
                (Motif::Lane, Palette::Clay),
                "A lane between brick houses in evening light; washing on a line, two people walking home.",
            )
            .series("Five o'clock")
            .shared(),
        )
        .work(
            picture(
                ("Lane at five, July", 2025),
                ("Photograph, hand-tinted", "80 × 60 cm"),
                (Motif::Lane, Palette::Dusk),
                "The same lane under a pink sky; two people walk past lit windows.",
            )
            .series("Five o'clock"),
        ),
        person(
            "yuusuf-cabdilaahi-guray",
            "Yuusuf Guray",
            "en",
            "Filmmaker of short documentaries about how things are made.",
        )
        .about(
            "My films have few words and many hands. The last one follows a chair from log to classroom in nine \
             minutes. I edit on a borrowed laptop at night, and I show the cut to everybody in it before it is final.",
        )
        .resident()
        .crafts(&["filmmaker", "photographer"])
        .skills(&["camera", "editing", "interviews"])
        .speaks(&[("so", Native), ("en", Fluent), ("sw", Fluent), ("ar", Good)])
        .wants("A sound recordist for a film on water.")
        .open_to(&["collaborate", "hire-me", "mentor"])
        .links(&["https://example.org/guray-films"])
        .member("jicho-photo", "Film")
        .looks(Look::new(Head::Afro).bearded().skin(6))
        .work(picture(
            ("From log to classroom", 2024),
            ("Still from a film", "9 minutes"),
            (Motif::Film, Palette::Coffee),
            "A film frame: three people of different height cross a ridge with the sun low behind them.",
        )),
        person(
            "dieumerci-katembelwa",
            "Dieumerci Katembelwa",
            "fr",
            "Photographe de studio : mariages, diplômes, premiers anniversaires.",
        )
        .about(
            "Mon fond de studio est un drap bleu que trois familles ont déjà reconnu. Je sais faire rire un bébé et \
             attendre un grand-père. Les tirages sont prêts le lendemain.",
        )
        .resident()
        .crafts(&["photographer", "entrepreneur"])
        .skills(&["studio", "retouche légère", "accueil"])
        .speaks(&[("fr", Native), ("sw", Fluent), ("ln", Good)])
        .offers("Portraits pour un dossier ou un profil, le samedi matin.")
        .open_to(&["hire-me", "collaborate"])
        .member("jicho-photo", "Gérant du studio")
        .looks(Look::new(Head::Cap).skin(2))
        .work(
            picture(
                ("Un jeudi au studio", 2024),
                ("Photographie peinte", "60 × 80 cm"),
                (Motif::Sitter, Palette::Forest),
                "Portrait peint d'une personne au regard calme, entouré d'un mince cadre clair.",
            )
            .credit("Dieumerci Katembelwa, avec l'accord du modèle"),
        ),
        person(
            "rehema-songolwa",
            "Rehema Songolwa",
            "sw",
            "Mtangazaji wa redio; kipindi changu huanza na habari njema.",
        )
        .about(
            "Kila asubuhi ninasoma bei za soko, mikutano ya siku na barua moja ya msikilizaji. Ninahoji watu kwa \
             upole na ninakata maneno yangu, si yao. Nimefundisha vijana wanane kutumia kinasa sauti.",
        )
        .resident()
        .crafts(&["broadcaster", "storyteller"])
        .skills(&["utangazaji", "mahojiano", "kuhariri sauti"])
        .speaks(&[("sw", Native), ("en", Good), ("fr", Good), ("rw", Basic)])
        .offers("Dakika kumi za redio kwa kikundi chenye jambo la kusema.")
        .open_to(&["collaborate", "teach", "judge"])
        .looks(Look::new(Head::Scarf).skin(4)),
        person(
            "christian-ilungangwa",
            "Christian Ilungangwa",
            "fr",
            "Graphiste : affiches, logos, cartes de visite en deux couleurs.",
        )
        .about(
            "Deux couleurs suffisent quand la forme est juste. J'ai dessiné les signes de quatre associations et la \
             plupart des affiches de concert que vous avez vues. Je donne toujours les fichiers sources.",
        )
        .resident()
        .crafts(&["designer", "painter"])
        .skills(&["affiche", "logo", "mise en page", "logiciels libres"])
        .speaks(&[("fr", Native), ("sw", Good), ("en", Good)])
        .wants("Un petit traceur de découpe, même ancien.")
        .open_to(&["collaborate", "hire-me", "judge"])
        .links(&["https://example.org/ilungangwa-affiches"])
        .looks(Look::new(Head::Twists).bearded().skin(1))
        .work(
            picture(
                ("Saison sèche, saison des concerts", 2025),
                ("Sérigraphie, deux passages", "60 × 80 cm"),
                (Motif::Poster, Palette::Market),
                "Une affiche avec un oiseau au plumage imprimé, perché devant de larges anneaux de couleur.",
            )
            .series("Affiches")
            .shared(),
        )
        .work(
            picture(
                ("Douze carrés", 2023),
                ("Papier découpé", "60 × 80 cm"),
                (Motif::Abstract, Palette::Indigo),
                "Douze carrés remplis d'arcs, de rayures et de feuilles, traversés d'une ligne qui ondule.",
            )
            .series("Affiches"),
        ),
    ]
}
