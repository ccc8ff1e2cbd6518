"""Reads for the public pages: jobcenters with their offices, and what a person has to do next."""

from portal.pages.selectors.jobcenters import JobcenterEntry, OfficeEntry, jobcenters_with_offices
from portal.pages.selectors.todo import Overview, UnderWay, overview_for

__all__ = ["JobcenterEntry", "OfficeEntry", "Overview", "UnderWay", "jobcenters_with_offices", "overview_for"]
