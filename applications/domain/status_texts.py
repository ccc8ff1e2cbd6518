"""What a claimant reads for each status, and what she can do now. Plain words, never an assessment."""

from typing import TYPE_CHECKING, Literal

from django.utils.translation import gettext_lazy as _
from msgspec import Struct
from msgspec.structs import replace

from applications.enums import ENDED
from applications.enums import ApplicationStatus as Status
from portal.submissions.enums import SubmissionKind

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class StatusText(Struct, frozen=True):
    """``shown_as`` heads the entry, ``text`` says what it means, ``what_now`` what the person can do, one line each.

    ``text`` may hold ``%(jobcenter)s`` and ``%(counts_from)s``, a sentence or nothing.
    """

    shown_as: "StrPromise"
    text: "StrPromise"
    what_now: tuple["StrPromise", ...]
    kind: Literal["info", "success", "warning"] = "info"  # of the badge


HAND_IN_LATER = _("Fehlt noch eine Unterlage? Bringen oder schicken Sie sie. Das Eingangsdatum bleibt.")
KEEP_COPY = _("Speichern Sie die Eingangsbestätigung. Sie finden sie unten und in Ihrem Postfach.")
TELL_CHANGES = _("Ändert sich etwas (Adresse, Arbeit, Geld, Personen im Haushalt)? Sagen Sie es uns bitte sofort.")
ANSWERED = StatusText(
    _("Beantwortet"),
    _("Wir haben Ihre Anfrage beantwortet."),
    (_("Lesen Sie unsere Antwort. Sie steht auf dieser Seite und in Ihrem Postfach."), TELL_CHANGES),
    "success",
)
NOTHING = _("Sie müssen im Moment nichts tun.")
CONTINUED = StatusText(
    _("Geht im ganzen Antrag weiter"),
    _("Sie haben danach den ganzen Antrag geschickt. Dort geht alles weiter. Das Datum von hier zählt auch für ihn."),
    (_("Öffnen Sie den ganzen Antrag. Er steht auf dieser Seite unter „Das gehört dazu“."), TELL_CHANGES),
)

COUNTS_FROM = _("Ihr Antrag gilt ab dem %(day)s.")

STATUS_TEXTS: dict[Status, StatusText] = {
    Status.RECEIVED: StatusText(
        _("Eingegangen – wird geprüft"),
        _("Wir haben Ihre Angaben bekommen. %(counts_from)s Das ist noch keine Entscheidung."),
        (KEEP_COPY, HAND_IN_LATER, TELL_CHANGES),
    ),
    Status.FORWARDED: StatusText(
        _("Weitergeleitet"),
        _("Zuständig ist %(jobcenter)s. Dort liegt jetzt alles. Das Eingangsdatum bleibt."),
        (_("Fragen beantwortet ab jetzt %(jobcenter)s."), TELL_CHANGES),
    ),
    Status.ASSIGNED: StatusText(
        _("Wird bearbeitet"),
        _("Das liegt jetzt bei einer Mitarbeiterin oder einem Mitarbeiter von %(jobcenter)s."),
        (HAND_IN_LATER, TELL_CHANGES),
    ),
    Status.IN_REVIEW: StatusText(
        _("In Prüfung"),
        _("Wir prüfen Ihre Angaben. Wenn wir Fragen haben, melden wir uns."),
        (TELL_CHANGES, HAND_IN_LATER),
    ),
    Status.DOCUMENTS_REQUESTED: StatusText(
        _("Wir brauchen noch etwas von Ihnen"),
        _("Es fehlen noch Unterlagen. Was genau fehlt und bis wann, steht in Ihrem Postfach oder in unserem Brief."),
        (
            _("Öffnen Sie „Postfach“ oder lesen Sie unseren Brief. Rufen Sie an, wenn Sie nichts finden."),
            _("Sie brauchen mehr Zeit oder haben eine Unterlage nicht? Sagen Sie es uns im Postfach oder am Telefon."),
        ),
        "warning",
    ),
    Status.DOCUMENTS_RECEIVED: StatusText(
        _("Unterlagen da"),
        _("Danke. Ihre Unterlagen sind da. Wir prüfen, ob alles dabei ist."),
        (NOTHING, TELL_CHANGES),
    ),
    Status.WAITING_THIRD_PARTY: StatusText(
        _("Wir warten auf eine andere Stelle"),
        _("Wir haben bei einer anderen Stelle nachgefragt und warten auf die Antwort."),
        (NOTHING, TELL_CHANGES),
    ),
    Status.DECISION_PENDING: StatusText(
        _("Entscheidung wird geschrieben"), _("Wir schreiben jetzt den Bescheid."), (NOTHING, TELL_CHANGES)
    ),
    Status.DECIDED: StatusText(
        _("Entschieden"),
        _("Wir haben über Ihren Antrag entschieden. Was wir entschieden haben und warum, steht im Bescheid."),
        (
            _("Lesen Sie den Bescheid. Wir erklären ihn Ihnen gern."),
            _("Sie sind nicht einverstanden? Wie Sie Widerspruch einlegen und bis wann, steht am Ende des Bescheids."),
        ),
    ),
    Status.WITHDRAWN: StatusText(
        _("Zurückgenommen"),
        _("Der Antrag ist zurückgenommen."),
        (_("Sie können jederzeit einen neuen Antrag stellen."),),
    ),
    Status.CLOSED: StatusText(
        _("Abgeschlossen"), _("Das Verfahren ist beendet."), (_("Sie können jederzeit einen neuen Antrag stellen."),)
    ),
}

# Whoever has told or asked something has not applied for anything.
_INSTEAD: dict[Status, StatusText] = {
    Status.DECIDED: replace(
        STATUS_TEXTS[Status.DECIDED],
        text=_("Wir haben entschieden. Was wir entschieden haben und warum, steht in unserem Schreiben."),
        what_now=(
            _("Lesen Sie unser Schreiben. Wir erklären es Ihnen gern."),
            _("Sie sind nicht einverstanden? Am Ende des Schreibens steht, ob und wie Sie Widerspruch einlegen."),
        ),
    ),
    Status.WITHDRAWN: replace(
        STATUS_TEXTS[Status.WITHDRAWN],
        text=_("Das ist zurückgenommen."),
        what_now=(_("Sie können uns jederzeit wieder schreiben."),),
    ),
    Status.CLOSED: replace(
        STATUS_TEXTS[Status.CLOSED],
        text=_("Das ist erledigt."),
        what_now=(_("Sie können uns jederzeit wieder schreiben."),),
    ),
}
_HEADINGS = {
    SubmissionKind.APPLICATION: _("Stand Ihres Antrags"),
    SubmissionKind.CHANGE_NOTICE: _("Stand Ihrer Mitteilung"),
    SubmissionKind.MESSAGE: _("Stand Ihres Anliegens"),
}


def speaks_for_itself(status: str) -> bool:
    """Whether a short application has something to say of its own although the whole one has followed it."""
    return status in ENDED or status == Status.DOCUMENTS_REQUESTED


def status_text(status: str, kind: str, *, asks_for_consent: bool = False, is_continued: bool = False) -> StatusText:
    """What the person reads for a status of something handed in as this kind.

    A request for consent is answered, nothing is decided about it by a notice. ``is_continued``: the whole application
    has followed this short one, and where things stand is said there, but for what was asked here.
    """
    found = Status(status)
    if is_continued and not speaks_for_itself(found):
        return CONTINUED
    if asks_for_consent and found == Status.DECIDED:
        return ANSWERED
    if kind != SubmissionKind.APPLICATION and found in _INSTEAD:
        return _INSTEAD[found]
    return STATUS_TEXTS[found]


def status_heading(kind: str) -> "StrPromise":
    """What the page of the status is called."""
    return _HEADINGS.get(SubmissionKind(kind), _HEADINGS[SubmissionKind.MESSAGE])
