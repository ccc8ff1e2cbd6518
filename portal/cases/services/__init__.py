"""Use cases around cases and persons."""

from portal.cases.services.case import admit_case, assign_jobcenter, open_prospective_case
from portal.cases.services.person import enter_member, name_person

__all__ = ["admit_case", "assign_jobcenter", "enter_member", "name_person", "open_prospective_case"]
