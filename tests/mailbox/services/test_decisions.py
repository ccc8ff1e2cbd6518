import datetime
import io

import pytest
from django.utils import timezone

from mailbox.enums import ByPost, DecisionStatus, Delivery
from mailbox.errors import FileIsActive, FileNotReady, NotByPost, NoteMissing, StepNotAllowed
from mailbox.models import Decision, Message, Thread
from mailbox.services import (
    change_decision,
    give_back,
    hand_to_second,
    place_decision,
    record_posted,
    release_decision,
    way_today,
    withdraw_decision,
)
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import system_actor
from portal.documents.errors import TypeNotAllowed
from portal.notices.enums import ConsentKind, Template
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.consents import agreeing
from tests.factories.decisions import TITLE, drafted, house, released, waiting
from tests.factories.documents import make_image, make_pdf
from tests.factories.representations import RepresentationFactory
from tests.factories.stores import names_in_store

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return house()


def place(there, actor, *, content=None, name="Bescheid.pdf", **facts):
    return place_decision(
        actor=actor,
        case=there.case,
        letter=there.letter(**facts.pop("letter", {})),
        upload=io.BytesIO(content or make_pdf()),
        name=name,
        **facts,
    )


def events(case):
    found = AuditEvent.objects.filter(case_id=case.pk, event__startswith="decision.").order_by("id")
    return list(found.values_list("event", flat=True))


def test_placed_file_is_a_draft_that_is_scanned_first(there):
    decision = place(there, staff_actor(there.author))

    assert (decision.status, decision.created_by, decision.title) == (DecisionStatus.DRAFT, there.author, TITLE)
    assert (decision.document.is_from_office, decision.document.status) == (True, "received")
    assert OutboxMessage.objects.filter(fact="document.received", subject_id=decision.document_id).exists()
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["claimant", "foreign"])
def test_nobody_else_places_anything(there, who):
    actor = claimant_actor(there.case) if who == "claimant" else staff_actor(StaffMembershipFactory())

    with pytest.raises(NotPermitted):
        place(there, actor)
    assert not Decision.objects.exists()


def test_person_of_another_case_is_nobody_to_write_to(there):
    with pytest.raises(NotPermitted):
        place(there, staff_actor(there.author), letter={"person": house().person})


def test_only_pdf_files_are_decisions(there):
    with pytest.raises(TypeNotAllowed):
        place(there, staff_actor(there.author), content=make_image(), name="Bescheid.jpg")


def test_file_that_is_being_checked_is_not_handed_on(there):
    decision = drafted(there, is_checked=False)

    with pytest.raises(FileNotReady):
        hand_to_second(actor=staff_actor(there.author), decision=decision)
    assert Decision.objects.get().status == DecisionStatus.DRAFT


@pytest.mark.parametrize("remark", ["script", "program"])
def test_file_that_does_something_by_itself_is_not_handed_on(there, remark):
    decision = drafted(there)
    decision.document.remarks = ["form", remark]
    decision.document.save()

    with pytest.raises(FileIsActive):
        hand_to_second(actor=staff_actor(there.author), decision=decision)
    assert Decision.objects.get().status == DecisionStatus.DRAFT


def test_author_cannot_release(there):
    decision = waiting(there)

    with pytest.raises(StepNotAllowed):
        release_decision(actor=staff_actor(there.author), decision=decision)
    assert not Message.objects.exists()


def test_second_person_releases_into_the_postbox(there):
    decision = released(there)

    decision.refresh_from_db()
    assert (decision.status, decision.released_by, decision.delivery) == ("released", there.second, Delivery.PORTAL)
    assert (decision.message.kind, decision.message.body, decision.message.addressed_to) == ("decision", "", [])
    assert decision.thread.subject == "Bescheid oder Schreiben vom Jobcenter"
    assert events(there.case) == ["decision.placed", "decision.handed_on", "decision.released"]


def test_draft_that_was_not_handed_on_is_not_released(there):
    with pytest.raises(StepNotAllowed):
        release_decision(actor=staff_actor(there.second), decision=drafted(there))


def test_who_has_not_agreed_gets_it_by_post_and_an_ordinary_notice():
    there = house(agrees=False)
    agreeing(there.person.user)
    decision = released(there)
    deliver_due()

    decision.refresh_from_db()
    assert (decision.delivery, decision.by_post, decision.notified_at) == (Delivery.POST, ByPost.NO_CONSENT, None)
    assert {each.template for each in Dispatch.objects.all()} == {Template.NEW_MESSAGE}


def test_decision_in_the_portal_is_announced_by_its_own_notice_only(there):
    agreeing(there.person.user)
    released(there)
    deliver_due()

    assert [each.template for each in Dispatch.objects.all()] == [Template.NEW_DECISION]


def test_guardian_is_written_to_and_the_person_told_of_the_copy(there):
    guardian = RepresentationFactory(person=there.person, tasks=["authorities"])
    agreeing(guardian.user, ConsentKind.ELECTRONIC_DECISIONS)
    agreeing(there.person.user)
    decision = released(there)
    deliver_due()

    assert decision.message.addressed_to == [guardian.pk]
    told = {(each.user, each.template) for each in Dispatch.objects.all()}
    assert told == {(guardian.user, Template.NEW_DECISION), (there.person.user, Template.NEW_MESSAGE)}


def test_office_may_choose_the_post(there):
    decision = released(there, is_by_post=True)

    assert (decision.delivery, decision.by_post) == (Delivery.POST, ByPost.OFFICE)


def test_way_is_known_before_the_release(there):
    assert way_today(waiting(there)).delivery == Delivery.PORTAL


def test_land_of_the_office_is_kept(there):
    there.case.jobcenter.land = "BY"
    there.case.jobcenter.save()

    assert released(there).land == "BY"


def test_given_back_with_words_and_handed_on_again(there):
    decision = waiting(there)
    give_back(actor=staff_actor(there.second), decision=decision, note="Der Betrag auf Seite 2 fehlt.")

    assert Decision.objects.get().status == DecisionStatus.DRAFT
    assert [step.note for step in decision.steps.all()] == ["", "Der Betrag auf Seite 2 fehlt."]
    hand_to_second(actor=staff_actor(there.author), decision=decision)
    assert Decision.objects.get().status == DecisionStatus.WAITING


def test_nothing_is_given_back_without_words(there):
    with pytest.raises(NoteMissing):
        give_back(actor=staff_actor(there.second), decision=waiting(there), note=" ")


def test_new_file_takes_the_place_of_the_old_one(there):
    decision = drafted(there)
    before = names_in_store()
    changed = change_decision(
        actor=staff_actor(there.author),
        decision=decision,
        letter=there.letter(title="Änderungsbescheid"),
        upload=io.BytesIO(make_pdf(3)),
        name="Neu.pdf",
    )

    assert (changed.title, changed.document.original_name, changed.document.status) == (
        "Änderungsbescheid",
        "Neu.pdf",
        "received",
    )
    decision.document.refresh_from_db()
    assert (decision.document.status, decision.document.stored) == ("removed", None)
    assert len(before) > 0


@pytest.mark.parametrize("hand", ["author_of_waiting", "second"])
def test_only_the_author_changes_and_only_a_draft(there, hand):
    decision = waiting(there) if hand == "author_of_waiting" else drafted(there)
    by = there.author if hand == "author_of_waiting" else there.second

    with pytest.raises(StepNotAllowed):
        change_decision(actor=staff_actor(by), decision=decision, letter=there.letter(title="Anders"))
    assert Decision.objects.get().title == TITLE


def test_withdrawn_one_stays_as_a_record_and_nobody_outside_saw_it(there):
    withdraw_decision(actor=staff_actor(there.second), decision=waiting(there), note="doppelt")

    assert Decision.objects.get().status == DecisionStatus.WITHDRAWN
    assert not Thread.objects.exists()


def test_system_of_the_office_names_two_people(there):
    actor = system_actor("office.case_system")
    decision = drafted(there)
    hand_to_second(actor=actor, decision=decision, named=there.author)

    with pytest.raises(StepNotAllowed):
        release_decision(actor=actor, decision=decision, named=there.author)
    assert release_decision(actor=actor, decision=decision, named=there.second).released_by == there.second


@pytest.mark.parametrize("named", ["nobody", "foreign", "former"])
def test_system_without_somebody_of_the_house_does_nothing(there, named):
    people = {
        "nobody": None,
        "foreign": StaffMembershipFactory(),
        "former": StaffMembershipFactory(jobcenter=there.case.jobcenter, ended=True),
    }

    with pytest.raises(NotPermitted):
        place(there, system_actor("office.case_system"), named=people[named])


def test_day_of_posting_is_written_down(there):
    decision = released(there, is_by_post=True)
    record_posted(actor=staff_actor(there.second), decision=decision, on=timezone.localdate())

    assert Decision.objects.get().posted_on == timezone.localdate()


@pytest.mark.parametrize("days", [-1, 1])
def test_day_of_posting_lies_between_release_and_today(there, days):
    decision = released(there, is_by_post=True)

    with pytest.raises(NotByPost):
        record_posted(
            actor=staff_actor(there.second),
            decision=decision,
            on=timezone.localdate() + datetime.timedelta(days=days),
        )


def test_what_is_in_the_portal_is_posted_only_after_its_notice_came_back(there):
    decision = released(there)
    deliver_due()
    actor, today = staff_actor(there.second), timezone.localdate()
    with pytest.raises(NotByPost):
        record_posted(actor=actor, decision=decision, on=today)

    Dispatch.objects.update(returned_at=timezone.now())
    record_posted(actor=actor, decision=decision, on=today)
    assert Decision.objects.get().posted_on == today
    assert Decision.objects.get().delivery == Delivery.PORTAL  # the clock that was shown stays
