//! Musicians, poets, storytellers, dancers and actors.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    [musicians(), poets(), stage()].concat()
}

fn musicians() -> Vec<SamplePerson> {
    vec![
        person(
            "patient-lubungo",
            "Patient Lubungo",
            "fr",
            "Guitariste de rumba, arrangeur, accordeur d'à peu près tout.",
        )
        .about(
            "Je joue la rumba lente, celle où l'on entend les doigts. J'arrange pour chorales et fanfares, et je \
             répare les guitares avec de la colle d'os et du temps. Le mercredi, la répétition est ouverte à qui veut \
             écouter.",
        )
        .resident()
        .crafts(&["musician", "teacher"])
        .skills(&["guitare", "arrangement", "lutherie simple"])
        .speaks(&[("fr", Native), ("ln", Native), ("sw", Good)])
        .offers("Cours de guitare par petits groupes, instruments prêtés.")
        .wants("Des cordes de guitare, même usagées.")
        .open_to(&["collaborate", "hire-me", "teach"])
        .links(&["https://example.org/lubungo-rumba"])
        .member("mto-sound", "Directeur musical")
        .looks(Look::new(Head::StrawHat).bearded().skin(4))
        .work(
            picture(
                ("Lente", 2024),
                ("Pochette d'album, gouache", "30 × 40 cm"),
                (Motif::Guitar, Palette::Dusk),
                "Une guitare penchée devant un disque de couleur, sur un fond de tissu imprimé.",
            )
            .credit("Dessin : Olivier Makashi"),
        ),
        person("amani-ruvubira", "Amani Ruvubira", "sw", "Mpiga ngoma na mtengenezaji wa ngoma kubwa.")
            .about(
                "Ngoma zangu huanza na gogo moja na subira ya miezi miwili. Tunapiga watu kumi na wawili pamoja, na \
                 kila mmoja anaongoza kwa zamu. Watoto hujifunza kwa vijiti na ndoo; mdundo hauhitaji pesa.",
            )
            .resident()
            .crafts(&["musician", "carpenter"])
            .skills(&["ngoma", "kuchonga gogo", "kufundisha watoto"])
            .speaks(&[("rn", Native), ("sw", Fluent), ("fr", Basic)])
            .offers("Onyesho la ngoma la dakika ishirini, au somo la asubuhi moja.")
            .open_to(&["collaborate", "hire-me", "teach", "host-visitors"])
            .member("ngoma-twelve", "Kiongozi wa mdundo")
            .looks(Look::new(Head::Shaved).skin(0))
            .work(
                picture(
                    ("Tatu za mwanzo", 2023),
                    ("Mti, ngozi, kamba", "sm 60 hadi 95"),
                    (Motif::Drums, Palette::Maize),
                    "Ngoma tatu zenye kamba na mikanda ya kitambaa, kubwa katikati na vijiti viwili juu yake.",
                )
                .shared(),
            ),
        person("hodan-ciilane", "Hodan Ciilane", "so", "Fannaanad iyo qoraa heeso; codkaygu waa gurigayga.")
            .about(
                "Waxaan qoraa heeso gaagaaban oo ku saabsan nolol-maalmeedka: shaaha, roobka, saaxiibbada. Waxaan la \
                 shaqeeyaa kooxda Mto Sound. Waan jeclahay inaan gabdhaha yaryar baro heesaha.",
            )
            .resident()
            .crafts(&["musician", "poet"])
            .skills(&["singing", "songwriting", "voice training"])
            .speaks(&[("so", Native), ("sw", Good), ("en", Good)])
            .open_to(&["collaborate", "teach"])
            .member("mto-sound", "Singer")
            .looks(Look::new(Head::Scarf).skin(5))
            .work(text(
                ("Shaah", 2025),
                ("Song text", "8 lines"),
                "A short song about tea shared before the rain.",
                "Shaaha kari, albaabka fur,\nroobku waa soo socdaa.\nKursigu waa laba,\naniga iyo adiga.\n\nSonkorta \
                 yaree,\nsheekada badi.\nRoobku ha da'o,\nguriga waa diirran yahay.",
            )),
        person("mulugeta-wondayo", "Mulugeta Wondayo", "am", "ክራር ተጫዋች። ለልጆች ዘፈን አስተምራለሁ።")
            .about("ክራርን ለሃያ ዓመት ተጫውቻለሁ። ልጆች በአንድ ወር ውስጥ የመጀመሪያ ዘፈናቸውን ይማራሉ። መሣሪያዎችን ከአሮጌ እንጨት እሠራለሁ።")
            .resident()
            .crafts(&["musician", "teacher"])
            .skills(&["krar", "instrument making"])
            .speaks(&[("am", Native), ("en", Good), ("sw", Basic)])
            .open_to(&["teach", "collaborate"])
            .looks(Look::new(Head::Short).grey().bearded().skin(6)),
        person(
            "tresor-mbayambu",
            "Trésor Mbayambu",
            "fr",
            "Ingénieur du son : j'enregistre avec deux micros et beaucoup de couvertures.",
        )
        .about(
            "Mon studio tient dans une pièce de six mètres carrés, et il sonne plus grand. J'ai mixé quarante \
             chansons, trois pièces radiophoniques et une leçon de chimie. Je travaille avec des logiciels libres et \
             j'explique ce que je fais.",
        )
        .resident()
        .crafts(&["musician", "broadcaster"])
        .skills(&["prise de son", "mixage", "montage audio"])
        .speaks(&[("fr", Native), ("sw", Fluent), ("ln", Fluent), ("en", Good)])
        .offers("Une première maquette gratuite pour les moins de vingt ans.")
        .open_to(&["collaborate", "hire-me", "mentor"])
        .member("mto-sound", "Ingénieur du son")
        .looks(Look::new(Head::Twists).glasses().skin(3)),
    ]
}

fn poets() -> Vec<SamplePerson> {
    vec![
        person(
            "divine-nshimirimwe",
            "Divine Nshimirimwe",
            "en",
            "Poet. Short lines, long walks. Ndandika buri gitondo.",
        )
        .about(
            "I write one page each morning before the queue at the tap gets long. My poems are read on the radio and \
             once on a bus. I lead a writing circle where nobody has to read aloud, and in the end everybody does.",
        )
        .resident()
        .crafts(&["poet", "teacher"])
        .skills(&["poetry", "editing", "writing circles"])
        .speaks(&[("rw", Native), ("en", Fluent), ("fr", Good), ("sw", Good)])
        .offers("A careful reader for your poem, within a week.")
        .wants("Poems in Kirundi that I can translate.")
        .open_to(&["collaborate", "mentor", "judge", "teach"])
        .links(&["https://example.org/divine-pages"])
        .member("taa-reading-room", "Leads the writing circle")
        .looks(Look::new(Head::Afro).earrings().skin(1))
        .work(
            text(
                ("Inventory of a morning", 2025),
                ("Poem", "10 lines"),
                "A poem that lists what a morning holds.",
                "One tap, two buckets, seven greetings.\nA cock with no sense of time.\nThe tailor oils his \
                 machine\nas if it were a child's hair.\n\nSomebody laughs behind a wall\nand the whole row laughs \
                 too,\nnot knowing why.\n\nWrite that down, I tell my hand.\nWrite the laugh.",
            )
            .shared(),
        )
        .work(picture(
            ("Notebook 14, page 3", 2024),
            ("Ink on paper", "15 × 21 cm"),
            (Motif::Page, Palette::Forest),
            "A sheet of paper with four verses in dark ink, a red pen beside it on a green table.",
        )),
        person("eric-byamungwe", "Éric Byamungwe", "fr", "Slameur. J'écris debout, je dis assis.")
            .about(
                "Mes textes partent d'un bruit : une tôle, une pompe, une craie. J'anime des scènes ouvertes où la \
                 règle est simple, trois minutes et pas d'insultes. J'ai publié deux petits livres agrafés à la main.",
            )
            .resident()
            .crafts(&["poet", "actor"])
            .skills(&["slam", "animation de scène", "petite édition"])
            .speaks(&[("fr", Native), ("sw", Native), ("en", Basic)])
            .open_to(&["collaborate", "hire-me", "judge"])
            .looks(Look::new(Head::Locs).skin(2))
            .work(
                text(
                    ("La tôle", 2024),
                    ("Slam", "9 vers"),
                    "Un texte sur la pluie qui tombe sur un toit de tôle.",
                    "La pluie apprend le tambour\nsur le toit de ma mère.\nElle n'a pas de maître,\nelle a toute la \
                     nuit.\n\nÀ chaque trou son seau,\nà chaque seau sa note.\nAu matin nous vidons\nune chanson \
                     entière\ndans le jardin.",
                )
                .shared(),
            ),
        person(
            "mama-chausiku",
            "Mama Chausiku Ramadhwani",
            "sw",
            "Msimulizi wa hadithi za sungura, mvua na watu wenye hekima kidogo.",
        )
        .about(
            "Nina hadithi mia moja kichwani na hakuna niliyoisimulia sawasawa mara mbili. Jioni watoto huleta mkeka, \
             mimi huleta sauti. Wanafunzi wameandika thelathini kati yake ili zisipotee.",
        )
        .resident()
        .crafts(&["storyteller"])
        .skills(&["hadithi", "methali", "kukumbuka"])
        .speaks(&[("sw", Native), ("bem", Good)])
        .offers("Jioni ya hadithi kwa watoto au kwa wageni.")
        .open_to(&["teach", "host-visitors", "collaborate"])
        .member("taa-reading-room", "Msimulizi")
        .looks(Look::new(Head::Headwrap).grey().skin(8))
        .work(
            text(
                ("Sungura na foleni", 2023),
                ("Hadithi fupi", "mistari 7"),
                "Hadithi ya sungura aliyetaka kuruka foleni ya maji.",
                "Sungura alifika kisimani, akaona foleni ndefu.\nAkasema: \"Mimi ni mdogo, ndoo yangu ni ndogo, \
                 nipite.\"\nKobe akajibu: \"Foleni nayo ni ndogo, ikiwa kila mtu anasimama.\"\nSungura \
                 akasimama.\nAlipofika mbele, jua lilikuwa limeshuka,\nlakini alikuwa na marafiki kumi na wawili,\nna \
                 maji yalikuwa yaleyale.",
            )
            .credit(
                "Imesimuliwa na Mama Chausiku, imeandikwa na wanafunzi wake",
            ),
        ),
        person(
            "fadhili-mutombwani",
            "Fadhili Mutombwani",
            "sw",
            "Mwandishi wa mashairi ya redio na maneno ya nyimbo.",
        )
        .about(
            "Ninaandika maneno ambayo mtu anaweza kuyaimba akifua nguo. Vipindi vya redio hunipa mada, mimi hurudisha \
             beti sita kabla ya jioni. Napenda kazi ya pamoja na wapiga gitaa wenye subira.",
        )
        .resident()
        .crafts(&["poet", "musician"])
        .skills(&["utenzi", "maneno ya nyimbo"])
        .speaks(&[("sw", Native), ("fr", Fluent), ("en", Good)])
        .open_to(&["collaborate", "hire-me"])
        .member("mto-sound", "Mwandishi")
        .looks(Look::new(Head::Short).bearded().skin(5)),
    ]
}

fn stage() -> Vec<SamplePerson> {
    vec![
        person("gloria-kabanyare", "Gloria Kabanyare", "en", "Dancer and choreographer. I count in four languages.")
            .about(
                "I make dances for three to thirty people, and I always start with how they already walk. My company \
                 rehearses before sunrise because the floor is cool. Grandmothers are welcome; they know the old \
                 steps better than I do.",
            )
            .resident()
            .crafts(&["dancer", "teacher"])
            .skills(&["choreography", "teaching beginners", "costume"])
            .speaks(&[("rw", Native), ("en", Fluent), ("sw", Fluent), ("fr", Good)])
            .offers("Dance classes for women on Thursday mornings.")
            .wants("A sprung floor, or the wood to build one.")
            .open_to(&["collaborate", "hire-me", "teach", "judge"])
            .links(&["https://example.org/alfajiri-dance"])
            .member("alfajiri-dance", "Founder and choreographer")
            .looks(Look::new(Head::Twists).earrings().skin(1))
            .work(
                picture(
                    ("Before the sun", 2025),
                    ("Dance for twelve", "18 minutes"),
                    (Motif::Dancers, Palette::Coffee),
                    "Three dancers in printed skirts with raised arms before a large pale circle.",
                )
                .credit("Drawing: Jeannine Iradukunze"),
            ),
        person("innocent-bigirimwavyi", "Innocent Bigirimwavyi", "fr", "Comédien et clown, spécialiste des silences.")
            .about(
                "Je joue dans les cours d'école, sans scène et sans micro. Mon clown perd toujours son chapeau, et ce \
                 sont les enfants qui le retrouvent. J'écris aussi de courtes pièces sur la santé, drôles d'abord, \
                 utiles ensuite.",
            )
            .resident()
            .crafts(&["actor", "teacher"])
            .skills(&["mime", "théâtre-forum", "écriture de sketches"])
            .speaks(&[("rn", Native), ("fr", Fluent), ("sw", Fluent)])
            .open_to(&["collaborate", "hire-me", "teach"])
            .looks(Look::new(Head::StrawHat).skin(3)),
        person("nadege-masikiro", "Nadège Masikiro", "fr", "Danseuse contemporaine et costumière.")
            .about(
                "Je danse avec le tissu : un pagne de six mètres est un partenaire exigeant. Mes costumes sont cousus \
                 pour tourner. J'apprends aux adolescentes à tomber sans se faire mal, ce qui sert aussi hors de la \
                 scène.",
            )
            .resident()
            .crafts(&["dancer", "tailor"])
            .skills(&["danse contemporaine", "costumes"])
            .speaks(&[("fr", Native), ("sw", Good), ("ln", Good)])
            .open_to(&["collaborate", "teach"])
            .member("alfajiri-dance", "Danseuse, costumes")
            .looks(Look::new(Head::Bun).skin(4))
            .work(
                picture(
                    ("Six mètres", 2024),
                    ("Affiche, papier découpé", "40 × 60 cm"),
                    (Motif::Abstract, Palette::Market),
                    "Une composition de carrés, d'arcs et de demi-cercles colorés, traversée d'une ligne souple.",
                )
                .series("Affiches")
                .shared(),
            ),
    ]
}
