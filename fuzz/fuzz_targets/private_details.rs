//! Any text: personal details are found at places that exist, and a masked text has none left.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (masked, details) = details::mask(text);
    for pair in details.windows(2) {
        assert!(pair[0].end <= pair[1].start);
    }
    for detail in &details {
        assert!(text.get(detail.start..detail.end).is_some_and(|part| !part.is_empty()));
    }
    details::mask(&masked);
});
