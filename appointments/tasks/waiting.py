"""What happens when a time becomes free."""

from uuid import UUID

from appointments.domain.waiting import offer_freed
from appointments.models import Appointment


def offer_earlier(subject_id: UUID) -> None:
    """Handle ``appointment.freed``: offer the time to who waits for an earlier one. Repeating it does no harm."""
    offer_freed(Appointment.objects.select_related("service").get(pk=subject_id))
