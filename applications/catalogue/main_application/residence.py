"""What only people without German citizenship are asked (HA 23–28, 31)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Date, Official, Text, YesNo
from applications.catalogue.structure import Step
from applications.claim.answers import Answers
from applications.enums import DocumentClass

FROM_ABROAD_BASIS = "§ 7 Abs. 1 SGB II"


def is_foreign(answers: Answers) -> bool:
    """Whether the applicant has another nationality than the German one."""
    return answers.you.nationality not in {None, "DE"}


RESIDENCE = Step(
    "aufenthalt",
    _("Ihr Aufenthalt in Deutschland"),
    (
        Text(
            "residence_title",
            _("Art des Aufenthaltstitels"),
            help=_(
                "Zum Beispiel Aufenthaltserlaubnis, Niederlassungserlaubnis, Fiktionsbescheinigung. Aus der EU: „keiner nötig“."
            ),
            why=_("Wer aus dem Ausland kommt, bekommt Geld vom Jobcenter nur mit bestimmten Rechten zum Aufenthalt."),
            basis=FROM_ABROAD_BASIS,
            official=Official("HA", "23"),
            proof=(DocumentClass.RESIDENCE_PERMIT,),
        ),
        Date("residence_title_until", _("Gültig bis"), where=_("Steht auf der Karte"), required=False),
        Date("entry_date", _("In Deutschland seit"), official=Official("HA", "31")),
        Text(
            "central_register_number",
            _("AZR-Nummer"),
            where=_("Steht auf der Rückseite der Karte"),
            official=Official("HA", "26"),
            required=False,
        ),
        Text(
            "personal_number",
            _("Persönliche Nummer aus dem Heimatland"),
            help=_("Wenn es eine gibt, zum Beispiel PESEL aus Polen"),
            where=_("Steht im Pass oder Ausweis des Landes"),
            official=Official("HA", "28"),
            required=False,
        ),
    ),
    when=_("wenn Sie nicht die deutsche Staatsangehörigkeit haben"),
    applies_when=is_foreign,
)

SUPPORT_FROM_OTHERS = Step(
    "asyl-und-kosten",
    _("Leistungen für Asylsuchende und Zusagen anderer"),
    (
        YesNo(
            "asylum_benefits",
            _("Gibt oder gab es Leistungen nach dem Asylbewerberleistungsgesetz?"),
            why=_(
                "Solches Geld zahlt eine andere Stelle, meistens das Sozialamt. Für dieselbe Zeit können wir in der Regel nicht zahlen; wir achten darauf, dass beim Wechsel möglichst keine Lücke entsteht."
            ),
            basis="§ 7 Abs. 1 Satz 2 Nr. 3 SGB II",
            official=Official("HA", "24"),
        ),
        Date(
            "asylum_benefits_until",
            _("Falls ja: Bis wann?"),
            official=Official("HA", "25"),
            needed_if=lambda own: own.asylum_benefits,
            needed_when=_("wenn es solche Leistungen gibt oder gab"),
            where=_("Steht im letzten Bescheid vom Sozialamt"),
        ),
        YesNo(
            "declaration_of_commitment",
            _("Hat jemand unterschrieben, die Kosten in Deutschland zu bezahlen?"),
            help=_("Das heißt „Verpflichtungserklärung“."),
            why=_(
                "Das ist kein Grund, den Antrag abzulehnen. Aber vielleicht verlangen wir später Geld von der Person zurück, die unterschrieben hat."
            ),
            basis="§ 68 AufenthG",
            official=Official("HA", "27"),
        ),
    ),
    when=_("wenn Sie nicht die deutsche Staatsangehörigkeit haben"),
    applies_when=is_foreign,
)
