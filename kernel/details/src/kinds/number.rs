//! Small numbers in words, as patterns: of houses, blocks and days.

/// A word for a number up to a hundred in English, French or Kiswahili.
const WORD: &str = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cent|moja|pili|mbili|tatu|nne|tano|sita|saba|nane|tisa|kumi|ishirini|thelathini|arobaini|hamsini|sitini|sabini|themanini|tisini|mia)";

/// The words that follow what they count, so that `nyumba tatu` is three houses rather than house three.
pub const COUNTING: [&str; 12] =
    ["moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa", "kumi", "mia", "ishirini"];

/// A number in words: `nineteen`, `dix-neuf`, `kumi na tisa`.
pub fn in_words() -> String {
    format!(r"{WORD}(?:(?:[ \-]|[\s-](?:na|et|and)[\s-]){WORD}){{0,3}}\b")
}

/// The place of something in a row, or of a day in its month: `third`, `22nd`, `dixième`, `kwanza`.
pub fn ordinal() -> String {
    r"(?:\d{1,2}(?:st|nd|rd|th|er|[èe]re|[èe]me|e)|(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|premi[eè]re?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz)i[èe]me|seconde?|kwanza)".to_owned()
}
