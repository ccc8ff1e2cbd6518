"""A household whose children are told of in a form; one of them, grown up by now, has an account."""

from applications.models import Draft
from applications.services.submit import submit_draft
from portal.cases.models import Person
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory
from tests.factories.personas import P02, fresh

MEMBER = "c1"  # as the persona's answers call the member
OTHER = "c2"


def member_of_a_draft() -> tuple[Draft, Person]:
    """A draft of Miriam Sander, and her child with an account of its own."""
    draft = DraftFactory(answers=fresh(P02))
    person = Person.objects.create(case=draft.case, answer_id=MEMBER, name="Lea Sander", user=UserFactory())
    StandingFactory(person=person, kind="member", scopes=["own_part"])
    return draft, person


def sent(draft: Draft) -> Draft:
    """The same draft, handed in by the applicant."""
    submit_draft(actor=actor_for_user(draft.person.user, purpose="test"), draft=draft)
    return Draft.objects.select_related("submission").get(pk=draft.pk)
