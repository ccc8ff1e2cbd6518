"""What is needed today, with the phone number at once."""

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Several
from applications.catalogue.structure import Collection, Condition, Page, Section, Step
from applications.claim.answers import Answers
from applications.enums import UrgentNeed

THINGS = frozenset({UrgentNeed.FOOD, UrgentNeed.BROKEN})  # what § 24(1) may cover
DEBTS = frozenset({UrgentNeed.RENT, UrgentNeed.ENERGY})  # what § 22(8) may cover

URGENT = Section(
    "urgent",
    _("Hilfe noch heute"),
    (
        Step(
            "was-fehlt",
            _("Was brauchen Sie heute?"),
            (
                Several(
                    "urgent_needs",
                    _("Was trifft auf Sie zu?"),
                    help=_("Sie können mehreres ankreuzen."),
                    why=_("Dann stellen wir nur die Fragen, die dafür nötig sind."),
                    basis="§ 42 SGB I, § 22 Abs. 8, § 24 Abs. 1, § 42 Abs. 2 SGB II",
                    options=UrgentNeed,
                    sensitive=True,
                ),
            ),
        ),
        Step(
            "hilfe-sofort",
            _("Rufen Sie uns bitte gleich an"),
            applies_when=lambda answers: answers.urgent.urgent_needs,
            when=_("wenn heute etwas fehlt"),
            page=Page.NOTICE,
        ),
    ),
)


def needs_of(answers: Answers) -> frozenset[UrgentNeed]:
    """What was ticked; nothing while the question was not seen."""
    return frozenset(answers.urgent.urgent_needs or ())


def needs_any(*needs: UrgentNeed) -> Condition:
    """Whether one of these was ticked."""
    wanted = frozenset(needs)
    return lambda answers: wanted & needs_of(answers)


def help_section(*steps: Step | Collection) -> Section:
    """The pages about single needs."""
    return Section("help", _("Ihre Notlage"), steps)
