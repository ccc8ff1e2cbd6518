"""Fixtures that several rooms share."""

from tests.factories.local_settings import toy

__all__ = ["toy"]
