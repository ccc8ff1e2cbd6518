"""Education and participation (§ 28 SGB II): all seven benefits, for children, pupils and young adults."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from applications.catalogue.about_you import ABOUT_YOU, YOUR_ADDRESS
from applications.catalogue.education_and_participation.costs import BENEFITS
from applications.catalogue.education_and_participation.people import CHILDREN, everybody, pupils
from applications.catalogue.figures_in_words import with_law_figures
from applications.catalogue.main_application.closing import CLOSING
from applications.catalogue.main_application.evidence import EVIDENCE
from applications.catalogue.question import Words
from applications.catalogue.structure import ApplicationType, Page, Section, Step
from applications.claim.answers import Answers
from applications.enums import EducationNeed, Topic

BEFORE = Section(
    "before",
    _("Gut zu wissen"),
    (
        Step(
            "gut-zu-wissen",
            _("Was Kinder bekommen können"),
            tells=(
                _(
                    "Für Ausflüge, Fahrten zur Schule, Mittagessen, Verein und Musik gilt Ihr Antrag auf "
                    "Grundsicherungsgeld schon. Hier sagen Sie uns, was ein Kind braucht. Nachhilfe müssen Sie extra "
                    "beantragen. Dieses Formular reicht dafür."
                ),
                with_law_figures(
                    _(
                        "Geld für Schulsachen bekommen Sie meistens von selbst: im Jahr %(year)s %(first)s zum 1. August "
                        "und %(second)s zum 1. Februar."
                    ),
                    _("Geld für Schulsachen bekommen Sie meistens von selbst, zum 1. August und zum 1. Februar."),
                    first="education.school_supplies.first_term",
                    second="education.school_supplies.second_term",
                ),
                with_law_figures(
                    _(
                        "Für Verein, Musik oder Freizeit gibt es %(amount)s im Monat, bis zum %(youngest)s. Geburtstag. "
                        "Alles für die Schule gibt es bis zum %(oldest)s. Geburtstag, wenn es keine Vergütung für eine Ausbildung gibt."
                    ),
                    _("Für Verein, Musik oder Freizeit gibt es jeden Monat einen festen Betrag."),
                    amount="education.participation",
                    youngest="education.participation_max_age",
                    oldest="education.max_age",
                ),
                _("Bitte zahlen Sie möglichst erst, wenn wir geantwortet haben. Eilt es, heben Sie die Rechnung auf."),
            ),
            page=Page.NOTICE,
        ),
    ),
)


def _statements(answers: Answers) -> Iterator[Words]:
    """Tutoring only counts if it is asked for by name (§ 37(1) S.2 SGB II)."""
    asked = {kind for pupil in pupils(answers) for kind in answers.education.item("pupils", pupil.id).kinds or ()}
    if EducationNeed.TUTORING in asked:
        yield _("Sie haben Nachhilfe gesondert beantragt (§ 37 Abs. 1 Satz 2, § 28 Abs. 5 SGB II).")


FORM = ApplicationType(
    key="education_and_participation",
    title=_("Bildung und Teilhabe für Kinder und Jugendliche"),
    version="2026.1",
    sections=(BEFORE, ABOUT_YOU, YOUR_ADDRESS, CHILDREN, BENEFITS, EVIDENCE, CLOSING),
    people=everybody,
    place=200,
    topic=Topic.EXTRA,
    summary=_("Ausflüge, Schulsachen, Fahrten zur Schule, Nachhilfe, Mittagessen, Verein und Musik."),
    statements=_statements,
    duration=_("etwa 5 Minuten, und für jedes Kind 3 mehr"),
    prepare=_("Wenn Sie haben: Schreiben der Schule oder Kita, Vertrag über das Mittagessen, Beitrag des Vereins."),
)
