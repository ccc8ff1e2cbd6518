"""Section "Arbeit und Einkommen": for every person work, training, income and what is paid from it (HA 34, 39–41; EK)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Official, Text, YesNo
from applications.catalogue.main_application.income import BENEFIT, INCOME_BASIS, KIND, PAY, WAY, WORKING_TIME
from applications.catalogue.main_application.subjects import unit, workers
from applications.catalogue.structure import Collection, ForEach, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import Annex, DocumentClass, EducationStatus


def _worker_ids(answers: Answers) -> set[str]:
    return {subject.id for subject in workers(answers)}


def _is_worker(answers: Answers, own: Part) -> bool:
    return own.id in answers.once(_worker_ids)


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
            why=_(
                "Für ein Studium und manche Ausbildungen gibt es meistens BAföG; vielleicht können wir trotzdem einen Teil zahlen. Junge Menschen in Schule oder Ausbildung dürfen oft mehr vom Lohn behalten."
            ),
            basis="§ 7 Abs. 5 SGB II",
            official=Official("HA", "39–41"),
            options=EducationStatus,
        ),
        YesNo(
            "self_employed",
            _("Gibt es eine selbstständige Arbeit, auch ohne Gewinn?"),
            help=_("Zum Beispiel ein Gewerbe, Aufträge auf Rechnung, ein Kiosk"),
            why=_(
                "Dann rechnen wir mit den Einnahmen und Ausgaben der Selbstständigkeit, nicht mit einem Lohn. Bei „Ja“ fragen wir später danach."
            ),
            basis="§ 3 GrusiGV",
            official=Official("EK", "21"),
        ),
    ),
    named=_("Arbeit und Ausbildung von %(name)s"),
    when=_("für jede Person ab 15 Jahren"),
    applies_to=_is_worker,
    annex=Annex.EK,
)

EDUCATION = Step(
    "ausbildung",
    _("Schule, Ausbildung oder Studium"),
    (
        Text(
            "education_note",
            _("Name von Schule oder Betrieb"),
            why=_(
                "Daran erkennen wir, welche Art von Ausbildung es ist und ob vielleicht BAföG oder Berufsausbildungsbeihilfe in Frage kommt."
            ),
            basis="§ 7 Abs. 5 SGB II",
            official=Official("HA", "39–41"),
            proof=(DocumentClass.SCHOOL_CERT,),
        ),
        YesNo(
            "lives_away_for_education",
            _("Unterkunft woanders wegen der Ausbildung?"),
            help=_("Zum Beispiel Internat oder Wohnheim"),
            official=Official("HA", "39–41"),
        ),
    ),
    named=_("Schule, Ausbildung oder Studium von %(name)s"),
    when=_("wenn jemand ab 15 Jahren zur Schule geht, eine Ausbildung macht oder studiert"),
    applies_to=lambda answers, own: own.education not in {None, EducationStatus.NONE} and _is_worker(answers, own),
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

INCOMES = Collection(
    "incomes",
    "einkommen",
    _("Alle Einkommen"),
    (KIND, PAY, WORKING_TIME, WAY, BENEFIT),
    one=_("Einkommen"),
    add=_("Einkommen hinzufügen"),
    more=_("Weiteres Einkommen hinzufügen"),
    empty=_("Sie haben hier noch kein Einkommen eingetragen."),
    name=lambda own: own.kind.label if own.kind else "",
    named=_("Alle Einkommen von %(name)s"),
    intro=_(
        "Tragen Sie jedes Einkommen einzeln ein. Kindergeld tragen Sie bei der Person ein, auf deren Konto es kommt."
    ),
    when=_("wenn regelmäßig Geld hereinkommt"),
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
            where=_("Steht auf der Rechnung der Versicherung"),
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
        YesNo(
            "maintenance_paid_title",
            _("Falls Unterhalt gezahlt wird: Gibt es dafür ein Urteil oder eine Urkunde?"),
            why=_(
                "Gezahlten Unterhalt können wir nur bis zu dem Betrag abziehen, der dort steht. Für Kinder stellt das Jugendamt eine solche Urkunde kostenlos aus."
            ),
            basis="§ 11b Abs. 1 Satz 1 Nr. 7 SGB II",
            official=Official("EK", "35–37"),
            needed_if=lambda own: own.maintenance_paid,
            needed_when=_("wenn Unterhalt gezahlt wird"),
            proof=(DocumentClass.MAINTENANCE_TITLE,),
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
    when=_("wenn eine Person ab 15 Jahren Einkommen hat"),
    applies_to=lambda answers, own: _has_income(answers, own) and _is_worker(answers, own),
)


WORK = Section(
    "work",
    _("Arbeit und Einkommen"),
    (
        ForEach(
            "people",
            unit,
            (OCCUPATION, EDUCATION, ANY_INCOME, INCOMES, COSTS),
            when=_("für jede Person der Bedarfsgemeinschaft"),
        ),
    ),
    carried=True,
)
