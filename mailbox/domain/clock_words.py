"""The delivery clock in plain words: for claimants, staff and the command alike. Days come in, sentences go out."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.law.dates import MONTHS_PER_YEAR
from portal.law.periods import FreeDay, PeriodEnd, Rest
from portal.ui.formats import NBSP, format_short_date, format_time


def summary(sent_on: date, notified_on: date, until: date | None) -> str:
    """``Nachricht gesendet am Fr, 20. November 2026, gilt als bekannt gegeben am Di, 24. November, …``."""
    days = {"sent": format_short_date(sent_on), "notified": format_short_date(notified_on, sent_on)}
    if until is None:
        return _("Nachricht gesendet am %(sent)s, gilt als bekannt gegeben am %(notified)s") % days
    days["until"] = format_short_date(until, notified_on)
    return (
        _("Nachricht gesendet am %(sent)s, gilt als bekannt gegeben am %(notified)s, Widerspruch bis %(until)s") % days
    )


def title(kind: str) -> str:
    """What the day of a step is."""
    return {
        "sent": _("Nachricht gesendet"),
        "notified": _("Gilt als bekannt gegeben"),
        "objection": _("Letzter Tag für den Widerspruch"),
    }[kind]


def sent(at: datetime) -> str:
    """When the notice went out, German time."""
    return _("Um %(time)s deutscher Zeit haben wir die Benachrichtigung an Sie gesendet.") % {"time": format_time(at)}


def notified(days: int) -> str:
    """Why it counts as known, and what does not matter."""
    return _(
        "Das ist der %(days)s. Tag nach dem Senden. "
        "Es ist egal, ob dieser Tag ein Wochenende oder ein Feiertag ist und wann Sie den Bescheid öffnen."
    ) % {"days": days}


def objection(months: int, rule: str, notified_on: date, end: PeriodEnd) -> str:
    """How the period was counted, and why it moved, where it did."""
    parts = [
        _time_left(rule) % {"span": _span(months)},
        _("Die Frist beginnt am Tag nach der Bekanntgabe."),
    ]
    if end.counted.day != notified_on.day:
        parts.append(
            _("Den %(number)s. gibt es im letzten Monat der Frist nicht. Darum zählt der letzte Tag dieses Monats.")
            % {"number": notified_on.day}
        )
    if end.skipped:
        parts += [
            _("Der letzte Tag wäre %(day)s.") % {"day": format_short_date(end.counted)},
            _("An einem Samstag, Sonntag oder Feiertag endet keine Frist. Frei ist hier: %(days)s.")
            % {"days": _listed(end.skipped, end.counted)},
        ]
    parts.append(_("Die Frist endet am %(day)s, um 24 Uhr.") % {"day": format_short_date(end.day)})
    return " ".join(parts)


def with_basis(reason: str, basis: str) -> str:
    """A reason and the § it rests on."""
    return _unbroken(f"{reason} ({basis})")


def not_received(notified_on: date) -> str:
    """The fiction falls where the arrival of the notice is denied and cannot be proved (§ 37 (2a) sentences 5–7)."""
    text = _(
        "Kam die Benachrichtigung nicht oder erst nach dem %(day)s an? Sagen Sie es uns. "
        "Können wir das Gegenteil nicht beweisen, zählt der Tag, an dem Sie den Bescheid abgerufen haben "
        "(§ 37 Abs. 2a Satz 5 bis 7 SGB X)."
    )
    return _unbroken(text % {"day": format_short_date(notified_on)})


def no_instruction(months: int) -> str:
    """What if the instruction on objections is missing or wrong."""
    text = _(
        "Im Bescheid muss stehen, wie, wo und bis wann Sie Widerspruch einlegen können. "
        "Fehlt das oder ist es nicht richtig, haben Sie %(span)s Zeit (§ 66 Abs. 2 SGG)."
    )
    return _unbroken(text % {"span": _span(months)})


def abroad(months: int) -> str:
    """What if the person was abroad. Careful: the statute does not say whether a retrieval abroad is enough."""
    text = _(
        "Waren Sie im Ausland, als der Bescheid bekannt gegeben wurde? Dann können Sie %(span)s Zeit haben "
        "(§ 84 Abs. 1 Satz 2 SGG). Fragen Sie uns. Sicher ist der Tag, der oben steht."
    )
    return _unbroken(text % {"span": _span(months)})


def earliest_of_lands() -> str:
    """Why the day shown may be earlier than need be."""
    return _(
        "Wir wissen nicht, welche Feiertage für Sie gelten. Darum steht hier der früheste Tag. "
        "Mit ihm sind Sie auf der sicheren Seite."
    )


def _unbroken(text: str) -> str:
    """No line ends between a § and its number."""
    return text.replace("§ ", f"§{NBSP}")


def _time_left(rule: str) -> str:
    """The sentence on the length of the period, with a place for the span."""
    return {
        "months": _("Für den Widerspruch haben Sie %(span)s Zeit."),
        "abroad_months": _(
            "Der Bescheid wird Ihnen im Ausland bekannt gegeben. Darum haben Sie für den Widerspruch %(span)s Zeit."
        ),
        "without_instruction_months": _(
            "Im Bescheid steht nicht oder nicht richtig, wie Sie Widerspruch einlegen können. "
            "Darum haben Sie dafür %(span)s Zeit."
        ),
    }[rule]


def _span(months: int) -> str:
    """``einen Monat``, ``3 Monate``, ``ein Jahr``: after "Sie haben"."""
    years, rest = divmod(months, MONTHS_PER_YEAR)
    if years and not rest:
        return ngettext("ein Jahr", "%(count)s Jahre", years) % {"count": years}
    return ngettext("einen Monat", "%(count)s Monate", months) % {"count": months}


def _listed(days: Iterable[FreeDay], after: date) -> str:
    """Free days with the names of holidays; of a weekend its name says enough. ``after``: the day named before."""
    return ", ".join(_named(free, after) for free in days)


def _named(free: FreeDay, after: date) -> str:
    """``Fr, 25. Dezember (Feiertag: Erster Weihnachtstag)``."""
    day = format_short_date(free.day, after)
    if free.why is Rest.HOLIDAY:
        return _("%(day)s (Feiertag: %(name)s)") % {"day": day, "name": free.name}
    if free.why is Rest.LOCAL_HOLIDAY:
        return _("%(day)s (Feiertag am Ort des Jobcenters)") % {"day": day}
    return day
