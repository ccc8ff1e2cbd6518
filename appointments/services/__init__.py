"""Use cases of the appointments."""

from appointments.services.agreed_steps import agree_step, remove_step, tick_step
from appointments.services.outcome import record_outcome, warning_before_missing

__all__ = ["agree_step", "record_outcome", "remove_step", "tick_step", "warning_before_missing"]
