//! Farmers, cooks, bakers, shopkeepers and traders.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    vec![
        person(
            "leoncie-baramfasha",
            "Léoncie Baramfasha",
            "en",
            "I grow oyster mushrooms in the dark. Turabihinga, tukabigurisha.",
        )
        .about(
            "A kilo of straw becomes half a kilo of mushrooms in five weeks, if you are clean and patient. I supply \
             two restaurants and one school kitchen. Fourteen growers started with bags from my shed.",
        )
        .resident()
        .crafts(&["farmer", "entrepreneur", "teacher"])
        .skills(&["mushrooms", "spawn", "training growers"])
        .speaks(&[("rw", Native), ("en", Good), ("sw", Good)])
        .offers("Starter bags with a lesson of one hour.")
        .wants("A used pressure cooker of twenty litres.")
        .open_to(&["collaborate", "teach", "mentor"])
        .member("kivuli-mushrooms", "Founder")
        .looks(Look::new(Head::Headwrap).glasses().skin(2)),
        person(
            "augustin-sebakunzi",
            "Augustin Sebakunzi",
            "fr",
            "Pépiniériste : moringa, manguiers greffés, légumes de case.",
        )
        .about(
            "Sur six mètres carrés, une famille peut cueillir des légumes toute l'année ; j'ai le plan. Je greffe le \
             manguier en août et j'en perds un sur dix. Mes voisins du village m'ont appris les terres, je leur \
             apprends la greffe.",
        )
        .resident()
        .crafts(&["farmer", "teacher"])
        .skills(&["greffe", "compost", "plans de potager"])
        .speaks(&[("rw", Native), ("fr", Fluent), ("sw", Good), ("ny", Good)])
        .offers("Plan de potager et vingt plants par famille.")
        .open_to(&["teach", "collaborate", "volunteer"])
        .looks(Look::new(Head::StrawHat).grey().bearded().skin(1))
        .work(
            picture(
                ("Cinq planches", 2025),
                ("Plan peint, gouache", "80 × 60 cm"),
                (Motif::Garden, Palette::Forest),
                "Un potager vu d'en haut : cinq planches de salades vertes et pourpres en rangs réguliers.",
            )
            .shared(),
        ),
        person(
            "mariamu-feruzani",
            "Mariamu Feruzani",
            "sw",
            "Mpishi wa pilau, maharagwe ya nazi na chapati za tabaka.",
        )
        .about(
            "Ninapika kwa watu kumi au mia mbili, na chumvi haibadiliki. Viungo ninasaga mwenyewe asubuhi ya siku \
             hiyo. Sufuria kubwa zote zina majina; ile ya Jumapili inaitwa Bi Kubwa.",
        )
        .resident()
        .crafts(&["cook", "entrepreneur"])
        .skills(&["pilau", "kupikia watu wengi", "kupanga bajeti"])
        .speaks(&[("sw", Native), ("fr", Basic), ("en", Basic)])
        .offers("Chakula kwa sherehe na mikutano, kwa oda ya siku tatu.")
        .open_to(&["hire-me", "collaborate", "teach"])
        .looks(Look::new(Head::Scarf).skin(3))
        .work(picture(
            ("Pilau ya Ijumaa", 2025),
            ("Wali, viungo, nyanya", "sahani ya watu wanne"),
            (Motif::Plate, Palette::Forest),
            "Sahani ya wali wa pilau, nyanya na sambusa, na bakuli mbili pembeni juu ya kitambaa.",
        )),
        person("almaz-wondifrawa", "Almaz Wondifrawa", "am", "ቡና አፈላለሁ፤ ዳቦ እጋግራለሁ። እንግዳ ሁሉ ቤተሰብ ነው።")
            .about("ቡናዬን በየቀኑ እቆላለሁ። ሦስት ዙር ቡና፣ ትኩስ ዳቦ እና ጥሩ ጨዋታ። ለስብሰባ እስከ ሠላሳ ሰው አስተናግዳለሁ።")
            .resident()
            .crafts(&["cook", "baker", "entrepreneur"])
            .skills(&["coffee roasting", "bread", "hosting"])
            .speaks(&[("am", Native), ("sw", Good), ("en", Basic)])
            .open_to(&["hire-me", "host-visitors", "teach"])
            .member("three-rounds", "Owner")
            .looks(Look::new(Head::Braids).skin(6))
            .work(picture(
                ("ሦስት ስኒ", 2024),
                ("ሸክላ እና ቡና", "3 cups"),
                (Motif::Cups, Palette::Clay),
                "ረጅም ጀበና እና ሦስት የሚጨሱ ስኒዎች በጥልፍ ጨርቅ ላይ።",
            )),
        person("prosper-ntahobaliye", "Prosper Ntahobaliye", "en", "Baker. First loaves at five, sold out by seven.")
            .about(
                "I bake in a clay oven that I built twice, the second time properly. Sweet buns on weekdays, plaited \
                 loaves for feasts. Three apprentices can now run the oven without me, which was the plan.",
            )
            .resident()
            .crafts(&["baker", "entrepreneur"])
            .skills(&["clay ovens", "sourdough", "stock keeping"])
            .speaks(&[("rn", Native), ("sw", Fluent), ("en", Good), ("fr", Good)])
            .offers("A day at the oven for anyone who wants to learn.")
            .wants("A fair lender for a flour mill.")
            .open_to(&["teach", "mentor", "hire-me"])
            .looks(Look::new(Head::Shaved).skin(4))
            .work(
                picture(
                    ("Twelve for the school", 2025),
                    ("Wheat, yeast, banana", "80 g each"),
                    (Motif::Bread, Palette::Indigo),
                    "Twelve round golden buns on a wooden board over a printed cloth.",
                )
                .shared(),
            ),
        person("sahra-xirsiyo", "Sahra Xirsiyo", "so", "Sambuus, xalwo iyo shaah. Albaabkaygu waa furan yahay.")
            .about(
                "Subax kasta waxaan sameeyaa boqol sambuus. Xalwada waxaan kariyaa maalmaha ciidda. Gabdho badan \
                 ayaan baray sida ganacsi yar loo bilaabo.",
            )
            .resident()
            .crafts(&["cook", "shopkeeper"])
            .skills(&["sambusa", "sweets", "small business"])
            .speaks(&[("so", Native), ("sw", Good), ("en", Basic)])
            .open_to(&["hire-me", "teach"])
            .looks(Look::new(Head::Scarf).skin(5)),
        person(
            "suleimani-kiloziwa",
            "Suleimani Kiloziwa",
            "sw",
            "Muuza duka: unga, sabuni, simu za mkopo na ushauri wa bure.",
        )
        .about(
            "Daftari langu la madeni lina kurasa chache kwa sababu ninajua kumsikiliza mteja. Ninauza kwa kipimo \
             kidogo ili kila mtu aondoke na kitu. Ninafundisha wauza maduka wapya kuweka hesabu kila jioni.",
        )
        .resident()
        .crafts(&["shopkeeper", "entrepreneur"])
        .skills(&["hesabu", "manunuzi", "kupanga duka"])
        .speaks(&[("sw", Native), ("ny", Fluent), ("en", Basic)])
        .open_to(&["mentor", "teach"])
        .looks(Look::new(Head::Cap).glasses().grey().skin(8)),
        person(
            "deqa-guuleedo",
            "Deqa Guuleedo",
            "en",
            "I make soap and body oil, and teach others to read the label.",
        )
        .about(
            "My soap has five ingredients and you can eat three of them. I keep batch numbers, so I know what was in \
             every bar since 2021. Nine women now make their own with my recipe and their own names on it.",
        )
        .resident()
        .crafts(&["entrepreneur", "teacher"])
        .skills(&["soap making", "quality records", "packaging"])
        .speaks(&[("so", Native), ("en", Fluent), ("sw", Fluent)])
        .offers("A weekend course in cold-process soap.")
        .wants("Advice on product standards in Malawi.")
        .open_to(&["collaborate", "mentor", "teach"])
        .links(&["https://example.org/deqa-soap"])
        .looks(Look::new(Head::Scarf).glasses().skin(7)),
        person(
            "david-mbewendo",
            "David Mbewendo",
            "en",
            "Maize and groundnut farmer in Dowa. I rent out oxen and opinions.",
        )
        .about(
            "My fields lie an hour's walk from Dzaleka. I buy baskets and furniture there and sell groundnuts by the \
             tin. Every June I lend a shed for drying, first come, first served.",
        )
        .lives(HostCommunity, "MW", "Dowa")
        .crafts(&["farmer"])
        .skills(&["groundnuts", "oxen", "storage"])
        .speaks(&[("ny", Native), ("en", Good), ("sw", Basic)])
        .open_to(&["collaborate", "host-visitors"])
        .member("dowa-seedlings", "Supplies compost")
        .looks(Look::new(Head::StrawHat).bearded().skin(0))
        .work(picture(
            ("What I see from the shed", 2024),
            ("Poster paint on cardboard", "50 × 40 cm"),
            (Motif::Hills, Palette::Forest),
            "Rows of tall maize before green hills, a yellow sun above them.",
        )),
    ]
}
