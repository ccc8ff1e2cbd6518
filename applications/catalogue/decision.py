"""Which decision somebody means: the same questions for an objection and for a request to look at it again."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Date, Text
from applications.catalogue.question import Words
from applications.claim.answers import Part
from applications.enums import DocumentClass

DECISION_ON = Date(
    "decision_on",
    _("Von wann ist der Bescheid?"),
    help=_("Der ungefähre Tag reicht. Wenn Sie es nicht wissen: einfach weiter."),
    where=_("Auf der ersten Seite rechts oben"),
    why=_("So finden wir den richtigen Bescheid."),
    proof_if_there=(DocumentClass.DECISION,),
)
DECISION_ABOUT = Text(
    "decision_about",
    _("Worum geht es in dem Bescheid?"),
    example=_("Zum Beispiel Bewilligung ab Oktober, Rückforderung, Minderung"),
    where=_("In der Überschrift (Betreff) des Bescheids"),
)
FILE_REFERENCE = Text(
    "file_reference",
    _("Zeichen oder Nummer"),
    help=_("Wenn Sie es finden. Ohne geht es auch."),
    example=_("Zum Beispiel BG-Nummer 12345//0001234"),
    where=_("Auf der ersten Seite bei „Mein Zeichen“ oder „BG-Nummer“"),
    required=False,
)


def received_before_written(own: Part) -> Iterator[Words]:
    """Nobody gets a letter before it is written."""
    if own.decision_on and own.received_on and own.received_on < own.decision_on:
        yield _("Der Bescheid ist später geschrieben, als Sie ihn bekommen haben. Bitte prüfen Sie die beiden Tage.")
