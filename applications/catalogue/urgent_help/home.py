"""Rent and energy: debts, letters, days named in them (§ 22(8) SGB II)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Date, Name, Text, YesNo
from applications.catalogue.structure import Step
from applications.catalogue.urgent_help.needs import needs_any
from applications.enums import DocumentClass, UrgentNeed

BASIS = "§ 22 Abs. 8 SGB II"

RENT = Step(
    "miete",
    _("Ihre Wohnung ist in Gefahr"),
    (
        Amount(
            "rent_debt",
            _("Wie viel Miete schulden Sie?"),
            help=_("Alles zusammen. Wenn Sie es nicht genau wissen: ungefähr."),
            example=_("Zum Beispiel 980,00"),
            where=_("Steht in der Mahnung oder Kündigung."),
            why=_("Wir können Schulden übernehmen, damit Sie die Wohnung behalten."),
            basis=BASIS,
            proof=(DocumentClass.ARREARS_LETTER,),
        ),
        YesNo(
            "eviction_threat",
            _("Haben Sie eine Kündigung oder eine Räumungsklage bekommen?"),
            why=_(
                "Dann zählt jeder Tag. Eine fristlose Kündigung kann unwirksam werden, wenn die ganze Schuld rechtzeitig bezahlt ist."
            ),
            basis="§ 22 Abs. 8 SGB II, § 569 Abs. 3 Nr. 2 BGB",
            proof=(DocumentClass.EVICTION_NOTICE,),
        ),
        Date(
            "landlord_wants_reply_by",
            _("Bis wann sollen Sie zahlen oder ausziehen?"),
            help=_("Zum Beispiel 15 1 2027"),
            where=_("Steht im Brief der Vermieterin oder des Vermieters."),
            required=False,
        ),
        Date(
            "court_date",
            _("Gibt es einen Termin von Gericht oder Gerichtsvollzieher?"),
            help=_("Zum Beispiel 15 1 2027"),
            where=_("Steht im Brief vom Gericht oder von der Gerichtsvollzieherin oder dem Gerichtsvollzieher."),
            required=False,
        ),
        Name(
            "landlord_name",
            _("Wie heißt Ihre Vermieterin oder Ihr Vermieter?"),
            help=_("Name oder Firma. Wir schreiben dorthin nicht ohne Ihre Zustimmung."),
            where=_("Steht im Mietvertrag."),
        ),
    ),
    intro=_("Wenn Sie etwas nicht wissen: einfach weiter."),
    applies_when=needs_any(UrgentNeed.RENT),
    when=_("wenn die Wohnung in Gefahr ist"),
)

ENERGY = Step(
    "energie",
    _("Strom, Gas oder Wasser"),
    (
        Text(
            "energy_supplier",
            _("Wie heißt die Firma, die Strom, Gas oder Wasser liefert?"),
            example=_("Zum Beispiel Stadtwerke"),
            where=_("Steht auf der Rechnung oder Mahnung."),
        ),
        Text(
            "energy_customer_number",
            _("Kundennummer oder Vertragsnummer"),
            where=_("Steht auf der Rechnung oben rechts."),
            required=False,
        ),
        Amount(
            "energy_debt",
            _("Wie viel schulden Sie dort?"),
            where=_("Steht in der Mahnung."),
            basis=BASIS,
            why=_("Wir können Schulden übernehmen, damit Sie Strom, Gas und Wasser behalten."),
            proof=(DocumentClass.ARREARS_LETTER,),
        ),
        YesNo(
            "energy_is_cut",
            _("Ist schon etwas abgestellt?"),
            why=_(
                "Ist schon etwas abgestellt, eilt es besonders. Droht es erst, lässt sich die Sperre vielleicht noch verhindern."
            ),
            basis=BASIS,
        ),
        Date(
            "energy_cut_on",
            _("Falls nein: Ab wann soll abgestellt werden?"),
            help=_("Zum Beispiel 15 1 2027"),
            where=_("Steht im Brief mit der Überschrift „Sperrung“ oder „Unterbrechung“."),
            needed_if=lambda own: own.energy_is_cut is False,
            needed_when=_("wenn noch nichts abgestellt ist"),
        ),
    ),
    applies_when=needs_any(UrgentNeed.ENERGY),
    when=_("wenn Strom, Gas oder Wasser in Gefahr sind"),
)
