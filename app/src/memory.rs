//! How memory is asked of the system, and given back.

use libmimalloc_sys::{mi_option_get, mi_option_set, mi_option_t};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `mi_option_purge_delay` of mimalloc.h, which the binding does not name: for how many milliseconds freed memory is kept.
const PURGE_DELAY: mi_option_t = 15;
/// What the allocator does by itself. Anything else under this number is another option.
const USUAL_DELAY: i64 = 1000;

/// Asks for pages of the usual size, and gives back at once what is no longer used. Huge pages kept 60 MB more than was
/// used; memory kept for a second was twice what opening pictures needs. Neither made answers faster
/// (bench/README.md).
pub fn settle() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::thread::disable_transparent_huge_pages(true) {
        eprintln!("The program goes on with huge pages of memory and will hold more of it: {error}");
    }
    if delay() == USUAL_DELAY {
        // SAFETY: sets a number that the allocator reads whenever it frees; no other thread runs yet.
        #[allow(unsafe_code)]
        unsafe {
            mi_option_set(PURGE_DELAY, 0);
        }
    }
}

/// For how many milliseconds freed memory is kept.
pub fn delay() -> i64 {
    // SAFETY: reads a number.
    #[allow(unsafe_code)]
    let delay = unsafe { mi_option_get(PURGE_DELAY) };
    #[allow(clippy::useless_conversion, reason = "a long of C is shorter elsewhere")]
    delay.into()
}
