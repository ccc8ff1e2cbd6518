"""Use cases around cases and persons."""

from portal.cases.services.access_letter import (
    PrintedLetter,
    forget_former_email,
    present_letter,
    print_letter,
    use_letter,
    withdraw_letter,
)
from portal.cases.services.case import admit_case, assign_jobcenter, case_to_fill_in, open_prospective_case
from portal.cases.services.guest import (
    GuestAccess,
    begin_as_guest,
    join_account,
    join_account_of_guest,
    keep_contact_address,
    refuse_code,
    renew_code,
    resume_as_guest,
)
from portal.cases.services.leaving import end_rights, forget_case
from portal.cases.services.own_post import ask_for_own_post, give_up_own_post
from portal.cases.services.person import PersonDetails, enter_members, name_persons
from portal.cases.services.representation import (
    Representation,
    change_end,
    check_proof,
    record_representation,
)
from portal.cases.services.seen import note_list, note_seen
from portal.cases.services.standing import Grant, end_standing, grant_standing, store_standing

__all__ = [
    "Grant",
    "GuestAccess",
    "PersonDetails",
    "PrintedLetter",
    "Representation",
    "admit_case",
    "ask_for_own_post",
    "assign_jobcenter",
    "begin_as_guest",
    "case_to_fill_in",
    "change_end",
    "check_proof",
    "end_rights",
    "end_standing",
    "enter_members",
    "forget_case",
    "forget_former_email",
    "give_up_own_post",
    "grant_standing",
    "join_account",
    "join_account_of_guest",
    "keep_contact_address",
    "name_persons",
    "note_list",
    "note_seen",
    "open_prospective_case",
    "present_letter",
    "print_letter",
    "record_representation",
    "refuse_code",
    "renew_code",
    "resume_as_guest",
    "store_standing",
    "use_letter",
    "withdraw_letter",
]
