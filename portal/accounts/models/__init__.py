"""Tables of users, jobcenters, staff and organisations that help."""

from portal.accounts.models.jobcenter import Jobcenter, Office, PostcodeArea, Team
from portal.accounts.models.membership import StaffMembership
from portal.accounts.models.organisation import Organisation, OrganisationMembership
from portal.accounts.models.user import User

__all__ = [
    "Jobcenter",
    "Office",
    "Organisation",
    "OrganisationMembership",
    "PostcodeArea",
    "StaffMembership",
    "Team",
    "User",
]
