"""The pages about one income: what it is, pay and the way to work, benefits (EK 9–32)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Date, LongText, Number, Official, PersonReference, Text, YesNo
from applications.catalogue.question import Words
from applications.catalogue.structure import Step
from applications.claim.answers import Part
from applications.enums import DocumentClass, IncomeKind

EARNED = frozenset({IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB})
FROM_WORK = frozenset({*EARNED, IncomeKind.SELF_EMPLOYMENT, IncomeKind.VOLUNTARY_WORK})
INCOME_BASIS = "§§ 11, 11b SGB II"


def _net_and_gross(own: Part) -> Iterator[Words]:
    """More paid out than earned."""
    if own.gross is not None and own.net is not None and own.net > own.gross:
        yield _("Das Netto ist höher als das Brutto. Vielleicht sind die Beträge vertauscht?")


def _is_no_business(own: Part) -> bool:
    return bool(own.kind != IncomeKind.SELF_EMPLOYMENT)


KIND = Step(
    "einnahme",
    _("Welches Einkommen ist das?"),
    (
        Choice(
            "kind",
            _("Art des Einkommens"),
            why=_(
                "Nicht jedes Geld zählt gleich: Von Lohn bleibt ein Teil frei, manches rechnen wir gar nicht an. Danach richtet sich auch, was wir noch fragen."
            ),
            basis=INCOME_BASIS,
            official=Official("EK", "9–23"),
            options=IncomeKind,
            as_list=True,
        ),
    ),
    named=_("Art des Einkommens: %(name)s"),
)

PAY = Step(
    "lohn",
    _("Lohn oder Gewinn"),
    (
        Text("payer", _("Arbeitgeber oder Auftraggeber"), official=Official("EK", "9–20")),
        Amount(
            "gross",
            _("Brutto im Monat"),
            help=_("Vor Abzug von Steuern und Versicherung. Bei Selbstständigkeit: der Gewinn."),
            where=_("Steht auf der Lohnabrechnung unten als „Gesamtbrutto“"),
            official=Official("EK", "9–20"),
            proof=(DocumentClass.PAYSLIP,),
        ),
        Amount(
            "net",
            _("Netto im Monat"),
            help=_("Was auf dem Konto ankommt"),
            where=_("Steht auf der Lohnabrechnung ganz unten als „Auszahlungsbetrag“"),
            official=Official("EK", "9–20"),
            needed_if=_is_no_business,
            needed_when=_("wenn es keine Selbstständigkeit ist"),
        ),
        YesNo(
            "varies",
            _("Ändert sich der Betrag von Monat zu Monat?"),
            why=_(
                "Dann entscheiden wir meistens zuerst vorläufig. Später rechnen wir mit den echten Beträgen; dann zahlen wir vielleicht etwas nach, oder es muss etwas zurückgezahlt werden."
            ),
            basis="§ 41a SGB II",
        ),
        Amount(
            "one_off",
            _("Sonderzahlungen"),
            help=_("Zum Beispiel Weihnachtsgeld; die letzte Zahlung"),
            official=Official("EK", "9–20"),
            required=False,
        ),
    ),
    named=_("Einkommen: %(name)s"),
    when=_("wenn das Einkommen aus Arbeit kommt"),
    applies_to=lambda _answers, own: own.kind in FROM_WORK,
    check=_net_and_gross,
)

WORKING_TIME = Step(
    "arbeitszeit",
    _("Arbeitszeit und Zahltag"),
    (
        Number(
            "weekly_hours",
            _("Stunden in der Woche"),
            where=_("Steht im Arbeitsvertrag"),
            official=Official("EK", "9–20"),
            unit=_("Stunden"),
            places=2,
            largest=168,
        ),
        YesNo(
            "paid_in_following_month",
            _("Kommt der Lohn erst im nächsten Monat?"),
            help=_("Zum Beispiel der Lohn für Oktober im November"),
            where=_("Steht auf dem Kontoauszug"),
            official=Official("EK", "9–20"),
            needed_if=_is_no_business,
            needed_when=_("wenn es keine Selbstständigkeit ist"),
        ),
        Date("since", _("Seit wann?"), official=Official("EK", "9–20")),
        Date(
            "until", _("Bis wann?"), help=_("Wenn ein Ende feststeht"), official=Official("EK", "9–20"), required=False
        ),
    ),
    named=_("Arbeitszeit und Zahltag: %(name)s"),
    when=_("wenn das Einkommen aus Arbeit kommt"),
    applies_to=lambda _answers, own: own.kind in FROM_WORK,
)

WAY = Step(
    "arbeitsweg",
    _("Weg zur Arbeit"),
    (
        Number(
            "commute_days_per_week",
            _("Tage in der Woche"),
            help=_("An denen der Weg zurückgelegt wird"),
            official=Official("EK", "24–32"),
            unit=_("Tage"),
            places=1,
            largest=7,
            required=False,
        ),
        Number(
            "commute_km",
            _("Einfache Strecke"),
            why=_(
                "Mit der Strecke rechnen wir aus, wie viel wir für das Fahren abziehen können. Bei kleinem Lohn ändert das meistens nichts, weil dort schon ein fester Betrag frei bleibt."
            ),
            basis="§ 11b Abs. 1 Satz 1 Nr. 5 SGB II",
            official=Official("EK", "24–32"),
            unit=_("km"),
            places=1,
            largest=999,
            required=False,
        ),
    ),
    intro=_("Fahrtkosten können das angerechnete Einkommen kleiner machen."),
    named=_("Weg zur Arbeit: %(name)s"),
    when=_("wenn es Lohn oder ein Minijob ist"),
    applies_to=lambda _answers, own: own.kind in EARNED,
)

BENEFIT = Step(
    "leistung",
    _("Höhe und Dauer"),
    (
        Amount(
            "amount",
            _("Betrag im Monat"),
            where=_("Steht im Bescheid oder auf dem Kontoauszug"),
            official=Official("EK", "23"),
            proof=(DocumentClass.BENEFIT_NOTICE,),
        ),
        Text(
            "office",
            _("Wer zahlt das?"),
            help=_("Zum Beispiel Familienkasse, Jugendamt, Rentenversicherung"),
            required=False,
        ),
        PersonReference(
            "for_person",
            _("Für wen ist das Geld?"),
            help=_("Zum Beispiel das Kind, für das es Kindergeld gibt"),
            required=False,
        ),
        Date("paid_since", _("Seit wann?"), required=False),
        Date("paid_until", _("Bis wann?"), help=_("Wenn ein Ende feststeht"), required=False),
        LongText(
            "note",
            _("Beschreibung"),
            help=_("Bei anderem Einkommen: Was ist das?"),
            needed_if=lambda own: own.kind == IncomeKind.OTHER,
            needed_when=_("wenn es ein anderes Einkommen ist"),
        ),
    ),
    named=_("Einkommen: %(name)s"),
    when=_("wenn das Einkommen nicht aus Arbeit kommt"),
    applies_to=lambda _answers, own: own.kind is not None and own.kind not in FROM_WORK,
)
