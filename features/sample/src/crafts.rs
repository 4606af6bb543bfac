//! The words that say what somebody does, wants and is to Dzaleka, as codes that never change.

/// Every craft, as the code kept with a person.
pub const CRAFTS: &[&str] = &[
    "actor",
    "baker",
    "basket-maker",
    "broadcaster",
    "carpenter",
    "coach",
    "cook",
    "dancer",
    "designer",
    "electrician",
    "engineer",
    "entrepreneur",
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
    "software-developer",
    "storyteller",
    "tailor",
    "teacher",
    "translator",
    "weaver",
    "welder",
];

/// What somebody can be open to.
pub const OPEN_TO: &[&str] =
    &["collaborate", "hire-me", "mentor", "judge", "teach", "host-visitors", "volunteer", "invest"];
