"""What has changed decides which pages are asked: conditions of the change notice, and whom a change is about."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from applications.catalogue.kinds import PersonReference
from applications.catalogue.main_application.subjects import applicant, person_name
from applications.catalogue.question import Words
from applications.catalogue.structure import Step, Subject
from applications.claim.answers import Answers
from applications.enums import ChangeKind

TELLING_BASIS = "§ 60 Abs. 1 Satz 1 Nr. 2 SGB I"


def known(answers: Answers) -> tuple[Subject, ...]:
    """The applicant and everybody of earlier forms, also who has just moved out: a change may be about them."""
    return (applicant(answers), *others(answers))


def others(answers: Answers) -> tuple[Subject, ...]:
    """Everybody but the applicant."""
    return tuple(Subject(person.id, person_name(person)) for person in answers.people.persons)


def told(*kinds: ChangeKind) -> Callable[[Answers], bool]:
    """A condition: one of these changes is told."""
    wanted = frozenset(kinds)
    return lambda answers: not wanted.isdisjoint(answers.change.changes or ())


def somebody_known_left(answers: Answers) -> bool:
    """Whether somebody of those whom earlier forms have named is said to have gone."""
    return told(ChangeKind.LEFT)(answers) and bool(others(answers))


def only_for(step: Step, *kinds: ChangeKind, when: Words) -> Step:
    """A page of the main application, asked where one of these changes is told and its own condition holds."""
    own = step.applies_when
    chosen = told(*kinds)
    return replace(
        step, applies_when=lambda answers: chosen(answers) and (own is None or bool(own(answers))), when=when
    )


def whom(key: str) -> PersonReference:
    """Whom a change is about; nothing chosen means the person who writes."""
    return PersonReference(
        key,
        _("Wen betrifft das?"),
        help=_("Wenn Sie nichts auswählen: Sie selbst. Fehlt die Person? Schreiben Sie den Namen am Ende dazu."),
        required=False,
    )
