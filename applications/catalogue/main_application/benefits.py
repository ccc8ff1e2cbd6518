"""Section "Andere Leistungen": what was asked for elsewhere and is not paid yet (HA 42–43)."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Official, Several
from applications.catalogue.main_application.subjects import workers
from applications.catalogue.structure import ForEach, Section, Step
from applications.enums import DocumentClass, IncomeKind

OTHER_BENEFITS = (
    IncomeKind.UNEMPLOYMENT_BENEFIT,
    IncomeKind.CHILD_BENEFIT,
    IncomeKind.CHILD_SUPPLEMENT,
    IncomeKind.MAINTENANCE_ADVANCE,
    IncomeKind.HOUSING_BENEFIT,
    IncomeKind.PENSION,
    IncomeKind.SICK_PAY,
    IncomeKind.PARENTAL_ALLOWANCE,
    IncomeKind.MATERNITY_BENEFIT,
    IncomeKind.STUDENT_AID,
    IncomeKind.TRAINING_AID,
)

APPLIED_FOR = Step(
    "beantragt",
    _("Schon beantragt, aber noch nicht bekommen"),
    (
        Several(
            "applied_for",
            _("Welche Leistungen sind beantragt?"),
            help=_("Kreuzen Sie nichts an, wenn nichts beantragt ist."),
            why=_("Manche Leistungen gehen vor. Wir zahlen trotzdem, bis dort entschieden ist."),
            basis="§ 12a, § 5 SGB II",
            official=Official("HA", "42–43"),
            options=IncomeKind,
            only=OTHER_BENEFITS,
            proof=(DocumentClass.BENEFIT_NOTICE,),
        ),
    ),
    named=_("Schon beantragt für %(name)s"),
)

BENEFITS = Section(
    "benefits",
    _("Andere Leistungen"),
    (ForEach("people", workers, (APPLIED_FOR,), when=_("für jede Person der Bedarfsgemeinschaft ab 15 Jahren")),),
    carried=True,
)
