"""Tables of users, jobcenters, staff and organisations that help."""

from portal.accounts.models.jobcenter import Jobcenter, LocalHoliday, Office, PostcodeArea, Team
from portal.accounts.models.membership import Absence, StaffMembership
from portal.accounts.models.organisation import Organisation, OrganisationMembership
from portal.accounts.models.session import Session
from portal.accounts.models.user import User

__all__ = [
    "Absence",
    "Jobcenter",
    "LocalHoliday",
    "Office",
    "Organisation",
    "OrganisationMembership",
    "PostcodeArea",
    "Session",
    "StaffMembership",
    "Team",
    "User",
]
