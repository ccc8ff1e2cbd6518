"""Use cases of the appointments."""

from appointments.services.agreed_steps import agree_step, remove_step, tick_step
from appointments.services.offers import (
    OfferedTime,
    decline_offer,
    remind_offer,
    send_offer,
    take_offer,
    withdraw_offer,
)
from appointments.services.outcome import record_outcome, warning_before_missing
from appointments.services.wishes import answer_wish, send_wish, settle_callback, withdraw_wish

__all__ = [
    "OfferedTime",
    "agree_step",
    "answer_wish",
    "decline_offer",
    "record_outcome",
    "remind_offer",
    "remove_step",
    "send_offer",
    "send_wish",
    "settle_callback",
    "take_offer",
    "tick_step",
    "warning_before_missing",
    "withdraw_offer",
    "withdraw_wish",
]
