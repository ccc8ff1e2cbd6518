"""Use cases of the appointments."""

from appointments.services.agreed_steps import agree_step, remove_step, tick_step
from appointments.services.booking import book_for, confirm_booking, hold_slot, release_hold
from appointments.services.calendar import close_feed, open_feed, save_calendar_settings
from appointments.services.cancelling import cancel_appointment, name_reason
from appointments.services.changing import change_channel, change_needs, move_appointment
from appointments.services.discarding import discard_appointments, erase_appointments
from appointments.services.new_letter import NewLetter, new_letter, send_new_letter
from appointments.services.offering import (
    end_rule,
    remove_exception,
    remove_room,
    remove_rule,
    remove_service,
    save_exception,
    save_room,
    save_rule,
    save_service,
    save_settings,
)
from appointments.services.offers import (
    OfferedTime,
    close_offer,
    decline_offer,
    remind_offer,
    send_offer,
    take_offer,
    withdraw_offer,
    withdraw_times,
)
from appointments.services.outcome import record_outcome, warning_before_missing
from appointments.services.participants import add_participant, answer_participation, remove_participant
from appointments.services.reassigning import Reassigned, reassign
from appointments.services.summons import Call, facts_of, reason_for_post, record_summons_posted, send_summons
from appointments.services.waiting import join_waiting_list, leave_waiting_list
from appointments.services.wishes import answer_wish, send_wish, settle_callback, withdraw_wish

__all__ = [
    "Call",
    "NewLetter",
    "OfferedTime",
    "Reassigned",
    "add_participant",
    "agree_step",
    "answer_participation",
    "answer_wish",
    "book_for",
    "cancel_appointment",
    "change_channel",
    "change_needs",
    "close_feed",
    "close_offer",
    "confirm_booking",
    "decline_offer",
    "discard_appointments",
    "end_rule",
    "erase_appointments",
    "facts_of",
    "hold_slot",
    "join_waiting_list",
    "leave_waiting_list",
    "move_appointment",
    "name_reason",
    "new_letter",
    "open_feed",
    "reason_for_post",
    "reassign",
    "record_outcome",
    "record_summons_posted",
    "release_hold",
    "remind_offer",
    "remove_exception",
    "remove_participant",
    "remove_room",
    "remove_rule",
    "remove_service",
    "remove_step",
    "save_calendar_settings",
    "save_exception",
    "save_room",
    "save_rule",
    "save_service",
    "save_settings",
    "send_new_letter",
    "send_offer",
    "send_summons",
    "send_wish",
    "settle_callback",
    "take_offer",
    "tick_step",
    "warning_before_missing",
    "withdraw_offer",
    "withdraw_times",
    "withdraw_wish",
]
