"""Permissions of the appointments."""

from appointments.permissions.appointment import may_arrange

__all__ = ["may_arrange"]
