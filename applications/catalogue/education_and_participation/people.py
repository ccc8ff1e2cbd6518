"""For whom: children, and the person who applies where that is a young pupil."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Choice, Date, Name, Text, YesNo
from applications.catalogue.main_application.subjects import CHILDREN as CHILD_RELATIONS
from applications.catalogue.main_application.subjects import applicant, is_under_25, person_name
from applications.catalogue.question import Words
from applications.catalogue.structure import Collection, Origin, Section, Step, Subject
from applications.claim.answers import Answers, Part
from applications.enums import DocumentClass, EducationStatus

PLACES = (EducationStatus.NONE, EducationStatus.DAY_CARE, EducationStatus.SCHOOL)


def _goes_somewhere(own: Part) -> bool:
    return own.school not in {None, EducationStatus.NONE}


def _school(label: Words, help_text: Words) -> tuple[Choice, Text]:
    """Where somebody goes to, and what it is called."""
    return (
        Choice(
            "school",
            label,
            why=_("Davon hängt ab, was es gibt."),
            basis="§ 28 Abs. 1 SGB II",
            options=EducationStatus,
            only=PLACES,
        ),
        Text(
            "school_name",
            _("Wie heißt die Schule oder Kita?"),
            help=help_text,
            proof_if_there=(DocumentClass.SCHOOL_CERT,),
            why=_(
                "Ausflüge und Mittagessen bezahlen wir oft direkt an Schule oder Kita. Bei Fahrten zur "
                "Schule sehen wir so, wie weit der Weg ist."
            ),
            basis="§ 28 Abs. 1 SGB II",
            needed_if=_goes_somewhere,
            needed_when=_("bei Kita oder Schule"),
        ),
    )


FOR_WHOM = Step(
    "fuer-wen",
    _("Für wen?"),
    (
        YesNo(
            "for_me",
            _("Brauchen Sie etwas für sich selbst, weil Sie zur Schule gehen?"),
            why=_(
                "Auch junge Erwachsene, die zur Schule gehen, können Geld für die Schule bekommen. "
                "Bei Ja fragen wir nach Ihrer Schule."
            ),
            basis="§ 28 Abs. 1 SGB II",
        ),
        YesNo(
            "for_children",
            _("Brauchen Sie etwas für ein Kind, das bei Ihnen lebt?"),
            why=_(
                "Was es für Kinder gibt, prüfen wir für jedes Kind einzeln. Bei Ja tragen Sie die Kinder gleich ein."
            ),
            basis="§ 28 Abs. 1 SGB II",
        ),
    ),
    applies_when=is_under_25,
    when=_("wenn Sie unter 25 sind"),
)

OWN_SCHOOL = Step(
    "eigene-schule",
    _("Ihre Schule"),
    _school(_("Gehen Sie zur Schule?"), _("Mit Ort")),
    applies_when=lambda answers: is_under_25(answers) and answers.children.for_me,
    when=_("wenn Sie unter 25 sind und etwas für sich selbst brauchen"),
)

CHILD = Step(
    "kind",
    _("Ein Kind"),
    (
        Name("first_name", _("Vorname")),
        Name("last_name", _("Nachname")),
        Date(
            "birth_date",
            _("Geburtsdatum"),
            help=_("Zum Beispiel 9 2 2016"),
            why=_("Vom Alter hängt ab, was es gibt: Für Verein und Musik gilt eine andere Grenze als für die Schule."),
            basis="§ 28 Abs. 1, 7 SGB II",
        ),
        *_school(_("Geht das Kind in Kita oder Schule?"), _("Mit Ort. Bei Tagespflege: Name der Tagespflegeperson.")),
    ),
    named=_("Angaben zu %(name)s"),
)


def _is_child(item: Mapping[str, Any]) -> bool:
    """Whether somebody of the household, as stored by the main application, is a child of applicant or partner."""
    return item.get("relation") in CHILD_RELATIONS


def _for_children(answers: Answers) -> bool:
    return not (is_under_25(answers) and answers.children.for_children is False)


CHILDREN = Section(
    "children",
    _("Kinder"),
    (
        FOR_WHOM,
        OWN_SCHOOL,
        Collection(
            "children",
            "kinder",
            _("Für welche Kinder?"),
            (CHILD,),
            one=_("Kind"),
            add=_("Kind hinzufügen"),
            more=_("Weiteres Kind hinzufügen"),
            empty=_("Sie haben noch kein Kind eingetragen."),
            name=person_name,
            intro=_("Auch Jugendliche und junge Erwachsene, die zur Schule gehen. Jedes Kind nur einmal."),
            applies_when=_for_children,
            when=_("außer wenn Sie unter 25 sind und nur etwas für sich selbst brauchen"),
            begins_with=Origin("people", "persons", _is_child),
        ),
    ),
    carried=True,
)


def everybody(answers: Answers) -> tuple[Subject, ...]:
    """The person who applies, and the children."""
    return (applicant(answers), *_children(answers))


def pupils(answers: Answers) -> tuple[Subject, ...]:
    """For whom something is asked."""
    oneself = is_under_25(answers) and answers.children.for_me
    return (*((applicant(answers),) if oneself else ()), *_children(answers))


def _children(answers: Answers) -> tuple[Subject, ...]:
    children = answers.children.children if _for_children(answers) else ()
    return tuple(Subject(child.id, str(person_name(child))) for child in children)
