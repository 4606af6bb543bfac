//! The pages of this room, one file each.

mod audit_log;
pub(crate) mod card;
mod claim;
mod confirm_recovery;
mod data;
mod desk;
mod desk_claims;
mod first;
pub(crate) mod fresh;
mod help_out;
mod invitations;
pub(crate) mod join;
mod join_passkey;
mod leave;
mod me;
mod my_help;
mod my_recovery;
mod outbox;
mod paper;
pub(crate) mod passkey_answers;
pub(crate) mod phone;
mod recover;
mod recover_link;
mod recover_people;
mod register;
pub(crate) mod security;
pub(crate) mod settings;
mod sign_in;
mod sign_in_passkey;
pub(crate) mod sign_out;
mod vouches;

pub(crate) use self::{
    audit_log::show_audit,
    card::{make_card, show_card},
    claim::{ask_claim_code, claim},
    confirm_recovery::{ask_reference, confirm_recovery},
    data::{show_data, take_data},
    desk::{desk_deed, show_desk},
    desk_claims::{ask_for_claim_code, make_claim_code},
    first::{ask_first, first},
    help_out::{act, ask_to_act, end_helping, help_out},
    invitations::{invite, show_invitations},
    join::{ask_language, ask_name, ask_rest, join},
    join_passkey::{ask_to_join, join_by_passkey},
    leave::{ask_to_leave, leave, stay},
    me::me,
    my_help::{make_spoken_code, my_help, want_help},
    my_recovery::{my_recovery, stop_recovery},
    outbox::{mark_printed, show_message, show_outbox},
    recover::{ask_card_code, recover},
    recover_link::{ask_for_link, open_link, send_link, use_link},
    recover_people::{ask_people, asked_people},
    register::{ask_to_register, register},
    sign_in::{ask_second_step, ask_to_sign_in, second_step, sign_in},
    sign_in_passkey::{ask_for_passkey, sign_in_by_passkey},
    sign_out::{forget_phone, sign_out, sign_out_asked},
    vouches::{show_vouches, vouch, withdraw_vouch},
};
