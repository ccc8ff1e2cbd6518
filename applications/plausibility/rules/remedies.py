"""Objections: until when, and in which form (PROC-08, PROC-09)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from applications.claim.model import Claim
from applications.enums import Severity
from applications.plausibility.base import Context, Hit, Text, rule
from applications.plausibility.wording import day
from portal.law.objection import earliest_notification, objection_until

_REFS = ("objection.decision_on", "objection.received_on")


@rule("PROC-08", Severity.INFO, "§§ 26, 37 SGB X, §§ 64, 84 SGG", _("Frist für den Widerspruch"), any_form=True)
def objection_deadline(claim: Claim, _context: Context) -> Iterator[Hit]:
    """The last day on which the objection is surely in time, from what the person says; the earlier of two."""
    own = claim.objection
    until = objection_until(own.decision_on, own.received_on) if own else None
    notified = earliest_notification(own.decision_on, own.received_on) if own else None
    if until is None or notified is None:
        return
    yield Hit(
        Text(
            gettext_noop(
                "Frühester Tag der Bekanntgabe nach den Angaben: %(notified)s. Dann endet die Frist am %(until)s. Ohne "
                "Feiertage des Landes gerechnet. Bitte mit dem Tag der Absendung vergleichen."
            ),
            {"notified": day(notified), "until": day(until)},
        ),
        Text(gettext_noop("Für den Widerspruch haben Sie mindestens bis zum %(until)s Zeit."), {"until": day(until)}),
        refs=_REFS,
    )


@rule(
    "PROC-09",
    Severity.WARNING,
    "§ 84 SGG, § 36a Abs. 2a SGB I",
    _("Widerspruch ohne gültige Form"),
    before_sending=True,
    any_form=True,
)
def objection_without_form(claim: Claim, context: Context) -> Iterator[Hit]:
    """It came through the portal alone: the form is missing, the time runs, somebody has to call."""
    own = claim.objection
    if own is None or not own.lacks_form:
        return
    until = objection_until(own.decision_on, own.received_on)
    refs = ("objection.handed_in",)
    if until is None:
        staff = gettext_noop(
            "Der Widerspruch kam nur über das Portal. Bitte gleich anrufen und sagen, wie er gültig wird: "
            "unterschreiben und schicken, oder Niederschrift. Die Frist ist nicht bekannt."
        )
        told = gettext_noop(
            "Ihr Widerspruch braucht noch Ihre Unterschrift auf Papier, oder Sie lassen ihn im Jobcenter aufschreiben. "
            "Tun Sie das bitte gleich."
        )
        yield Hit(Text(staff), Text(told), refs=refs)
        return
    is_over = until < context.application_date(claim)
    yield Hit(
        Text(_STAFF_LATE if is_over else _STAFF, {"until": day(until)}),
        Text(_TOLD_LATE if is_over else _TOLD, {"until": day(until)}),
        refs=refs,
    )


_STAFF = gettext_noop(
    "Der Widerspruch kam nur über das Portal. Bitte gleich anrufen und sagen, wie er bis zum %(until)s gültig wird: "
    "unterschreiben und schicken, oder Niederschrift."
)
_TOLD = gettext_noop(
    "Ihr Widerspruch braucht noch Ihre Unterschrift auf Papier, oder Sie lassen ihn im Jobcenter aufschreiben. Sicher "
    "rechtzeitig ist das bis zum %(until)s."
)
_STAFF_LATE = gettext_noop(
    "Der Widerspruch kam nur über das Portal, und nach den Angaben war die Frist am %(until)s zu Ende. Bitte gleich "
    "anrufen. Belehrung (§ 66 SGG), Wiedereinsetzung (§ 67 SGG) und Überprüfung (§ 44 SGB X) prüfen."
)
_TOLD_LATE = gettext_noop(
    "Nach Ihren Angaben war die Frist am %(until)s zu Ende. Schicken Sie den Widerspruch trotzdem, unterschrieben. "
    "Schreiben Sie dazu, warum es nicht früher ging."
)
