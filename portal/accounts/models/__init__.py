"""Tables of users, jobcenters and staff."""

from portal.accounts.models.jobcenter import Jobcenter, Office, PostcodeArea, Team
from portal.accounts.models.membership import StaffMembership
from portal.accounts.models.user import User

__all__ = ["Jobcenter", "Office", "PostcodeArea", "StaffMembership", "Team", "User"]
