"""Section "Selbstständigkeit": the business of each self-employed person and six months of it, estimated (EKS).

The paper has a table of 33 lines and six months. Here costs that are alike every month are asked once, and each month
has two short pages. It is always the provisional statement: the final one comes after the period (§ 41a SGB II).
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Date, Number, Text, YesNo
from applications.catalogue.main_application.subjects import workers
from applications.catalogue.structure import ForEach, Section, Step, Subject
from applications.claim.answers import Answers
from applications.enums import Annex, CarUse, IncomeKind, WishedStart
from portal.law.dates import months_from
from portal.law.parameter import whole
from portal.ui.formats import format_month

BASIS = "§ 3 GrusiGV"
BOOKS = _("Steht in Ihrer Buchführung oder auf Rechnungen und Kontoauszügen")


def self_employed(answers: Answers) -> tuple[Subject, ...]:
    """Who works on their own account: said so, or has income from it."""
    return answers.once(_self_employed)


def _self_employed(answers: Answers) -> tuple[Subject, ...]:
    earning = {own.owner for own in answers.work.incomes if own.kind == IncomeKind.SELF_EMPLOYMENT}
    said = {own.id for own in answers.work.people if own.self_employed}
    return tuple(subject for subject in workers(answers) if subject.id in earning | said)


def months(answers: Answers) -> tuple[Subject, ...]:
    """The months of the period for each of them, each a thing of its own that keeps its answers."""
    return answers.once(_months)


def _months(answers: Answers) -> tuple[Subject, ...]:
    first = _first_month(answers)
    if first is None:
        return ()
    count = whole("grant.period_months_short", first)
    return tuple(
        Subject(
            f"{subject.id}-{month:%Y-%m}",
            format_month(month) if subject.is_applicant else f"{format_month(month)} ({subject.name})",
            subject.id,
        )
        for subject in self_employed(answers)
        for month in months_from(first, count)
    )


def _first_month(answers: Answers) -> date | None:
    """The month from which benefits are asked for; None while no day is known."""
    you = answers.you
    wished: date | None = you.wished_start if you.wished == WishedStart.LATER else None
    return wished or answers.started_on


BUSINESS = Step(
    "betrieb",
    _("Selbstständige Arbeit"),
    (
        Text(
            "activity",
            _("Was ist das für eine Arbeit?"),
            help=_("Zum Beispiel Fotografie, Kiosk, Putzdienst"),
            why=_(
                "An der Art der Arbeit erkennen wir, welche Ausgaben dafür nötig sind. Dann müssen wir seltener nachfragen."
            ),
            basis=BASIS,
        ),
        Date(
            "business_since",
            _("Seit wann?"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Wir verteilen den Gewinn nur auf die Monate, in denen es die Arbeit gibt. Am Anfang fehlen oft noch Zahlen; dann reicht eine Schätzung."
            ),
            basis=BASIS,
        ),
        YesNo(
            "small_business",
            _("Gilt die Kleinunternehmer-Regel?"),
            help=_("Dann steht auf den Rechnungen keine Umsatzsteuer."),
            where=_("Steht im Brief vom Finanzamt"),
            why=_(
                "Ohne diese Regel zählt eingenommene Umsatzsteuer mit, und bezahlte Umsatzsteuer ziehen wir ab. Mit der Regel lassen Sie das Feld „Eingenommene Umsatzsteuer“ leer."
            ),
            basis="§ 19 UStG",
        ),
    ),
    named=_("Selbstständige Arbeit von %(name)s"),
    intro=_(
        "Wir brauchen eine Schätzung für 6 Monate. Danach zahlen wir vorläufig. Nach den 6 Monaten sagen Sie uns, wie es wirklich war, und wir rechnen noch einmal."
    ),
    annex=Annex.EKS,
)

FIXED_COSTS = Step(
    "feste-ausgaben",
    _("Ausgaben, die jeden Monat gleich sind"),
    (
        Amount(
            "premises",
            _("Miete für Laden, Büro oder Werkstatt"),
            where=BOOKS,
            why=_(
                "Nötige Ausgaben ziehen wir von den Einnahmen ab; dann zählt weniger als Einkommen. Die Miete der Wohnung gehört zum Teil „Wohnen“."
            ),
            basis=BASIS,
            required=False,
        ),
        Amount("staff", _("Löhne mit Abgaben"), required=False),
        Amount("business_insurance", _("Versicherungen und Beiträge des Betriebs"), required=False),
        Amount("phone", _("Telefon und Internet"), required=False),
        Amount("advice", _("Steuerberatung und Buchführung"), required=False),
        Amount("interest", _("Zinsen für Kredite des Betriebs"), help=_("Ohne Tilgung"), required=False),
    ),
    named=_("Gleiche Ausgaben im Monat: %(name)s"),
    intro=_("Tragen Sie ein, was im Monat dafür bezahlt wird. Lassen Sie leer, was es nicht gibt."),
    annex=Annex.EKS,
)

CAR = Step(
    "auto-arbeit",
    _("Auto für die selbstständige Arbeit"),
    (
        Choice(
            "car_use",
            _("Welches Auto wird für die Arbeit benutzt?"),
            why=_(
                "Fährt ein Auto vor allem für die Arbeit, zählen seine Kosten als Ausgabe. Bei einem Auto, das mehr privat fährt, zählt ein Betrag für jeden Kilometer, der für die Arbeit gefahren wird."
            ),
            basis="§ 3 Abs. 7 GrusiGV",
            options=CarUse,
        ),
        Amount(
            "car_costs",
            _("Auto des Betriebs: Kosten im Monat"),
            help=_("Steuer, Versicherung, Benzin, Reparaturen"),
            needed_if=lambda own: own.car_use == CarUse.BUSINESS,
            needed_when=_("wenn es ein Auto des Betriebs gibt"),
        ),
        Number(
            "private_km",
            _("Auto des Betriebs: private Kilometer im Monat"),
            help=_("Eine Schätzung reicht."),
            why=_(
                "Private Fahrten gehören nicht zur Arbeit. Darum ziehen wir für jeden privaten Kilometer einen kleinen Betrag von den Kosten ab; der Rest zählt als Ausgabe."
            ),
            basis="§ 3 Abs. 7 GrusiGV",
            needed_if=lambda own: own.car_use == CarUse.BUSINESS,
            needed_when=_("wenn es ein Auto des Betriebs gibt"),
            unit=_("km"),
        ),
        Number(
            "business_km",
            _("Privates Auto: Kilometer für die Arbeit im Monat"),
            help=_("Eine Schätzung reicht."),
            why=_(
                "Für jeden dieser Kilometer ziehen wir einen Betrag von den Einnahmen ab. Wenn Sie zeigen, dass das Benzin für die Arbeit mehr kostet, zählt vielleicht der höhere Betrag."
            ),
            basis="§ 3 Abs. 7 GrusiGV",
            needed_if=lambda own: own.car_use == CarUse.PRIVATE,
            needed_when=_("wenn das private Auto benutzt wird"),
            unit=_("km"),
        ),
    ),
    named=_("Auto für die selbstständige Arbeit von %(name)s"),
    annex=Annex.EKS,
)

RECEIPTS = Step(
    "monat-einnahmen",
    _("Einnahmen in einem Monat"),
    (
        Amount(
            "sales",
            _("Einnahmen aus der Arbeit"),
            help=_("Ohne Umsatzsteuer. 0, wenn nichts kommt."),
            where=BOOKS,
            why=_(
                "Von den Einnahmen ziehen wir die nötigen Ausgaben ab. Nur was übrig bleibt, zählt als Einkommen, und davon bleibt ein Teil frei."
            ),
            basis=BASIS,
        ),
        Amount(
            "vat_received",
            _("Eingenommene Umsatzsteuer"),
            help=_("Nicht, wenn die Kleinunternehmer-Regel gilt"),
            required=False,
        ),
        Amount(
            "own_use",
            _("Für sich selbst entnommene Waren"),
            help=_("Zum Beispiel Lebensmittel aus dem eigenen Laden: ungefährer Wert"),
            required=False,
        ),
        Amount("other_receipts", _("Andere Einnahmen"), help=_("Zum Beispiel Zuschüsse, Erstattungen"), required=False),
    ),
    named=_("Einnahmen im %(name)s"),
    intro=_("Es zählt der Monat, in dem das Geld kommt. Wenn Sie es noch nicht wissen: Schätzen Sie."),
    annex=Annex.EKS,
)

SPENDING = Step(
    "monat-ausgaben",
    _("Weitere Ausgaben in einem Monat"),
    (
        Amount(
            "goods",
            _("Waren und Material"),
            where=BOOKS,
            why=_(
                "Was für die Arbeit gekauft werden muss, ziehen wir von den Einnahmen ab. Wenn hier etwas fehlt, rechnen wir vielleicht mit zu viel Gewinn."
            ),
            basis=BASIS,
            required=False,
        ),
        Amount("travel", _("Reisen und Fahrten ohne Auto"), required=False),
        Amount("office", _("Büro, Werbung, Fortbildung"), required=False),
        Amount("vat_paid", _("Bezahlte Umsatzsteuer"), required=False),
        Amount(
            "other_spending",
            _("Andere Ausgaben"),
            help=_("Was oben und bei den gleichen Ausgaben nicht steht"),
            required=False,
        ),
    ),
    named=_("Weitere Ausgaben im %(name)s"),
    intro=_("Lassen Sie leer, was es nicht gibt."),
    annex=Annex.EKS,
)

FOR_SELF_EMPLOYED = _("für alle, die selbstständig arbeiten")
SELF_EMPLOYMENT = Section(
    "self_employment",
    _("Selbstständigkeit"),
    (
        ForEach("people", self_employed, (BUSINESS, FIXED_COSTS, CAR), when=FOR_SELF_EMPLOYED),
        ForEach(
            "months",
            months,
            (RECEIPTS, SPENDING),
            when=_("für alle, die selbstständig arbeiten, und für jeden Monat"),
        ),
    ),
    carried=False,
)
