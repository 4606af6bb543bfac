//! Lines and paragraphs put together from sentences in three languages. `{}` stands for a craft.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::pick::one;

/// Sentences of one language.
pub struct Phrases {
    pub lang: &'static str,
    /// One name for each of [`crate::CRAFTS`], in its order.
    pub crafts: [&'static str; 30],
    pub lines: &'static [&'static str],
    pub sentences: &'static [&'static str],
    pub offers: &'static [&'static str],
    pub wants: &'static [&'static str],
    pub skills: &'static [&'static str],
}

pub const ENGLISH: Phrases = Phrases {
    lang: "en",
    crafts: [
        "actor",
        "baker",
        "basket maker",
        "radio presenter",
        "carpenter",
        "coach",
        "cook",
        "dancer",
        "designer",
        "electrician",
        "engineer",
        "trader",
        "farmer",
        "filmmaker",
        "hairdresser",
        "mechanic",
        "musician",
        "nurse",
        "painter",
        "photographer",
        "poet",
        "potter",
        "shopkeeper",
        "programmer",
        "storyteller",
        "tailor",
        "teacher",
        "translator",
        "weaver",
        "welder",
    ],
    lines: &[
        "A {} who finishes on the day agreed.",
        "Ten years a {}, still learning.",
        "I work as a {} and teach what I know.",
        "A {} with a full order book and a quiet voice.",
        "By day a {}, by evening a reader.",
        "The {} your neighbour told you about.",
        "A {} for weddings, schools and rainy days.",
        "I am a {}; ask me for a price first.",
    ],
    sentences: &[
        "I learnt to be a {} from an aunt who never raised her voice.",
        "My workshop opens at seven and closes when the light goes.",
        "People come back because the second order is as good as the first.",
        "I keep a notebook with every order since the beginning.",
        "On Saturdays I teach two or three young people, one task at a time.",
        "The tools are few and each of them is sharp.",
        "I like work that can be repaired.",
        "A good {} listens before measuring.",
        "I have sold to schools, clinics and one hotel in Lilongwe.",
        "When it rains we work inside and tell stories.",
        "I can send photographs of finished work within a day.",
        "My group shares orders so that nobody waits without work.",
        "I mix old patterns with what I see in the market.",
        "I write my prices on the wall, and they are the same for everybody.",
        "Last year we finished more than a hundred pieces together.",
        "I would like to show my work outside the camp one day.",
        "I speak with customers in the language they prefer.",
    ],
    offers: &[
        "Lessons for beginners on Saturday morning.",
        "Work to order, ready in two weeks.",
        "An honest look at your first pieces.",
        "A place to sit and try the tools.",
    ],
    wants: &[
        "A mentor who sells online.",
        "Better tools, also used ones.",
        "A partner for larger orders.",
        "A photographer for my work.",
    ],
    skills: &[
        "planning",
        "teaching",
        "pricing",
        "drawing",
        "book-keeping",
        "repair",
        "measuring",
        "public speaking",
        "first aid",
        "phone photography",
        "editing",
        "organising",
        "typing",
        "customer care",
    ],
};

pub const KISWAHILI: Phrases = Phrases {
    lang: "sw",
    crafts: [
        "mwigizaji",
        "mwokaji",
        "msusi wa vikapu",
        "mtangazaji",
        "seremala",
        "kocha",
        "mpishi",
        "mcheza ngoma",
        "mbunifu",
        "fundi umeme",
        "mhandisi",
        "mfanyabiashara",
        "mkulima",
        "mtengeneza filamu",
        "msusi",
        "fundi makanika",
        "mwanamuziki",
        "muuguzi",
        "mchoraji",
        "mpiga picha",
        "mshairi",
        "mfinyanzi",
        "mwenye duka",
        "mwandishi wa programu",
        "msimulizi",
        "fundi cherehani",
        "mwalimu",
        "mfasiri",
        "mfumaji",
        "mchomeleaji",
    ],
    lines: &[
        "Mimi ni {}; kazi yangu huisha siku tuliyokubaliana.",
        "Miaka kumi kama {}, bado ninajifunza.",
        "Ninafanya kazi ya {} na kufundisha ninachokijua.",
        "Mchana {}, jioni msomaji.",
        "Kama unatafuta {}, karibu.",
        "{} wa shule, harusi na siku za mvua.",
    ],
    sentences: &[
        "Nilijifunza kazi ya {} kwa shangazi yangu ambaye hakuwahi kupandisha sauti.",
        "Karakana yangu hufunguliwa saa moja asubuhi na kufungwa giza likiingia.",
        "Wateja hurudi kwa sababu oda ya pili ni nzuri kama ya kwanza.",
        "Nina daftari lenye kila oda tangu mwanzo.",
        "Jumamosi ninawafundisha vijana wawili au watatu, kazi moja kwa wakati mmoja.",
        "Vifaa vyangu ni vichache lakini vyote vina makali.",
        "Ninapenda kazi inayoweza kurekebishwa.",
        "{} mzuri husikiliza kabla ya kupima.",
        "Nimeuza kwa shule, zahanati na hoteli moja Lilongwe.",
        "Mvua ikinyesha tunafanya kazi ndani na kusimulia hadithi.",
        "Ninaweza kutuma picha za kazi iliyokamilika ndani ya siku moja.",
        "Kikundi chetu hugawana oda ili mtu asikae bila kazi.",
        "Bei zangu zimeandikwa ukutani, na ni zilezile kwa kila mtu.",
        "Mwaka jana tulikamilisha kazi zaidi ya mia moja pamoja.",
        "Ningependa kuonyesha kazi yangu nje ya kambi siku moja.",
    ],
    offers: &[
        "Masomo kwa wanaoanza, Jumamosi asubuhi.",
        "Kazi kwa oda, tayari baada ya wiki mbili.",
        "Ushauri wa kweli kuhusu kazi yako ya kwanza.",
    ],
    wants: &["Mshauri anayeuza mtandaoni.", "Vifaa bora, hata vilivyotumika.", "Mshirika kwa oda kubwa."],
    skills: &[
        "kupanga",
        "kufundisha",
        "hesabu",
        "kuchora",
        "kurekebisha",
        "kupima",
        "kuongoza kikundi",
        "huduma ya kwanza",
        "kuhariri",
        "kuuza",
    ],
};

pub const FRENCH: Phrases = Phrases {
    lang: "fr",
    crafts: [
        "comédien",
        "boulanger",
        "vannier",
        "animateur radio",
        "menuisier",
        "entraîneur",
        "cuisinier",
        "danseur",
        "graphiste",
        "électricien",
        "ingénieur",
        "commerçant",
        "agriculteur",
        "cinéaste",
        "coiffeur",
        "mécanicien",
        "musicien",
        "infirmier",
        "peintre",
        "photographe",
        "poète",
        "potier",
        "boutiquier",
        "développeur",
        "conteur",
        "couturier",
        "enseignant",
        "traducteur",
        "tisserand",
        "soudeur",
    ],
    lines: &[
        "Le métier de {}, les dates tenues.",
        "Dix ans de métier comme {}, et j'apprends encore.",
        "Je travaille comme {} et je transmets ce que je sais.",
        "Le jour {}, le soir lecture.",
        "Un travail de {} pour les écoles, les mariages et les jours de pluie.",
    ],
    sentences: &[
        "J'ai appris le métier de {} auprès d'une tante qui n'élevait jamais la voix.",
        "Mon atelier ouvre à sept heures et ferme quand la lumière s'en va.",
        "On revient chez moi parce que la deuxième commande vaut la première.",
        "Je garde un cahier avec toutes les commandes depuis le début.",
        "Le samedi, je forme deux ou trois jeunes, un geste à la fois.",
        "Les outils sont peu nombreux et tous bien affûtés.",
        "J'aime les choses qui se réparent.",
        "Pour être {}, il faut d'abord écouter, ensuite mesurer.",
        "J'ai vendu à des écoles, à un dispensaire et à un hôtel de Lilongwe.",
        "Quand il pleut, nous travaillons à l'intérieur et nous racontons.",
        "Je peux envoyer des photos du travail fini dans la journée.",
        "Notre groupe partage les commandes pour que personne n'attende.",
        "Mes prix sont écrits au mur, les mêmes pour tout le monde.",
        "L'an dernier, nous avons terminé plus de cent pièces ensemble.",
        "J'aimerais montrer un jour mon travail hors du camp.",
    ],
    offers: &[
        "Cours pour débutants, le samedi matin.",
        "Travail sur commande, prêt en deux semaines.",
        "Un regard honnête sur vos premières pièces.",
    ],
    wants: &[
        "Un mentor qui vend en ligne.",
        "De meilleurs outils, même usagés.",
        "Un partenaire pour de grandes commandes.",
    ],
    skills: &[
        "planification",
        "formation",
        "calcul des prix",
        "dessin",
        "réparation",
        "mesure",
        "prise de parole",
        "premiers secours",
        "montage",
        "vente",
    ],
};

impl Phrases {
    /// One line about a craft (its place in [`crate::CRAFTS`]).
    pub fn line(&self, rng: &mut ChaCha8Rng, craft: usize) -> String {
        let mut line = filled(one(rng, self.lines), self.crafts[craft]);
        if let Some(first) = line.get(..1).map(str::to_uppercase) {
            line.replace_range(..1, &first);
        }
        line
    }

    /// Three to six different sentences, 20 to 80 words.
    pub fn about(&self, rng: &mut ChaCha8Rng, craft: usize) -> String {
        let (first, step) = (rng.random_range(0..self.sentences.len()), rng.random_range(1..3));
        let mut about = String::with_capacity(480);
        for nth in 0..rng.random_range(3..=6) {
            if nth > 0 {
                about.push(' ');
            }
            about.push_str(&filled(self.sentences[(first + nth * step) % self.sentences.len()], self.crafts[craft]));
        }
        about
    }
}

fn filled(sentence: &str, craft: &str) -> String {
    match sentence.split_once("{}") {
        Some((before, after)) => [before, craft, after].concat(),
        None => sentence.to_owned(),
    }
}
