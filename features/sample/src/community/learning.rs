//! Teachers, translators, nurses, coaches and people who write software.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    [teachers(), coders()].concat()
}

fn teachers() -> Vec<SamplePerson> {
    vec![
        person(
            "beatrice-mukandekwe",
            "Béatrice Mukandekwe",
            "fr",
            "Institutrice. J'apprends à lire avec des étiquettes de boîtes.",
        )
        .about(
            "Dans ma classe de soixante-dix, chacun lit à voix haute au moins une fois par semaine. J'ai fabriqué un \
             alphabet avec des emballages, et les enfants corrigent les fautes des fabricants. J'aide aussi les \
             parents qui veulent apprendre, le soir, sans bruit.",
        )
        .resident()
        .crafts(&["teacher"])
        .skills(&["lecture", "matériel de classe", "alphabétisation des adultes"])
        .speaks(&[("rw", Native), ("fr", Fluent), ("sw", Good), ("en", Good)])
        .offers("Le cahier de l'alphabet, à copier librement.")
        .open_to(&["teach", "mentor", "collaborate"])
        .member("tujifunze-evening-school", "Enseignante")
        .looks(Look::new(Head::Headwrap).glasses().skin(1)),
        person(
            "halima-kisangwa",
            "Halima Kisangwa",
            "en",
            "Interpreter and translator: Kiswahili, English, French, and what people mean.",
        )
        .about(
            "I interpret in clinics, classrooms and meetings, and I say so when a word has no twin. I have translated \
             two health handbooks and a song book. I train new interpreters to keep secrets first and to speak second.",
        )
        .resident()
        .crafts(&["translator", "teacher"])
        .skills(&["interpreting", "subtitles", "training interpreters"])
        .speaks(&[("sw", Native), ("en", Fluent), ("fr", Fluent), ("ln", Good), ("ny", Basic)])
        .offers("Translation of one page within two days.")
        .open_to(&["hire-me", "teach", "volunteer"])
        .links(&["https://example.org/halima-words"])
        .looks(Look::new(Head::Scarf).skin(2)),
        person(
            "solange-ndayikezwa",
            "Solange Ndayikezwa",
            "fr",
            "Infirmière communautaire : mères, nouveau-nés, et questions sans honte.",
        )
        .about(
            "Je pèse, j'écoute, j'explique, dans cet ordre. Mon cercle du mardi réunit vingt mères ; elles posent les \
             questions, je n'apporte que les réponses sûres. Je forme les plus jeunes à prendre une tension \
             correctement.",
        )
        .resident()
        .crafts(&["nurse", "teacher"])
        .skills(&["soins maternels", "premiers secours", "causeries santé"])
        .speaks(&[("rn", Native), ("fr", Fluent), ("sw", Fluent), ("en", Basic)])
        .offers("Une formation de premiers secours pour votre groupe.")
        .open_to(&["teach", "volunteer", "mentor"])
        .member("afya-circle", "Infirmière")
        .looks(Look::new(Head::Bun).glasses().skin(3)),
        person(
            "emmanuel-rusimbukwa",
            "Emmanuel Rusimbukwa",
            "en",
            "Football coach. We train passing, losing well and homework.",
        )
        .about(
            "Eighty girls and boys train with me on two fields. Nobody plays on Saturday without a week of school. \
             Four of my players now referee, and they are stricter than I am.",
        )
        .resident()
        .crafts(&["coach", "teacher"])
        .skills(&["youth football", "refereeing", "organising leagues"])
        .speaks(&[("rw", Native), ("sw", Fluent), ("en", Good)])
        .wants("Thirty pairs of small boots, used.")
        .open_to(&["collaborate", "volunteer", "mentor"])
        .member("nyota-sports", "Head coach")
        .looks(Look::new(Head::Shaved).bearded().skin(0)),
        person(
            "josiane-tuyambazwe",
            "Josiane Tuyambazwe",
            "en",
            "I run a reading room with 1,900 books and one good lamp.",
        )
        .about(
            "I know which book brings a reader back. We lend for two weeks, and nine books of ten come home. On \
             Sundays we read aloud in five languages, one after the other, the same story.",
        )
        .resident()
        .crafts(&["teacher", "storyteller"])
        .skills(&["library", "cataloguing", "reading clubs"])
        .speaks(&[("rn", Native), ("en", Fluent), ("fr", Good), ("sw", Good)])
        .wants("Easy novels in Kiswahili and French.")
        .open_to(&["host-visitors", "collaborate", "volunteer"])
        .member("taa-reading-room", "Librarian")
        .looks(Look::new(Head::Afro).earrings().glasses().skin(4)),
        person(
            "bahati-mulumbwa",
            "Bahati Mulumbwa",
            "sw",
            "Kocha wa chesi. Hatua moja ya subira inashinda mbili za haraka.",
        )
        .about(
            "Nilianza na ubao mmoja uliochorwa kwenye boksi; leo tuna thelathini. Wasichana wangu wawili walishinda \
             mashindano ya wilaya. Ninafundisha pia hesabu kwa kutumia farasi na ngome.",
        )
        .resident()
        .crafts(&["coach", "teacher"])
        .skills(&["chesi", "hesabu", "kuandaa mashindano"])
        .speaks(&[("sw", Native), ("fr", Good), ("en", Good)])
        .open_to(&["teach", "judge", "volunteer"])
        .member("nyota-sports", "Kocha wa chesi")
        .looks(Look::new(Head::Short).glasses().skin(1)),
        person(
            "joyce-kamangeza",
            "Joyce Kamangeza",
            "en",
            "Midwife at a clinic near Dowa, twenty-two years of night shifts.",
        )
        .about(
            "I have met half of the football team on their first day. I answer questions from new mothers in Chichewa \
             and simple Kiswahili. Young nurses may walk with me for a week.",
        )
        .lives(HostCommunity, "MW", "Dowa")
        .crafts(&["nurse"])
        .skills(&["midwifery", "training"])
        .speaks(&[("ny", Native), ("en", Fluent), ("sw", Basic)])
        .open_to(&["mentor", "teach"])
        .member("afya-circle", "Adviser")
        .looks(Look::new(Head::Headwrap).grey().skin(8)),
    ]
}

fn coders() -> Vec<SamplePerson> {
    vec![
        person(
            "remy-habonayo",
            "Rémy Habonayo",
            "en",
            "Software developer. Small web programs that work on small phones.",
        )
        .about(
            "I write things that load before the bundle runs out: a timetable, a savings-group ledger, a chess clock. \
             I test on the oldest phone I can borrow. I review beginners' code every Thursday, kindly and line by \
             line.",
        )
        .resident()
        .crafts(&["software-developer", "teacher"])
        .skills(&["web development", "databases", "code review"])
        .speaks(&[("rn", Native), ("fr", Fluent), ("en", Fluent), ("sw", Good)])
        .offers("A website for a community group, in exchange for a good story.")
        .wants("Remote work of ten hours a week.")
        .open_to(&["hire-me", "collaborate", "mentor", "teach"])
        .links(&["https://example.org/habonayo", "https://example.org/savings-ledger"])
        .member("daraja-code-club", "Organiser")
        .looks(Look::new(Head::Twists).glasses().skin(2))
        .work(
            picture(
                ("Savings ledger", 2025),
                ("Web program, 38 KB", "phone and desktop"),
                (Motif::Screen, Palette::Lake),
                "A laptop and a phone showing the same ledger: three cards and a line that climbs.",
            )
            .shared(),
        ),
        person(
            "aimable-nsabiyumve",
            "Aimable Nsabiyumve",
            "sw",
            "Ninatengeneza simu na kompyuta; data yako inabaki yako.",
        )
        .about(
            "Ninafungua simu mbele ya mwenyewe na kumwonyesha tatizo kabla ya bei. Nimeokoa picha za harusi mara \
             nyingi. Jioni ninajifunza kuandika programu pamoja na klabu ya Daraja.",
        )
        .resident()
        .crafts(&["mechanic", "software-developer"])
        .skills(&["kutengeneza simu", "kuokoa data", "Linux"])
        .speaks(&[("rw", Native), ("sw", Fluent), ("en", Good)])
        .open_to(&["hire-me", "teach"])
        .member("daraja-code-club", "Mwanachama")
        .looks(Look::new(Head::Locs).bearded().skin(5)),
        person(
            "esther-phiriwano",
            "Esther Phiriwano",
            "en",
            "I teach first steps on a computer, and the second steps too.",
        )
        .about(
            "I come twice a week from Dowa with four laptops in a padded bag. My oldest learner is seventy-one and \
             writes letters to the newspaper. I never touch the learner's mouse.",
        )
        .lives(HostCommunity, "MW", "Dowa")
        .crafts(&["teacher"])
        .skills(&["computer basics", "typing", "patience"])
        .speaks(&[("ny", Native), ("en", Fluent), ("sw", Good)])
        .offers("A beginners' class for women, six evenings.")
        .open_to(&["teach", "volunteer"])
        .member("daraja-code-club", "Teacher")
        .looks(Look::new(Head::Braids).skin(0)),
        person(
            "ange-mwizerwa",
            "Ange Mwizerwa",
            "fr",
            "Développeuse débutante, dessinatrice d'écrans sur papier quadrillé.",
        )
        .about(
            "Je dessine chaque écran à la main avant d'écrire une ligne, et je le montre à ma tante : si elle \
             comprend, c'est bon. Mon premier projet aide un salon à noter ses rendez-vous. J'apprends vite et je \
             documente tout.",
        )
        .resident()
        .crafts(&["software-developer", "designer"])
        .skills(&["HTML et CSS", "maquettes", "tests avec des usagers"])
        .speaks(&[("rw", Native), ("fr", Fluent), ("en", Good), ("sw", Good)])
        .wants("Une mentore qui écrit du logiciel depuis longtemps.")
        .open_to(&["collaborate", "hire-me"])
        .member("daraja-code-club", "Membre")
        .looks(Look::new(Head::Braids).glasses().skin(3))
        .work(picture(
            ("Rendez-vous", 2025),
            ("Application web", "téléphone"),
            (Motif::Screen, Palette::Dusk),
            "Un ordinateur et un téléphone affichent le même agenda, avec des cartes de couleur.",
        )),
    ]
}
