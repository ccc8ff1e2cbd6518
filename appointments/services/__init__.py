"""Use cases of the appointments."""

from appointments.services.offers import (
    OfferedTime,
    decline_offer,
    remind_offer,
    send_offer,
    take_offer,
    withdraw_offer,
)
from appointments.services.wishes import answer_wish, send_wish, settle_callback, withdraw_wish

__all__ = [
    "OfferedTime",
    "answer_wish",
    "decline_offer",
    "remind_offer",
    "send_offer",
    "send_wish",
    "settle_callback",
    "take_offer",
    "withdraw_offer",
    "withdraw_wish",
]
