"""Section "Wohnen", second part: rent, costs of owners, heating, landlord, debts (KDU 20–36)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Iban, LongText, Name, Official, Text, YesNo
from applications.catalogue.question import Words
from applications.catalogue.structure import Step
from applications.claim.answers import Answers, Part
from applications.enums import Annex, DocumentClass, HousingKind

COSTS_BASIS = "§ 22 Abs. 1 SGB II"
TENANTS = frozenset({HousingKind.RENTED, HousingKind.SUBLET})
WITH_DWELLING = TENANTS | {HousingKind.OWNED}


def _has_costs(answers: Answers) -> bool:
    return answers.home.has_costs is not False


def _rents(answers: Answers) -> bool:
    return answers.home.kind in TENANTS and _has_costs(answers)


def _owns(answers: Answers) -> bool:
    return answers.home.kind == HousingKind.OWNED and _has_costs(answers)


def _lodges(answers: Answers) -> bool:
    return answers.home.kind == HousingKind.LODGING and answers.home.has_costs is True


RENTING = _("wenn Sie zur Miete oder zur Untermiete wohnen und dafür etwas bezahlen")
IN_DWELLING = _("wenn Sie zur Miete, zur Untermiete oder im Eigentum wohnen und dafür etwas bezahlen")


def _sums(own: Part) -> Iterator[Words]:
    """Amounts on one page that do not go together."""
    if own.operating_costs and own.base_rent and own.operating_costs > own.base_rent:
        yield _("Die Nebenkosten sind höher als die Kaltmiete. Bitte schauen Sie noch einmal in den Mietvertrag.")
    parts = (own.base_rent, own.operating_costs, own.heating_costs, own.other_costs)
    if own.total_stated is not None and own.base_rent is not None:
        total = sum(part for part in parts if part is not None)
        if total != own.total_stated:
            yield _("Die einzelnen Beträge ergeben zusammen nicht die ganze Miete. Bitte prüfen Sie die Beträge.")


RENT = Step(
    "miete",
    _("Ihre Miete"),
    (
        Amount(
            "base_rent",
            _("Kaltmiete im Monat"),
            help=_("Ohne Nebenkosten und Heizung, zum Beispiel 420,50"),
            where=_("Steht im Mietvertrag oder im letzten Brief zur Miete"),
            why=_("Damit wir Ihre Wohnkosten berechnen können."),
            basis=COSTS_BASIS,
            official=Official("KDU", "20"),
            proof=(DocumentClass.LEASE,),
        ),
        Amount(
            "operating_costs",
            _("Nebenkosten im Monat"),
            help=_("Zum Beispiel Wasser, Müll, Hausmeister. Ohne Heizung und ohne Strom."),
            official=Official("KDU", "20"),
        ),
        Amount(
            "heating_costs",
            _("Heizkosten im Monat"),
            where=_("Steht im Mietvertrag, bei eigenem Vertrag auf der Rechnung für Gas oder Öl"),
            official=Official("KDU", "20"),
        ),
        Amount(
            "other_costs",
            _("Andere Kosten im Monat"),
            help=_("Zum Beispiel Stellplatz, Möbel"),
            official=Official("KDU", "20"),
            required=False,
        ),
        Amount("total_stated", _("Ganze Miete im Monat"), help=_("Was Sie jeden Monat überweisen"), required=False),
        YesNo(
            "household_electricity_included",
            _("Ist Strom für Licht und Geräte in der Miete enthalten?"),
            why=_(
                "Strom für den Haushalt bezahlen Sie aus dem monatlichen Betrag zum Leben. Darum schauen wir, welcher Teil Ihrer Miete für Wohnen und Heizen ist."
            ),
            basis="§ 20 Abs. 1 SGB II",
        ),
    ),
    when=RENTING,
    applies_when=_rents,
    check=_sums,
    annex=Annex.KDU,
)

OWNED = Step(
    "eigentum",
    _("Kosten Ihres Eigentums"),
    (
        Amount(
            "owner_interest",
            _("Zinsen und feste Kosten im Monat"),
            help=_("Zinsen, Grundsteuer, Gebäudeversicherung; Jahresbeträge durch 12 teilen. Ohne Tilgung."),
            where=_("Steht im Zinsplan der Bank und in den Bescheiden der Gemeinde"),
            why=_(
                "Auch im eigenen Haus oder in der eigenen Wohnung können wir vielleicht Kosten übernehmen. Die Tilgung gehört meistens nicht dazu, weil Ihnen damit mehr von der Wohnung gehört."
            ),
            basis=COSTS_BASIS,
            official=Official("KDU", "21–23"),
            proof=(DocumentClass.OWNER_COSTS,),
        ),
        Amount(
            "owner_operating",
            _("Wasser, Abwasser, Müll, Schornsteinfeger, Hausgeld im Monat"),
            official=Official("KDU", "21–23"),
        ),
        Amount("owner_heating", _("Heizkosten im Monat"), official=Official("KDU", "24–25")),
        Amount(
            "loan_principal",
            _("Tilgung im Monat"),
            help=_("Der Teil der Rate, der den Kredit kleiner macht"),
            where=_("Steht im Tilgungsplan der Bank"),
            required=False,
        ),
    ),
    when=_("wenn Sie im Eigentum wohnen und dafür etwas bezahlen"),
    applies_when=_owns,
    annex=Annex.KDU,
)

LODGING = Step(
    "unterkunft",
    _("Kosten der Unterkunft"),
    (
        Amount(
            "lodging_fee",
            _("Was kostet das Wohnen dort im Monat?"),
            help=_("Alles zusammen, mit Heizung. Ohne Essen."),
            where=_("Steht im Bescheid oder im Vertrag der Unterkunft"),
            why=_(
                "Auch diese Kosten können wir vielleicht übernehmen, selbst ohne Mietvertrag. Essen gehört nicht dazu, weil dafür der monatliche Betrag zum Leben da ist."
            ),
            basis=COSTS_BASIS,
            official=Official("KDU", "20"),
            proof=(DocumentClass.LODGING_BILL,),
        ),
    ),
    when=_("wenn Sie in einer Unterkunft, in einem Heim oder bei anderen wohnen und dafür etwas bezahlen"),
    applies_when=_lodges,
    annex=Annex.KDU,
)

HEATING = Step(
    "heizung",
    _("Heizung und warmes Wasser"),
    (
        Text(
            "heating_kind",
            _("Womit wird geheizt?"),
            help=_("Zum Beispiel Gas, Fernwärme, Strom, Öl"),
            official=Official("KDU", "26"),
        ),
        YesNo(
            "hot_water_decentral",
            _("Wird das warme Wasser in Ihrer Wohnung erwärmt, zum Beispiel mit einem Boiler?"),
            why=_("Dann steht Ihnen jeden Monat etwas mehr Geld zu."),
            basis="§ 21 Abs. 7 SGB II",
            official=Official("KDU", "28–29"),
        ),
        YesNo(
            "hot_water_in_heating",
            _("Sind die Kosten für warmes Wasser in den Heizkosten enthalten?"),
            official=Official("KDU", "28–29"),
        ),
        YesNo(
            "hot_water_need_asked",
            _("Möchten Sie das Geld für warmes Wasser beantragen?"),
            help=_("Wenn das Wasser in der Wohnung erwärmt wird"),
            why=_(
                "Bei „Ja“ prüfen wir, ob Sie dafür jeden Monat etwas zusätzlich bekommen. Rechnungen brauchen Sie dafür meistens nicht."
            ),
            basis="§ 21 Abs. 7 SGB II",
            needed_if=lambda own: own.hot_water_decentral,
            needed_when=_("wenn das warme Wasser in der Wohnung erwärmt wird"),
        ),
    ),
    when=IN_DWELLING,
    applies_when=lambda answers: answers.home.kind in WITH_DWELLING and _has_costs(answers),
)

LANDLORD = Step(
    "vermieter",
    _("Vermieterin oder Vermieter"),
    (
        Name("landlord_name", _("Name oder Firma"), official=Official("KDU", "30–36")),
        LongText("landlord_address", _("Anschrift"), official=Official("KDU", "30–36"), required=False),
        YesNo("landlord_is_relative", _("Sind Sie mit der Person verwandt oder verschwägert?")),
        YesNo("landlord_in_household", _("Wohnt die Person mit Ihnen in der Wohnung?")),
        YesNo(
            "direct_payment",
            _("Sollen wir die Miete direkt an Vermieterin oder Vermieter überweisen?"),
            help=_("Dann erfährt die Person, dass Sie Geld vom Jobcenter bekommen."),
            why=_(
                "Bei „Nein“ bekommen Sie das Geld und bezahlen die Miete selbst. Nur in besonderen Fällen, zum Beispiel bei hohen Mietschulden, zahlen wir trotzdem direkt; dann schreiben wir Ihnen das."
            ),
            basis="§ 22 Abs. 7 SGB II",
            official=Official("KDU", "30–36"),
        ),
        Iban(
            "landlord_iban",
            _("Falls ja: IBAN von Vermieterin oder Vermieter"),
            where=_("Steht im Mietvertrag oder auf Ihrem Kontoauszug"),
            needed_if=lambda own: own.direct_payment,
            needed_when=_("wenn wir die Miete direkt überweisen sollen"),
        ),
    ),
    intro=_("Wir schreiben Ihrer Vermieterin oder Ihrem Vermieter nicht ohne Ihre Zustimmung."),
    when=RENTING,
    applies_when=_rents,
)

DEBTS = Step(
    "schulden",
    _("Schulden bei Miete oder Energie"),
    (
        YesNo(
            "arrears",
            _("Schulden Sie Miete, Strom, Gas oder Wasser?"),
            why=_("Wir können helfen, damit Sie die Wohnung behalten."),
            basis="§ 22 Abs. 8 SGB II",
            carried=False,
        ),
        Amount(
            "arrears_amount",
            _("Falls ja: Wie viel?"),
            where=_("Steht in der Mahnung"),
            needed_if=lambda own: own.arrears,
            needed_when=_("wenn es Schulden gibt"),
            proof=(DocumentClass.ARREARS_LETTER,),
        ),
        YesNo(
            "eviction_threat",
            _("Haben Sie eine Kündigung oder eine Räumungsklage bekommen?"),
            proof=(DocumentClass.EVICTION_NOTICE,),
            carried=False,
        ),
        YesNo("energy_cut_threat", _("Droht, dass Strom, Gas oder Wasser abgestellt werden?"), carried=False),
    ),
    when=IN_DWELLING,
    applies_when=lambda answers: answers.home.kind in WITH_DWELLING and _has_costs(answers),
)
