"""Background work of the applications: take an id, load, call one domain function. The outbox calls and repeats it."""

from applications.tasks.changes import tell_of_change
from applications.tasks.checks import check_matter, run_checks

__all__ = ["check_matter", "run_checks", "tell_of_change"]
