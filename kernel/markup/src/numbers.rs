//! Which unquoted YAML values may become numbers: only those that can be written back as they were.

/// `0991000001`, `+265…`, `1_000`, `1.10` and numbers beyond 64 bits say more than a number keeps: they stay text.
pub(crate) fn stays_text(raw: &str) -> bool {
    let unsigned = raw.strip_prefix('-').unwrap_or(raw);
    let (mantissa, _) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, ""));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = digits(whole)
        && digits(fraction)
        && (whole == "0" || !whole.starts_with('0'))
        && (fraction == "0" || !fraction.ends_with('0'));
    !plain || raw == "-0" || too_long(raw, mantissa)
}

fn too_long(raw: &str, mantissa: &str) -> bool {
    let whole_number = !raw.contains(['.', 'e', 'E']);
    if whole_number {
        raw.parse::<i64>().is_err() && raw.parse::<u64>().is_err()
    } else {
        mantissa.trim_start_matches(['0', '.']).len() > 18
    }
}
