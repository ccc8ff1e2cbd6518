"""Asking the office to look at an old decision again (Überprüfungsantrag, § 44 SGB X, § 40(1) SGB II)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS, only_you
from applications.catalogue.decision import DECISION_ABOUT, DECISION_ON, FILE_REFERENCE
from applications.catalogue.enclosures import ENCLOSURES
from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.kinds import Date, LongText
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Page, Section, Step
from applications.claim.answers import Answers, Part
from applications.enums import FormKind, Topic

REVIEW_BASIS = "§ 44 SGB X, § 40 Abs. 1 SGB II"


# How far back a decision may lie, and for how long money is paid afterwards.
TIME_LIMITS = with_law_figures(
    _(
        "Wir prüfen Bescheide bis zu %(years)s Jahre zurück. Geld zahlen wir höchstens für %(back)s Jahr nach. "
        "Gezählt wird vom Anfang des Jahres, in dem Ihr Antrag bei uns ankommt. Geht das Jahr bald zu Ende? Dann "
        "schicken Sie ihn bitte noch vorher ab."
    ),
    _("Es gibt eine Grenze, wie weit wir zurückgehen dürfen. Schicken Sie den Antrag bitte bald ab."),
    years="review.request_years",
    back="review.backdating_years",
)


def _period_backwards(own: Part) -> Iterator[Words]:
    """The period ends before it begins."""
    if own.period_from and own.period_until and own.period_until < own.period_from:
        yield _("Der Zeitraum endet, bevor er beginnt. Bitte prüfen Sie die beiden Tage.")


ABOUT = Step(
    "worum-es-geht",
    _("Einen alten Bescheid prüfen lassen"),
    tells=(
        _(
            "Sie glauben, dass ein Bescheid falsch war, und die Zeit für einen Widerspruch ist vorbei? Dann müssen wir "
            "ihn noch einmal prüfen (§ 44 SGB X). Das kostet nichts."
        ),
        TIME_LIMITS,
        _(
            "Ist der Bescheid noch keinen Monat alt? Dann legen Sie lieber Widerspruch ein: Das Formular heißt "
            "„Widerspruch“. Im Zweifel schicken Sie beides."
        ),
        _("Es reicht, wenn Sie den Bescheid ungefähr nennen und in eigenen Worten sagen, was nicht stimmt."),
    ),
    page=Page.NOTICE,
)

WHICH = Step(
    "bescheid",
    _("Welcher Bescheid war falsch?"),
    (
        DECISION_ON,
        DECISION_ABOUT,
        Date(
            "period_from",
            _("Um welche Zeit geht es? Von"),
            help=_("Wenn Sie es wissen. Der Monat reicht, zum Beispiel 1 3 2026."),
            required=False,
        ),
        Date("period_until", _("Bis"), help=_("Zum Beispiel 31 8 2026"), required=False),
        FILE_REFERENCE,
    ),
    check=_period_backwards,
)

WRONG = Step(
    "was-falsch-ist",
    _("Was stimmt nicht?"),
    (
        LongText(
            "wrong",
            _("In Ihren eigenen Worten"),
            help=_("Zum Beispiel: Sie haben die Heizkosten nicht mitgerechnet."),
            why=_(
                "So wissen wir, was wir in dem Bescheid prüfen sollen. War er falsch und hätten Sie mehr bekommen müssen, zahlen wir vielleicht nach."
            ),
            basis=REVIEW_BASIS,
        ),
    ),
)


def _statements(_answers: Answers) -> Iterator[Words]:
    yield _(
        "Sie haben beantragt, dass wir einen Bescheid überprüfen (§ 44 SGB X). Sie bekommen darüber einen Bescheid."
    )
    yield TIME_LIMITS


FORM = ApplicationType(
    key="review_request",
    title=_("Überprüfung eines alten Bescheids"),
    version="2026.1",
    sections=(
        Section("review", _("Der Bescheid"), (ABOUT, WHICH, WRONG)),
        ABOUT_YOU,
        YOUR_ADDRESS,
        ENCLOSURES,
    ),
    people=only_you,
    kind=FormKind.REQUEST,
    place=420,
    topic=Topic.DISAGREE,
    summary=_("Ein alter Bescheid war falsch und die Frist für den Widerspruch ist vorbei."),
    is_optional=False,
    statements=_statements,
    duration=_("etwa 5 Minuten"),
    prepare=_("Wenn Sie ihn haben: den Bescheid, um den es geht."),
)
