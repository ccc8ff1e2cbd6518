"""Invented decisions of an office, in every state."""

import datetime
import io
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from mailbox.models import Decision
from mailbox.services import Letter, hand_to_second, place_decision, release_decision
from portal.accounts.models import StaffMembership
from portal.cases.models import Case, Person
from portal.notices.enums import ConsentKind
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, staff_actor
from tests.factories.consents import agreeing
from tests.factories.documents import make_pdf, release

TITLE = "Bewilligungsbescheid für Dezember 2026"
DATED_ON = datetime.date(2026, 11, 18)


@dataclass(frozen=True)
class House:
    """A case with its person, and two people of the jobcenter."""

    person: Person
    author: StaffMembership
    second: StaffMembership

    @property
    def case(self) -> Case:
        return self.person.case

    def letter(self, **facts: Any) -> Letter:
        return Letter(**{"person": self.person, "title": TITLE, "dated_on": DATED_ON, **facts})


def house(*, agrees: bool = True, **person: Any) -> House:
    """The person has an account and an own standing, and has agreed to electronic decisions unless told otherwise."""
    user = UserFactory()
    someone = StandingFactory(person=PersonFactory(user=user, **person)).person
    if agrees:
        agreeing(user, ConsentKind.ELECTRONIC_DECISIONS)
    jobcenter = someone.case.jobcenter
    return House(someone, StaffMembershipFactory(jobcenter=jobcenter), StaffMembershipFactory(jobcenter=jobcenter))


def drafted(there: House, *, content: bytes | None = None, is_checked: bool = True, **facts: Any) -> Decision:
    """A draft whose file was checked, unless ``is_checked`` is False."""
    with transaction.atomic():
        decision = place_decision(
            actor=staff_actor(there.author),
            case=there.case,
            letter=there.letter(**facts),
            upload=io.BytesIO(content or make_pdf()),
            name="Bescheid.pdf",
        )
    if is_checked:
        OutboxMessage.objects.filter(subject_id=decision.document_id).delete()  # no worker shall do it once more
        release(decision.document)
    return decision


def waiting(there: House, **facts: Any) -> Decision:
    """Handed on to the second."""
    decision = drafted(there, **facts)
    hand_to_second(actor=staff_actor(there.author), decision=decision)
    return decision


def released(there: House, **facts: Any) -> Decision:
    """Out; the notice is not sent yet (`deliver_due`)."""
    return release_decision(actor=staff_actor(there.second), decision=waiting(there, **facts))
