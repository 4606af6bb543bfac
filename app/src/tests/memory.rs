//! The number of the option is that of the allocator in this version of it.

use crate::memory;

#[test]
fn freed_memory_is_given_back_at_once() {
    assert_eq!(memory::delay(), 1000, "another option has this number now: see mi_option_e in mimalloc.h");
    memory::settle();
    assert_eq!(memory::delay(), 0);
}
