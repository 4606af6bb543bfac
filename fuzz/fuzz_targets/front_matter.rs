//! Any bytes as a file of a community's folder: read or refused, never a panic; what was read is written and read
//! back the same.

#![no_main]

use libfuzzer_sys::fuzz_target;

const ENDINGS: [&str; 6] = ["md", "html", "txt", "mdx", "json", "yaml"];

fuzz_target!(|input: (u8, &[u8])| {
    let ending = ENDINGS[usize::from(input.0) % ENDINGS.len()];
    let Ok(reads) = markup::read(ending, input.1) else { return };
    for read in reads {
        let written = markup::write(&read.fields, &read.body);
        let again = markup::read("md", written.as_bytes()).expect("what we write can be read");
        assert_eq!((&again[0].fields, &again[0].body), (&read.fields, &read.body));
        markup::markdown(&read.body);
        markup::html(&read.body);
        markup::seo(&read.fields);
    }
});
