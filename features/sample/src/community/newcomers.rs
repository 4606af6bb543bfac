//! People who have just joined and said only who they are: sparse profiles are normal, and look right.

use super::words::*;

pub fn people() -> Vec<SamplePerson> {
    vec![
        person("riziki-m", "Riziki M.", "sw", "Napenda kupika na kuimba kwaya.").resident(),
        person("kaka-chui", "Kaka Chui", "sw", "Rapa. Maneno mepesi, mizigo mizito."),
        person("mwalimu-jo", "Mwalimu Jo", "en", "I teach chemistry with kitchen things.").resident(),
        person("nuru-painter", "Nuru", "en", "Painter of small doors.").crafts(&["painter"]),
        person("dj-simba-mdogo", "DJ Simba Mdogo", "sw", "Muziki wa harusi, bila kelele kupita kiasi."),
        person("mama-tausiya", "Mama Tausiya", "sw", "Mfinyanzi wa majiko ya udongo.")
            .resident()
            .crafts(&["potter"])
            .speaks(&[("sw", Native)])
            .looks(Look::new(Head::Headwrap).skin(8)),
        person("yonas-t", "Yonas T.", "en", "Bicycle messenger, chess player, uncle."),
        person("chance-l", "Chance L.", "fr", "Je répare des radios et j'écoute tout."),
        person("papy-mabongo", "Papy Mabongo", "fr", "Sapeur le dimanche, maçon la semaine.")
            .looks(Look::new(Head::StrawHat).bearded().skin(2)),
        person("keza-w", "Keza W.", "rw", "Nkunda gusoma no kwandika inkuru ngufi."),
        person("abdi-sheeko", "Abdi Sheeko", "so", "Sheeko gaaban iyo shaah dheer."),
        person("thoko-near-dowa", "Thoko", "ny", "Ndimagulitsa mbewu ndi maluwa.").lives(HostCommunity, "MW", "Dowa"),
    ]
}
