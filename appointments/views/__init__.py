"""Pages of the appointments."""

from appointments.views.contact import ContactView

__all__ = ["ContactView"]
