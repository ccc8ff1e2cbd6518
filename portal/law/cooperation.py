"""How long the office gives people to bring something: periods it sets itself (§ 26 SGB X, §§ 60, 66 (3) SGB I).

The statute asks for an appropriate period and names no figure. A person at the office sets it, and can extend it, also
when it has ended (§ 26 (7) SGB X); here are only the arithmetic and what the portal suggests.
"""

from datetime import date, timedelta

from portal.law.parameter import whole
from portal.law.periods import SOMEWHERE, PeriodEnd, Place, end_of_days, moved_off_free_days


def end_of_set_period(told_on: date, days: int, place: Place = SOMEWHERE) -> PeriodEnd:
    """The end of a period in days that runs from the day after it was made known (§ 26 (2), (3) SGB X)."""
    return end_of_days(told_on, days, place)


def end_on_named_day(last_day: date, place: Place = SOMEWHERE, *, refers_to_the_rule: bool = False) -> PeriodEnd:
    """The end of a period whose last day the office has named.

    It moves off a free day, unless the letter names the day with reference to § 26 (3) SGB X (``refers_to_the_rule``).
    An appointment is no period: it stays where it is (§ 26 (5) SGB X).
    """
    return PeriodEnd(last_day, last_day) if refers_to_the_rule else moved_off_free_days(last_day, place)


def suggested_deadline(sent_on: date, place: Place = SOMEWHERE) -> date:
    """The deadline proposed for a request for documents sent on a day.

    It is counted from the day the request counts as known, so that the whole period is left to who reads it only then,
    and never falls on a free day. Raises UnknownParameter for days before the figures begin.
    """
    known_on = sent_on + timedelta(days=whole("procedure.notification_fiction.portal_days", sent_on))
    return end_of_set_period(known_on, whole("procedure.evidence_request.default_days", sent_on), place).day


def earliest_deadline(sent_on: date, place: Place = SOMEWHERE) -> date:
    """The first day that is not too soon after sending; before it the desk should ask whether that is meant."""
    return end_of_set_period(sent_on, whole("procedure.evidence_request.min_days", sent_on), place).day
