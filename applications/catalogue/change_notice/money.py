"""Pages about work and money that the change notice asks: each only where that change is told."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.change_notice.kinds import TELLING_BASIS, told, whom
from applications.catalogue.kinds import Amount, Choice, Date, Number, Text, YesNo
from applications.catalogue.structure import Step
from applications.claim.answers import Answers
from applications.enums import BenefitState, ChangeKind, DocumentClass, IncomeKind

WAGES = (IncomeKind.EMPLOYMENT, IncomeKind.MINIJOB)
OWN_MONEY = (
    *WAGES,
    IncomeKind.SELF_EMPLOYMENT,
    IncomeKind.VOLUNTARY_WORK,
    IncomeKind.MAINTENANCE,
    IncomeKind.INTEREST,
    IncomeKind.RENTAL,
    IncomeKind.OTHER,
)
BENEFITS = tuple(kind for kind in IncomeKind if kind not in OWN_MONEY)
INCOME_BASIS = "§§ 11, 11b SGB II"


def _is_wage(answers: Answers) -> bool:
    return told(ChangeKind.INCOME)(answers) and answers.change.income_kind in WAGES


def _is_other_money(answers: Answers) -> bool:
    kind = answers.change.income_kind
    return told(ChangeKind.INCOME)(answers) and kind is not None and kind not in WAGES


JOB_START = Step(
    "neue-arbeit",
    _("Die neue Arbeit"),
    (
        whom("job_start_person_id"),
        Date(
            "job_start_on",
            _("Erster Arbeitstag"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Ab diesem Tag kann sich die Krankenversicherung ändern, und was wir mit der Person "
                "vereinbart haben. Das Geld ändert sich meistens erst, wenn der Lohn kommt."
            ),
            basis=TELLING_BASIS,
            proof=(DocumentClass.EMPLOYMENT_CONTRACT,),
        ),
        Text("job_start_employer", _("Name der Firma")),
        Number("job_start_hours", _("Stunden in der Woche"), places=1, largest=99, required=False),
        Amount(
            "job_start_gross",
            _("Lohn im Monat, brutto"),
            help=_("Vor Abzug von Steuern und Versicherung. Ungefähr reicht."),
            where=_("Im Arbeitsvertrag bei „Vergütung“"),
            why=_(
                "Nach dem Lohn vor den Abzügen richtet sich, welcher Teil frei bleibt. Die erste "
                "Abrechnung kann später kommen."
            ),
            basis=INCOME_BASIS,
        ),
        Date(
            "job_start_first_pay_on",
            _("Wann kommt der erste Lohn auf das Konto?"),
            help=_("Der ungefähre Tag reicht."),
            why=_("Lohn zählt in dem Monat, in dem er ankommt. Bis dahin brauchen Sie weiter Geld von uns."),
            basis="§ 11 Abs. 2 SGB II",
            proof_if_there=(DocumentClass.PAYSLIP,),
        ),
    ),
    intro=_("Ein Teil vom Lohn bleibt frei und wird nicht angerechnet."),
    when=_("wenn jemand eine Arbeit anfängt"),
    applies_when=told(ChangeKind.JOB_START),
)

JOB_END = Step(
    "ende-der-arbeit",
    _("Das Ende der Arbeit"),
    (
        whom("job_end_person_id"),
        Date(
            "job_end_on",
            _("Letzter Arbeitstag"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Danach kann Ihnen wieder mehr Geld von uns zustehen. Warum die Arbeit endet, müssen Sie "
                "hier nicht schreiben."
            ),
            basis=TELLING_BASIS,
            proof=(DocumentClass.TERMINATION_LETTER,),
        ),
        Text("job_end_employer", _("Name der Firma")),
        Date(
            "job_end_last_pay_on",
            _("Wann kommt der letzte Lohn?"),
            help=_("Der ungefähre Tag reicht."),
            why=_(
                "Lohn zählt in dem Monat, in dem er ankommt, auch wenn die Arbeit schon vorbei ist. "
                "Danach rechnen wir ohne ihn."
            ),
            basis="§ 11 Abs. 2 SGB II",
            proof_if_there=(DocumentClass.PAYSLIP,),
        ),
        YesNo(
            "job_end_reported",
            _("Haben Sie sich schon bei der Agentur für Arbeit gemeldet?"),
            help=_("Vielleicht bekommen Sie Arbeitslosengeld. Melden Sie sich dort bitte sofort."),
            why=_(
                "Arbeitslosengeld geht unserem Geld vor. Wer sich spät meldet, bekommt es vielleicht eine "
                "Zeit lang nicht."
            ),
            basis="§ 38 Abs. 1 SGB III",
        ),
    ),
    when=_("wenn jemand mit einer Arbeit aufhört"),
    applies_when=told(ChangeKind.JOB_END),
)

INCOME = Step(
    "anderes-geld",
    _("Welches Geld hat sich geändert?"),
    (
        whom("income_person_id"),
        Choice(
            "income_kind",
            _("Was für Geld ist das?"),
            why=_("Nicht jedes Geld zählt gleich: Von Lohn bleibt ein Teil frei, manches Geld zählt gar nicht."),
            basis=INCOME_BASIS,
            options=IncomeKind,
            only=OWN_MONEY,
            as_list=True,
        ),
        Date("income_since", _("Seit wann?"), help=_("Der Tag, an dem der andere Betrag zum ersten Mal kam")),
    ),
    when=_("wenn Lohn oder anderes Geld mehr oder weniger geworden ist"),
    applies_when=told(ChangeKind.INCOME),
)

WAGE = Step(
    "neuer-lohn",
    _("Wie viel Lohn ist es jetzt?"),
    (
        Amount("income_gross", _("Brutto im Monat"), where=_("Auf der Lohnabrechnung bei „Gesamtbrutto“")),
        Amount(
            "income_net",
            _("Netto im Monat"),
            help=_("Was auf dem Konto ankommt. Kommt nichts mehr: 0"),
            why=_(
                "Wir rechnen nur an, was nach Steuern und Versicherung übrig ist. Auch davon bleibt noch ein Teil frei."
            ),
            basis=INCOME_BASIS,
            proof=(DocumentClass.PAYSLIP,),
        ),
    ),
    when=_("wenn es um Lohn aus Arbeit oder Minijob geht"),
    applies_when=_is_wage,
)

AMOUNT = Step(
    "neuer-betrag",
    _("Wie viel ist es jetzt?"),
    (
        Amount(
            "income_amount",
            _("Betrag im Monat"),
            help=_("Kommt nichts mehr: 0"),
            why=_(
                "Ist es weniger geworden, kann Ihnen mehr zustehen. Ist es mehr geworden, passen wir es "
                "an, damit Sie möglichst nichts zurückzahlen müssen."
            ),
            basis=INCOME_BASIS,
            proof_if_there=(DocumentClass.INCOME_CERT,),
        ),
    ),
    when=_("wenn es um anderes Geld als Lohn geht"),
    applies_when=_is_other_money,
)

BENEFIT = Step(
    "andere-leistung",
    _("Geld von einer anderen Stelle"),
    (
        whom("benefit_person_id"),
        Choice("benefit_kind", _("Welche Leistung?"), options=IncomeKind, only=BENEFITS, as_list=True),
        Choice(
            "benefit_state",
            _("Was ist damit?"),
            why=_(
                "Solange etwas nur beantragt ist, rechnen wir es nicht an. Wird es später nachgezahlt, "
                "bekommt vielleicht das Jobcenter einen Teil davon."
            ),
            basis=TELLING_BASIS,
            options=BenefitState,
        ),
        Date("benefit_since", _("Seit wann?"), help=_("Bei einem Antrag: der Tag, an dem Sie ihn gestellt haben")),
        Amount(
            "benefit_amount",
            _("Betrag im Monat"),
            where=_("Im Bescheid"),
            why=_(
                "Je nach Leistung zählt der Betrag ganz, zum Teil oder gar nicht. Wird er kleiner, kann "
                "Ihnen von uns mehr zustehen."
            ),
            basis=INCOME_BASIS,
            needed_if=lambda own: own.benefit_state in {BenefitState.STARTED, BenefitState.CHANGED},
            needed_when=_("wenn gezahlt wird"),
            proof=(DocumentClass.BENEFIT_NOTICE,),
        ),
    ),
    when=_("wenn sich andere Leistungen geändert haben"),
    applies_when=told(ChangeKind.BENEFITS),
)

MONEY = (JOB_START, JOB_END, INCOME, WAGE, AMOUNT, BENEFIT)
