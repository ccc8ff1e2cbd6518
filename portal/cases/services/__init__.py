"""Use cases around cases and persons."""

from portal.cases.services.case import admit_case, assign_jobcenter, open_prospective_case
from portal.cases.services.person import PersonDetails, enter_members, name_persons

__all__ = [
    "PersonDetails",
    "admit_case",
    "assign_jobcenter",
    "enter_members",
    "name_persons",
    "open_prospective_case",
]
