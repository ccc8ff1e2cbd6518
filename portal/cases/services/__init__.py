"""Use cases around cases and persons."""

from portal.cases.domain.guest_access import prolong_after_sending
from portal.cases.domain.lifecycle import locked
from portal.cases.services.access_letter import (
    PrintedLetter,
    forget_former_email,
    present_letter,
    print_letter,
    use_letter,
    withdraw_letter,
)
from portal.cases.services.answering import (
    answer_invitation,
    find_by_code,
    find_by_token,
    is_code_of,
    obstacle_to_answer,
    take_over,
)
from portal.cases.services.case import (
    admit_case,
    assign_jobcenter,
    begin_for_somebody,
    case_to_fill_in,
    open_prospective_case,
)
from portal.cases.services.colleague import invite_colleague
from portal.cases.services.guest import (
    GuestAccess,
    add_code,
    begin_as_guest,
    join_account,
    join_account_of_guest,
    keep_contact_address,
    refuse_code,
    renew_code,
    resume_as_guest,
)
from portal.cases.services.household_number import enter_household_number
from portal.cases.services.invitation import Ask, Sent, hand_over_draft, invite_helper, offer_help, withdraw_invitation
from portal.cases.services.language import note_language
from portal.cases.services.leaving import end_rights, erase_case, forget_case
from portal.cases.services.mandate import add_paper, check_paper, prepare_mandate, prepare_renewal
from portal.cases.services.own_post import ask_for_own_post, give_up_own_post
from portal.cases.services.person import PersonDetails, enter_members, name_persons
from portal.cases.services.preference import prefer_personal
from portal.cases.services.proof import settle_proof
from portal.cases.services.representation import (
    Representation,
    change_end,
    check_proof,
    record_representation,
)
from portal.cases.services.responsible import set_responsible
from portal.cases.services.seen import note_list, note_seen, note_seen_in_list
from portal.cases.services.standing import Grant, end_standing, extend_standing, grant_standing, store_standing

__all__ = [
    "Ask",
    "Grant",
    "GuestAccess",
    "PersonDetails",
    "PrintedLetter",
    "Representation",
    "Sent",
    "add_code",
    "add_paper",
    "admit_case",
    "answer_invitation",
    "ask_for_own_post",
    "assign_jobcenter",
    "begin_as_guest",
    "begin_for_somebody",
    "case_to_fill_in",
    "change_end",
    "check_paper",
    "check_proof",
    "end_rights",
    "end_standing",
    "enter_household_number",
    "enter_members",
    "erase_case",
    "extend_standing",
    "find_by_code",
    "find_by_token",
    "forget_case",
    "forget_former_email",
    "give_up_own_post",
    "grant_standing",
    "hand_over_draft",
    "invite_colleague",
    "invite_helper",
    "is_code_of",
    "join_account",
    "join_account_of_guest",
    "keep_contact_address",
    "locked",
    "name_persons",
    "note_language",
    "note_list",
    "note_seen",
    "note_seen_in_list",
    "obstacle_to_answer",
    "offer_help",
    "open_prospective_case",
    "prefer_personal",
    "prepare_mandate",
    "prepare_renewal",
    "present_letter",
    "print_letter",
    "prolong_after_sending",
    "record_representation",
    "refuse_code",
    "renew_code",
    "resume_as_guest",
    "set_responsible",
    "settle_proof",
    "store_standing",
    "take_over",
    "use_letter",
    "withdraw_invitation",
    "withdraw_letter",
]
