"""Until when an objection is surely in time (§ 84 SGG, § 37 SGB X), from what the person knows about the decision."""

from datetime import date, timedelta

from portal.law.parameter import find, whole
from portal.law.periods import end_of_months


def objection_until(decision_on: date | None, received_on: date | None) -> date | None:
    """The last day on which an objection is in time whatever the letter's way was; None when no day is known.

    The month begins with the notification, which is on the fourth day after posting, or on the day of receipt when that
    is later (§ 37(2) SGB X). When it was posted only the office knows, so here the earlier of the two counts: the safe
    one for the person. A last day on a weekend or on a holiday of the whole country moves on (§ 64(3) SGG); holidays of
    one Land are not looked at, which is the earlier day again.
    Raises UnknownParameter for days before the figures begin.
    """
    notified = earliest_notification(decision_on, received_on)
    if notified is None:
        return None
    return end_of_months(notified, whole("procedure.objection.months", notified)).day


def earliest_notification(decision_on: date | None, received_on: date | None) -> date | None:
    """The earliest day on which the decision may count as notified; None when nothing is known.

    Of a letter known only by its date that is this date: it may have been handed over.
    """
    if decision_on is None or received_on is None:
        return received_on or decision_on
    days = find("procedure.notification_fiction.post_days", decision_on)
    return received_on if days is None else min(received_on, decision_on + timedelta(days=int(days.decimal)))
