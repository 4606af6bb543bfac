//! Passphrases and PINs: what is refused, and a pool that a wave cannot flood.

use std::time::{Duration, Instant};

use crate::{
    handle::Handle,
    passphrase::{Busy, Cost, Hasher, Passphrase, PassphraseRefusal, Pin, PinRefusal},
};

const CHEAP: Cost = Cost { memory: 64, passes: 1, lanes: 1 };

fn chosen(typed: &str) -> Result<(), PassphraseRefusal> {
    Passphrase::chosen(typed, &Handle::parse("amina").unwrap()).map(drop)
}

#[test]
fn any_eight_characters_that_nobody_guesses_first_are_taken() {
    for typed in [
        "mto unapita polepole",
        "xK4!mmpq",
        "ሰላም ለእናንተ ይሁን",
        "🐐🌽🌽🐐🌾🏺☔🌿",
        "  spaces  ",
        "tab\tand\nline\0",
        "correct horse",
        "le soleil se lève tôt",
        "7 goats, 3 hens",
        "48210957",
        "malawi is warm today",
    ] {
        assert_eq!(chosen(typed), Ok(()), "{typed}");
    }
}

#[test]
fn what_is_tried_first_is_refused() {
    use PassphraseRefusal::*;
    for (refusal, all) in [
        (
            TooShort,
            vec!["", "1234567", "xK4!mmp", "ሰላምሰላም", "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}"],
        ),
        (
            Common,
            vec![
                "password",
                "PassWord",
                "password1",
                "Password123!",
                "ｐａｓｓｗｏｒｄ",
                "iloveyou",
                "sunshine",
                "karibu123!",
                "hakunamatata",
                "dzaleka2024",
                "malawi!!!",
                "nakupenda",
                "motdepasse",
                "azertyuiop",
                "jesuschrist",
                "JesusIsLord1",
                "arsenal1234",
                "liverpool",
                "manchesterunited",
                "tpmazembe",
                "realmadrid7",
                "12345678",
                "87654321",
                "01234567890",
                "qwertyuiop",
                "asdfghjkl",
                "poiuytrewq",
                "abcdefgh",
                "1qaz2wsx",
                "aaaaaaaa",
                "abababab",
                "11112222",
                "12341234",
                "simbasimba",
                "        ",
                "15081990",
                "08/15/1990",
                "1990-08-15",
                "0991000123",
                "+265 991 000 123",
            ],
        ),
        (Own, vec!["aminaamina", "amina123", "Amina-2024", "animaanima", "123amina", "AMINA!!!"]),
    ] {
        for typed in all {
            assert_eq!(chosen(typed), Err(refusal), "{typed:?}");
        }
    }
}

#[test]
fn a_megabyte_is_refused_before_anything_is_made_of_it() {
    let (long, started) = ("x".repeat(1_000_000), Instant::now());
    for _ in 0..1_000 {
        assert_eq!(chosen(&long), Err(PassphraseRefusal::TooLong));
        assert_eq!(Passphrase::typed(&long).as_ref(), [0xff], "no text is");
    }
    assert!(started.elapsed() < Duration::from_millis(500), "{:?}", started.elapsed());
    assert_eq!(Passphrase::typed(&"é".repeat(512)).as_ref().len(), 1024);
    assert_eq!(Passphrase::typed(&"é".repeat(513)).as_ref(), [0xff]);
}

#[test]
fn keyboards_agree_and_nothing_else_is_changed() {
    let bytes = |typed: &str| Passphrase::typed(typed).as_ref().to_vec();
    assert_eq!(bytes("le\u{301}opard\u{a0}noir"), bytes("léopard noir"));
    for (one, other) in [("secret ", "secret"), ("Secret", "secret"), ("ｓecret", "secret"), ("ﬁle", "file")] {
        assert_ne!(bytes(one), bytes(other));
    }
    assert_eq!(format!("{:?}", Passphrase::typed("secret")), "a passphrase");
}

#[test]
fn the_list_is_sorted_whole_and_large() {
    let words: Vec<&str> = include_str!("../../data/common.txt").lines().collect();
    assert!(words.len() > 9_000);
    assert!(words.is_sorted_by(|one, next| one < next));
    assert!(words.iter().all(|word| word.len() >= 4 && *word == word.to_lowercase() && !word.contains(' ')));
}

#[test]
fn a_pin_is_six_digits_that_are_not_tried_first() {
    for typed in ["482163", "48 21 63", " 482163\n", "٤٨٢١٦٣"] {
        assert_eq!(Pin::chosen(typed).unwrap().as_ref(), b"482163", "{typed}");
    }
    for typed in ["", "48195", "4819577", "48195a", "48195é", &"4".repeat(1_000_000)] {
        assert_eq!(Pin::chosen(typed).map(drop), Err(PinRefusal::Shape));
    }
    for typed in
        ["123456", "654321", "890123", "321098", "000000", "121212", "123123", "199004", "041990", "200311", "159753"]
    {
        assert_eq!(Pin::chosen(typed).map(drop), Err(PinRefusal::Common), "{typed}");
    }
    let refused = (0..1_000_000).filter(|pin| Pin::chosen(&format!("{pin:06}")).is_err()).count();
    assert!((1_000..30_000).contains(&refused), "{refused} of a million are refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_is_known_again_and_no_other_is() {
    let hasher = Hasher::new(Cost::default(), 2, 10).unwrap();
    let secret = |typed| Passphrase::typed(typed);
    let kept = hasher.hash(secret("mto unapita")).await.unwrap();
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && kept.len() < 100, "{kept}");
    assert_ne!(kept, hasher.hash(secret("mto unapita")).await.unwrap(), "salted");
    assert_eq!(hasher.verify(Some(&kept), secret("mto unapita")).await, Ok(true));
    assert_eq!(hasher.verify(Some(&kept), secret("mto unapite")).await, Ok(false));
    assert_eq!(hasher.verify(None, secret("mto unapita")).await, Ok(false));
    assert!(!hasher.needs_rehash(&kept));
    // The same by argon2's own check: the format is the usual one.
    use argon2::{Argon2, PasswordVerifier};
    assert!(Argon2::default().verify_password(b"mto unapita", &argon2::PasswordHash::new(&kept).unwrap()).is_ok());
}

#[tokio::test]
async fn hashes_of_another_cost_are_read_and_marked_old() {
    let (old, new) = (Hasher::new(CHEAP, 1, 10).unwrap(), Hasher::new(Cost { memory: 128, ..CHEAP }, 1, 10).unwrap());
    let kept = old.hash("secret").await.unwrap();
    assert_eq!(new.verify(Some(&kept), "secret").await, Ok(true));
    assert!(new.needs_rehash(&kept) && !old.needs_rehash(&kept) && old.needs_rehash("nonsense"));
    let greedy = kept.replace("m=64", "m=4194304");
    let foreign = kept.replace("argon2id", "argon2d");
    for damaged in ["", "nonsense", &kept[..30], greedy.as_str(), &foreign] {
        assert_eq!(new.verify(Some(damaged), "secret").await, Ok(false), "{damaged}");
    }
    assert!(Hasher::new(Cost { passes: 0, ..CHEAP }, 1, 1).is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wave_of_a_thousand_uses_the_memory_of_two() {
    let hasher = Hasher::new(Cost::default(), 2, 1_000).unwrap();
    let before = resident();
    let wave: Vec<_> = (0..1_000)
        .map(|n| {
            tokio::spawn({
                let hasher = hasher.clone();
                async move { hasher.verify(None, format!("guess {n}")).await }
            })
        })
        .collect();
    for guess in wave {
        assert_eq!(guess.await.unwrap(), Ok(false));
    }
    assert!(hasher.benches() <= 2, "{} at once", hasher.benches());
    if let (Some(before), Some(after)) = (before, resident()) {
        assert!(after - before < 60 * 1024, "{before} KiB grew to {after} KiB");
    }
}

/// The most memory this process ever had, in KiB, where the system tells.
fn resident() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_finds_the_queue_full_is_told_at_once() {
    let hasher = Hasher::new(Cost { memory: 4096, passes: 4, lanes: 1 }, 1, 20).unwrap();
    let wave: Vec<_> = (0..200)
        .map(|_| {
            tokio::spawn({
                let hasher = hasher.clone();
                async move { (hasher.verify(None, "guess").await, Instant::now()) }
            })
        })
        .collect();
    let (mut done, mut busy) = (Vec::new(), Vec::new());
    for guess in wave {
        match guess.await.unwrap() {
            (Ok(false), at) => done.push(at),
            (Err(Busy), at) => busy.push(at),
            other => panic!("{other:?}"),
        }
    }
    assert!(done.len() >= 20 && !busy.is_empty(), "{} done, {} busy", done.len(), busy.len());
    assert!(busy.iter().max() < done.iter().max(), "refusals wait for nobody");
    assert_eq!(hasher.verify(None, "guess").await, Ok(false), "afterwards there is room again");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hangs_up_gives_the_place_back_and_floods_nothing() {
    let hasher = Hasher::new(Cost { memory: 4096, passes: 4, lanes: 1 }, 2, 50).unwrap();
    for _ in 0..500 {
        let gone = tokio::time::timeout(Duration::from_micros(50), hasher.verify(None, "guess")).await;
        assert!(!matches!(gone, Ok(Err(_))), "{gone:?}");
    }
    assert_eq!(hasher.verify(None, "guess").await, Ok(false));
    assert!(hasher.benches() <= 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn checking_nobody_is_the_same_work() {
    let hasher = Hasher::new(Cost::default(), 1, 10).unwrap();
    let kept = hasher.hash("secret").await.unwrap();
    let (cost, salt) = hasher.nobody();
    let known = argon2::PasswordHash::new(&kept).unwrap();
    assert_eq!((cost, salt), (&argon2::Params::try_from(&known).unwrap(), known.salt.unwrap().len()));
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..40 {
        for (kept, times) in [(Some(kept.as_str()), &mut known), (None, &mut unknown)] {
            let started = Instant::now();
            assert_eq!(hasher.verify(kept, "guess").await, Ok(false));
            times.push(started.elapsed());
        }
    }
    known.sort();
    unknown.sort();
    // The quickest quarter: what is left when the machine does nothing else.
    let (known, unknown) = (known[10].as_secs_f64(), unknown[10].as_secs_f64());
    assert!((0.7..1.4).contains(&(known / unknown)), "{known} s and {unknown} s");
}
