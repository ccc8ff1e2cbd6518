"""Section "Arbeit und Einkommen": for every person work, training, income and what is paid from it (HA 34, 39–41; EK)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Date, LongText, Number, Official, PersonReference, Text, YesNo
from applications.catalogue.main_application.subjects import unit, workers
from applications.catalogue.question import Words
from applications.catalogue.structure import Collection, ForEach, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, EducationStatus, IncomeKind

EARNED = frozenset({IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB})
FROM_WORK = frozenset({*EARNED, IncomeKind.SELF_EMPLOYMENT, IncomeKind.VOLUNTARY_WORK})
INCOME_BASIS = "§§ 11, 11b SGB II"


def _is_worker(answers: Answers, own: Part) -> bool:
    return own.id in {subject.id for subject in workers(answers)}


def _net_and_gross(own: Part) -> Iterator[Words]:
    """More paid out than earned."""
    if own.gross is not None and own.net is not None and own.net > own.gross:
        yield _("Das Netto ist höher als das Brutto. Vielleicht sind die Beträge vertauscht?")


def _has_income(_answers: Answers, own: Part) -> bool:
    return own.has_income is True


OCCUPATION = Step(
    "arbeit",
    _("Arbeit und Ausbildung"),
    (
        YesNo(
            "fit_for_work",
            _("Ist Arbeit für mindestens 3 Stunden am Tag möglich?"),
            help=_("Wenn nicht klar: „Ja“. Ob Arbeit zumutbar ist, ist eine andere Frage."),
            why=_("Wer länger nicht arbeiten kann, bekommt Geld von einer anderen Stelle. Dann leiten wir das weiter."),
            basis="§ 8 Abs. 1 SGB II",
            official=Official("HA", "34"),
        ),
        Choice(
            "education",
            _("Schule, Ausbildung oder Studium?"),
            basis="§ 7 Abs. 5 SGB II",
            official=Official("HA", "39–41"),
            options=EducationStatus,
        ),
        Text(
            "education_note",
            _("Name von Schule oder Betrieb"),
            needed_if=lambda own: own.education not in {None, EducationStatus.NONE},
            proof=(DocumentClass.SCHOOL_CERT,),
        ),
        YesNo(
            "lives_away_for_education",
            _("Unterkunft woanders wegen der Ausbildung?"),
            help=_("Zum Beispiel Internat oder Wohnheim"),
            official=Official("HA", "39–41"),
            needed_if=lambda own: own.education not in {None, EducationStatus.NONE},
        ),
    ),
    named=_("Arbeit und Ausbildung von %(name)s"),
    applies_to=_is_worker,
)

ANY_INCOME = Step(
    "geld",
    _("Einkommen"),
    (
        YesNo(
            "has_income",
            _("Kommt regelmäßig Geld herein?"),
            help=_("Zum Beispiel Lohn, Kindergeld, Unterhalt, Rente, Arbeitslosengeld. Auch kleine Beträge."),
            why=_("Einkommen wird angerechnet. Von Lohn bleibt immer ein Teil frei."),
            basis=INCOME_BASIS,
            official=Official("EK", "8"),
        ),
    ),
    named=_("Einkommen von %(name)s"),
)

KIND = Step(
    "einnahme",
    _("Welches Einkommen ist das?"),
    (
        Choice(
            "kind",
            _("Art des Einkommens"),
            basis=INCOME_BASIS,
            official=Official("EK", "9–23"),
            options=IncomeKind,
            as_list=True,
        ),
    ),
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
            official=Official("EK", "9–20"),
            proof=(DocumentClass.PAYSLIP,),
        ),
        Amount("net", _("Netto im Monat"), help=_("Was auf dem Konto ankommt"), official=Official("EK", "9–20")),
        YesNo("varies", _("Ändert sich der Betrag von Monat zu Monat?"), basis="§ 41a SGB II"),
        Amount(
            "one_off",
            _("Sonderzahlungen"),
            help=_("Zum Beispiel Weihnachtsgeld; die letzte Zahlung"),
            official=Official("EK", "9–20"),
            required=False,
        ),
        Number(
            "weekly_hours",
            _("Stunden in der Woche"),
            official=Official("EK", "9–20"),
            unit=_("Stunden"),
            places=2,
            largest=168,
        ),
        YesNo(
            "paid_in_following_month",
            _("Kommt der Lohn erst im nächsten Monat?"),
            help=_("Zum Beispiel der Lohn für Oktober im November"),
            official=Official("EK", "9–20"),
        ),
        Date("since", _("Seit wann?"), official=Official("EK", "9–20")),
        Date(
            "until", _("Bis wann?"), help=_("Wenn ein Ende feststeht"), official=Official("EK", "9–20"), required=False
        ),
    ),
    named=_("Einkommen: %(name)s"),
    applies_to=lambda _answers, own: own.kind in FROM_WORK,
    check=_net_and_gross,
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
            basis="§ 11b Abs. 1 Satz 1 Nr. 5 SGB II",
            official=Official("EK", "24–32"),
            unit=_("km"),
            places=1,
            largest=999,
            required=False,
        ),
    ),
    intro=_("Fahrtkosten können das angerechnete Einkommen kleiner machen."),
    applies_to=lambda _answers, own: own.kind in EARNED,
)

BENEFIT = Step(
    "leistung",
    _("Höhe und Dauer"),
    (
        Amount("amount", _("Betrag im Monat"), official=Official("EK", "23"), proof=(DocumentClass.BENEFIT_NOTICE,)),
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
        ),
    ),
    named=_("Einkommen: %(name)s"),
    applies_to=lambda _answers, own: own.kind is not None and own.kind not in FROM_WORK,
)

INCOMES = Collection(
    "incomes",
    "einkommen",
    _("Alle Einkommen"),
    (KIND, PAY, WAY, BENEFIT),
    one=_("Einkommen"),
    add=_("Einkommen hinzufügen"),
    more=_("Weiteres Einkommen hinzufügen"),
    empty=_("Sie haben hier noch kein Einkommen eingetragen."),
    name=lambda own: own.kind.label if own.kind else "",
    named=_("Alle Einkommen von %(name)s"),
    intro=_(
        "Tragen Sie jedes Einkommen einzeln ein. Kindergeld tragen Sie bei der Person ein, auf deren Konto es kommt."
    ),
    applies_to=_has_income,
)

COSTS = Step(
    "abzuege",
    _("Was Sie davon bezahlen"),
    (
        Amount(
            "car_liability",
            _("Kfz-Haftpflicht im Monat"),
            help=_("Jahresbeitrag durch 12 teilen"),
            official=Official("EK", "34"),
            required=False,
        ),
        Amount("riester", _("Riester-Rente im Monat"), official=Official("EK", "34"), required=False),
        Amount(
            "private_insurance",
            _("Private Versicherungen im Monat"),
            help=_("Zum Beispiel Haftpflicht, Hausrat"),
            official=Official("EK", "34"),
            required=False,
        ),
        Amount(
            "maintenance_paid",
            _("Gezahlter Unterhalt im Monat"),
            help=_("An Kinder oder frühere Partner außerhalb der Wohnung"),
            official=Official("EK", "35–37"),
            required=False,
        ),
        Amount(
            "work_costs",
            _("Andere Kosten für die Arbeit im Monat"),
            help=_("Zum Beispiel Arbeitskleidung, Gewerkschaft"),
            official=Official("EK", "33"),
            required=False,
        ),
    ),
    named=_("Was %(name)s davon bezahlt"),
    intro=_("Diese Ausgaben können das angerechnete Einkommen kleiner machen. Lassen Sie leer, was es nicht gibt."),
    applies_to=lambda answers, own: _has_income(answers, own) and _is_worker(answers, own),
)


WORK = Section(
    "work",
    _("Arbeit und Einkommen"),
    (ForEach("people", unit, (OCCUPATION, ANY_INCOME, INCOMES, COSTS)),),
    carried=True,
)
