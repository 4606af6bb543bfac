//! The pages of this room, one file each.

mod card;
mod join;
mod me;
pub(crate) mod phone;
mod sign_in;
mod sign_out;

pub(crate) use self::{
    card::{make_card, show_card},
    join::{ask_language, ask_name, ask_rest, join},
    me::me,
    sign_in::{ask_second_step, ask_to_sign_in, second_step, sign_in},
    sign_out::{forget_phone, sign_out, sign_out_asked},
};
