"""Administration of jobcenters, offices, teams, staff and postcodes. portal.desk registers ``ADMIN_CLASSES``."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import Model

from portal.accounts.admin.jobcenter import JobcenterAdmin, OfficeAdmin, PostcodeAreaAdmin, TeamAdmin
from portal.accounts.admin.membership import StaffMembershipAdmin
from portal.accounts.admin.organisation import OrganisationAdmin
from portal.accounts.models import Jobcenter, Office, Organisation, PostcodeArea, StaffMembership, Team

ADMIN_CLASSES: dict[type[Model], type["ModelAdmin[Any]"]] = {
    Jobcenter: JobcenterAdmin,
    Office: OfficeAdmin,
    Team: TeamAdmin,
    StaffMembership: StaffMembershipAdmin,
    PostcodeArea: PostcodeAreaAdmin,
    Organisation: OrganisationAdmin,
}

__all__ = [
    "ADMIN_CLASSES",
    "JobcenterAdmin",
    "OfficeAdmin",
    "OrganisationAdmin",
    "PostcodeAreaAdmin",
    "StaffMembershipAdmin",
    "TeamAdmin",
]
