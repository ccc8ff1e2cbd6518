"""The type of a range of moments."""

from datetime import datetime
from typing import Protocol


class Times(Protocol):
    """A range of moments, both of which are there."""

    @property
    def lower(self) -> datetime:
        """When it begins."""

    @property
    def upper(self) -> datetime:
        """When it ends; not part of it."""
