"""Section "Besondere Situationen": what can mean more money (HA 36–37, 44–47; MEB, BB). No diagnosis is ever asked."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Date, LongText, Official, Several, YesNo
from applications.catalogue.main_application.subjects import unit
from applications.catalogue.structure import ForEach, Section, Step
from applications.enums import DocumentClass, Situation

SITUATIONS = Step(
    "situation",
    _("Besondere Situationen"),
    (
        Several(
            "situations",
            _("Was trifft zu?"),
            help=_(
                "Kreuzen Sie nichts an, wenn nichts davon zutrifft. Sie müssen nicht sagen, welche Krankheit es ist."
            ),
            why=_("In diesen Situationen kann es jeden Monat mehr Geld geben. Nur dafür verwenden wir die Angabe."),
            basis="§ 21 SGB II",
            official=Official("HA", "36–47"),
            options=Situation,
            sensitive=True,
        ),
    ),
    named=_("Besondere Situationen bei %(name)s"),
)

PREGNANCY = Step(
    "schwangerschaft",
    _("Schwangerschaft"),
    (
        Date(
            "expected_birth",
            _("Wann soll das Kind kommen?"),
            help=_("Der Termin steht im Mutterpass."),
            basis="§ 21 Abs. 2 SGB II",
            official=Official("HA", "36–37"),
            proof=(DocumentClass.PREGNANCY_PROOF,),
            sensitive=True,
        ),
    ),
    named=_("Schwangerschaft von %(name)s"),
    applies_to=lambda _answers, own: own.situations and Situation.PREGNANT in own.situations,
)

DISABILITY = Step(
    "behinderung",
    _("Behinderung"),
    (
        YesNo(
            "participation_benefits",
            _("Gibt es Leistungen zur Teilhabe am Arbeitsleben oder Eingliederungshilfe?"),
            basis="§ 21 Abs. 4 SGB II",
            official=Official("HA", "45–46"),
            proof=(DocumentClass.PARTICIPATION_NOTICE,),
            sensitive=True,
        ),
        YesNo(
            "disability_card",
            _("Gibt es einen Schwerbehindertenausweis?"),
            official=Official("HA", "45–46"),
            proof=(DocumentClass.DISABILITY_CARD,),
            sensitive=True,
        ),
        YesNo(
            "mark_g",
            _("Steht darin das Merkzeichen G oder aG?"),
            basis="§ 23 Nr. 4 SGB II",
            needed_if=lambda own: own.disability_card,
            sensitive=True,
        ),
    ),
    named=_("Behinderung von %(name)s"),
    applies_to=lambda _answers, own: own.situations and Situation.DISABILITY in own.situations,
)

SPECIAL_NEED = Step(
    "bedarf",
    _("Besonderer Bedarf"),
    (
        LongText(
            "special_need_note",
            _("Wofür brauchen Sie das Geld?"),
            help=_("Zum Beispiel Fahrten zu Ihrem Kind, das woanders lebt"),
            basis="§ 21 Abs. 6 SGB II",
            official=Official("HA", "47"),
            proof=(DocumentClass.SPECIAL_NEED_PROOF,),
            sensitive=True,
        ),
        Amount("special_need_amount", _("Wie viel im Monat?"), basis="§ 21 Abs. 6 SGB II", sensitive=True),
    ),
    named=_("Besonderer Bedarf von %(name)s"),
    applies_to=lambda _answers, own: own.situations and Situation.SPECIAL in own.situations,
)

NEEDS = Section(
    "needs",
    _("Besondere Situationen"),
    (ForEach("people", unit, (SITUATIONS, PREGNANCY, DISABILITY, SPECIAL_NEED)),),
    carried=True,
)
