"""Use cases around cases and persons."""

from portal.cases.services.case import admit_case, assign_jobcenter, open_prospective_case
from portal.cases.services.person import name_person

__all__ = ["admit_case", "assign_jobcenter", "name_person", "open_prospective_case"]
