"""What a loan means, and how somebody wants to be reached today."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import LongText, YesNo
from applications.catalogue.structure import Page, Section, Step
from applications.catalogue.urgent_help.money import MONEY
from applications.catalogue.urgent_help.needs import needs_of
from applications.enums import UrgentNeed

REPAYMENT = Step(
    "zurueckzahlen",
    _("Muss ich das Geld zurückzahlen?"),
    tells=(
        _(
            "Manche Hilfe ist ein Darlehen. Das heißt: Sie bekommen das Geld oder die Sache jetzt und zahlen es später zurück."
        ),
        with_law_figures(
            _(
                "Solange Sie Grundsicherungsgeld bekommen, behalten wir dafür jeden Monat %(rate)s Prozent Ihres "
                "Regelbedarfs ein. Das beginnt im Monat nach der Auszahlung."
            ),
            _("Solange Sie Grundsicherungsgeld bekommen, behalten wir dafür jeden Monat einen kleinen Teil ein."),
            rate="loan.repayment_rate",
        ),
        _(
            "Bekommen Sie kein Grundsicherungsgeld mehr, ist der Rest fällig. Dann sprechen wir mit Ihnen darüber, in "
            "welchen Schritten Sie zahlen können."
        ),
        _(
            "Ein Vorschuss und eine frühere Zahlung sind kein Darlehen. Das ist Ihr Geld, es kommt nur früher. Spätere "
            "Zahlungen sind dafür kleiner."
        ),
        _("Wenn Sie minderjährig sind, müssen Ihre Eltern oder Ihr Vormund einem Darlehen zustimmen."),
        _("Ob Sie Hilfe bekommen und in welcher Form, entscheidet ein Mensch. Sie bekommen darüber einen Bescheid."),
    ),
    applies_when=lambda answers: needs_of(answers) & {*MONEY, UrgentNeed.EARLY_PAYMENT},
    when=_("wenn Geld fehlt"),
    page=Page.NOTICE,
)

CALL = Section(
    "call",
    _("Wie wir Sie heute erreichen"),
    (
        Step(
            "rueckruf",
            _("Sollen wir Sie heute anrufen?"),
            (
                YesNo(
                    "call_back_today",
                    _("Möchten Sie heute noch angerufen werden?"),
                    help=_("Wir nehmen die Telefonnummer, die Sie angegeben haben."),
                ),
                LongText(
                    "call_when",
                    _("Wann und wie erreichen wir Sie am besten?"),
                    help=_("Zum Beispiel wenn jemand anderes nicht mithören soll oder wenn Sie kein Telefon haben"),
                    required=False,
                ),
                LongText("remarks", _("Möchten Sie uns noch etwas sagen?"), required=False),
            ),
            intro=_("Außerhalb der Öffnungszeiten rufen wir am nächsten Arbeitstag an."),
        ),
    ),
)
