"""Reads of jobcenters, offices and staff."""

from portal.accounts.selectors.account import account_with_address
from portal.accounts.selectors.office import OfficeCard, jobcenter_for_page, jobcenters_for_postcode, office_for_page
from portal.accounts.selectors.opening_hours import describe_opening_hours
from portal.accounts.selectors.organisation import (
    coordinates,
    coordinators_of,
    members_of,
    memberships_of,
    names_of_members,
    works_for,
)
from portal.accounts.selectors.staff import jobcenters_administered_by, openers_of_restricted, staff_membership
from portal.accounts.selectors.ways_in import has_way_in_without

__all__ = [
    "OfficeCard",
    "account_with_address",
    "coordinates",
    "coordinators_of",
    "describe_opening_hours",
    "has_way_in_without",
    "jobcenter_for_page",
    "jobcenters_administered_by",
    "jobcenters_for_postcode",
    "members_of",
    "memberships_of",
    "names_of_members",
    "office_for_page",
    "openers_of_restricted",
    "staff_membership",
    "works_for",
]
