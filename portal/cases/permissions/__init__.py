"""Who may do what on a case, as predicates."""

from portal.cases.permissions.case import (
    may_admit,
    may_assign_jobcenter,
    may_end,
    may_fill_in,
    may_grant,
    may_list_letters,
    may_name_person,
    may_print_letter,
    may_read_case,
    may_read_decisions,
    may_read_postbox,
    may_send,
    may_upload,
    may_use_appointments,
    may_work_on,
)
from portal.cases.permissions.own_work import add_own_work, is_own_work

__all__ = [
    "add_own_work",
    "is_own_work",
    "may_admit",
    "may_assign_jobcenter",
    "may_end",
    "may_fill_in",
    "may_grant",
    "may_list_letters",
    "may_name_person",
    "may_print_letter",
    "may_read_case",
    "may_read_decisions",
    "may_read_postbox",
    "may_send",
    "may_upload",
    "may_use_appointments",
    "may_work_on",
]
