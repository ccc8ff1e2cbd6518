"""Tables of cases and the value that says who acts."""

from portal.cases.models.access_letter import AccessLetter
from portal.cases.models.actor import ActingFor, Actor, system_actor
from portal.cases.models.case import Case, CaseStatusChange, JobcenterChange
from portal.cases.models.invitation import Invitation
from portal.cases.models.person import Person, PersonIndex, name_variants, plain_phone
from portal.cases.models.standing import Standing

__all__ = [
    "AccessLetter",
    "ActingFor",
    "Actor",
    "Case",
    "CaseStatusChange",
    "Invitation",
    "JobcenterChange",
    "Person",
    "PersonIndex",
    "Standing",
    "name_variants",
    "plain_phone",
    "system_actor",
]
