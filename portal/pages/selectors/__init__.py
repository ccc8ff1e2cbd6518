"""Reads for the public pages: jobcenters with their offices, and what a person has to do next."""

from portal.pages.selectors.jobcenters import JobcenterEntry, OfficeEntry, jobcenters_with_offices
from portal.pages.selectors.todo import Todo, todo_for

__all__ = ["JobcenterEntry", "OfficeEntry", "Todo", "jobcenters_with_offices", "todo_for"]
