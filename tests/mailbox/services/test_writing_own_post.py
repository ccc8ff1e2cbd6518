"""Own post of a member of the household: it writes, hands in papers, and nobody it lives with learns of it."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from mailbox.domain.personal_data import export_mailbox
from mailbox.enums import Topic
from mailbox.models import Message, Thread
from mailbox.selectors import decisions_visible_to, place_for_new, search_threads, threads_visible_to, unread_count
from mailbox.services import attach, post_notice, read_thread, save_draft, send_message
from portal.cases.domain.personal_data import export_access
from portal.cases.enums import Shown
from portal.cases.errors import NotPermitted
from portal.cases.models import Person
from portal.cases.selectors import actor_for_user, looks_of_others
from portal.cases.services import give_up_own_post, note_seen
from portal.documents.domain.doubles import note_double, twins_of
from portal.documents.errors import NotAllowed
from portal.documents.models import Document, DocumentPage
from portal.documents.permissions import may_change
from portal.documents.selectors import documents_visible_to, same_in_case
from portal.documents.services import (
    discard_unsent_documents,
    join_documents,
    keep_anyway,
    open_hand_over,
    remove_document,
)
from portal.submissions.domain.receipt import issue_confirmation
from portal.submissions.models import Submission
from portal.submissions.selectors import submissions_visible_to
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.decisions import House, released
from tests.factories.documents import DocumentFactory
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db
WORDS = "Ich ziehe aus. Bitte sagen Sie es niemandem."


@pytest.fixture
def house():
    """A household: the applicant, a member with own post, somebody who helps the applicant, and staff."""
    applicant = PersonFactory()
    member = PersonFactory(
        member=True, case=applicant.case, user=UserFactory(), wants_own_post_since=applicant.created_at
    )
    StandingFactory(person=member, kind="member", scopes=["own_part"])
    helper = StandingFactory(helper=True, person=applicant, scopes=["fill_in", "send", "upload", "read_postbox"])
    worker = StaffMembershipFactory(jobcenter=applicant.case.jobcenter)
    return SimpleNamespace(
        case=applicant.case,
        applicant=claimant_actor(applicant.case),
        member=member,
        actor=actor_for_user(member.user, purpose="mailbox"),
        helper=helper_actor(helper),
        helper_user=helper.user,
        staff=staff_actor(worker),
    )


def paper(house, **fields):
    return DocumentFactory(case=house.case, person=house.member, actor=house.actor, **fields)


def write(house, *files, actor=None):
    actor = actor or house.actor
    draft = save_draft(actor=actor, case=house.case, person=house.member, topic=Topic.OTHER, body=WORDS)
    for each in files:
        attach(actor=actor, draft=draft, document=each)
    return send_message(actor=actor, draft=draft)


def seen_by(actor):
    """Everything of the case that somebody finds in any list."""
    return {
        *threads_visible_to(actor),
        *submissions_visible_to(actor),
        *documents_visible_to(actor),
        *search_threads(actor, "ziehe aus").threads,
    }


def test_member_writes_with_a_file_and_has_a_receipt(house):
    message = write(house, paper(house))

    assert message.submission.is_own_post
    assert message.thread.waiting_since is not None
    assert seen_by(house.actor) == {message.thread, message.submission, Document.objects.get()}
    assert seen_by(house.staff) == seen_by(house.actor)


def test_household_and_who_helps_it_find_nothing_of_it(house):
    write(house, paper(house))
    paper(house)  # not sent yet

    assert seen_by(house.applicant) == seen_by(house.helper) == set()
    assert unread_count(house.applicant) == 0


def test_pages_of_it_are_404_for_the_household(client, house):
    message = write(house, paper(house))
    issue_confirmation(message.submission_id)
    addresses = [
        reverse("mailbox:thread", args=[message.thread_id]),
        reverse("mailbox:attachment", args=[message.thread_id, message.attachments.get().pk]),
        reverse("submissions:confirmation", args=[message.submission_id]),
        reverse("submissions:confirmation_pdf", args=[message.submission_id]),
        reverse("documents:download", args=[Document.objects.get().pk]),
    ]
    client.force_login(Person.objects.get(case=house.case, is_applicant=True).user)
    assert [client.get(address).status_code for address in addresses] == [404] * 5
    client.force_login(house.helper_user)
    assert [client.get(f"/fuer/{house.case.pk}{address}").status_code for address in addresses] == [404] * 5
    client.force_login(house.member.user)
    assert [client.get(address).status_code for address in addresses] == [200] * 5


def test_no_trail_shows_it_to_the_household(house):
    message = write(house, paper(house))
    read_thread(actor=house.staff, thread=message.thread)
    note_seen(actor=house.staff, case_id=house.case.pk, shown=[Shown.MESSAGES], subject=message.thread)
    note_seen(actor=house.actor, case_id=house.case.pk, shown=[Shown.MESSAGES], subject=message.thread)
    note_seen(actor=house.staff, case_id=house.case.pk, shown=[Shown.ANSWERS])

    assert [each.event for each in looks_of_others(house.applicant, [house.case.pk])] == ["seen.answers"]
    assert [each["event"] for each in export_access(house.applicant.user_id).data] == ["seen.answers"]


def test_copy_of_data_has_it_for_the_member_alone(house):
    write(house)

    assert WORDS in str(export_mailbox(house.actor.user_id).data)
    assert WORDS not in str(export_mailbox(house.applicant.user_id).data)


def test_what_was_written_stays_when_own_post_is_given_up(house):
    message = write(house, paper(house))
    before = seen_by(house.actor)
    give_up_own_post(actor=actor_for_user(house.member.user, purpose="own_part"), person=house.member)

    assert seen_by(house.applicant) == set()
    assert seen_by(house.actor) == before
    house.member.refresh_from_db()
    with pytest.raises(NotPermitted):
        save_draft(
            actor=house.actor, case=house.case, person=house.member, thread=Thread.objects.get(pk=message.thread_id)
        )


def test_letters_of_the_office_stay_when_own_post_is_given_up(house):
    author = StaffMembershipFactory(jobcenter=house.case.jobcenter)
    decision = released(House(house.member, author, StaffMembershipFactory(jobcenter=house.case.jobcenter)))
    notice = post_notice(case_id=house.case.pk, person_id=house.member.pk, subject="Mitteilung", body=WORDS, key="n")
    Person.objects.filter(pk=house.member.pk).update(wants_own_post_since=None)

    assert list(threads_visible_to(house.applicant)) == list(decisions_visible_to(house.applicant)) == []
    assert set(threads_visible_to(house.actor)) == {decision.thread, notice.thread}
    assert list(decisions_visible_to(house.actor)) == [decision]


def test_account_of_the_applicant_takes_no_files_of_the_member_along(house):
    theirs = paper(house)
    discard_unsent_documents(actor=house.applicant, case_ids=[house.case.pk])

    assert list(Document.objects.all()) == [theirs]


def test_who_represents_the_member_by_right_reads_and_writes(house):
    message = write(house)
    by_right = helper_actor(RepresentationFactory(person=house.member, authorised=True))
    sent = write(house, actor=by_right)

    assert {message.thread, message.submission, sent.thread} <= seen_by(by_right)
    assert sent.submission.is_own_post
    assert {sent.thread, sent.submission} <= seen_by(house.actor)


@pytest.mark.parametrize("traits", [{"unchecked": True}, {"of_applicant": True}])
def test_who_represents_without_proof_or_somebody_else_does_not(house, traits):
    write(house)
    person = house.member if "unchecked" in traits else Person.objects.get(case=house.case, is_applicant=True)
    other = RepresentationFactory(person=person, authorised=True, unchecked="unchecked" in traits)
    other.scopes = ["fill_in", "send", "upload", "read_postbox", "read_decisions"]
    other.save()

    assert seen_by(helper_actor(other)) == set()


def test_decision_reaches_who_represents_the_member(house):
    author = StaffMembershipFactory(jobcenter=house.case.jobcenter)
    decision = released(House(house.member, author, StaffMembershipFactory(jobcenter=house.case.jobcenter)))
    by_right = helper_actor(RepresentationFactory(person=house.member))

    assert list(decisions_visible_to(by_right)) == [decision]
    assert list(decisions_visible_to(house.applicant)) == []


def test_same_page_of_the_applicant_is_not_called_a_double(house):
    theirs = paper(house)
    write(house, theirs)
    mine = DocumentFactory(case=house.case, person=house.member, actor=house.applicant)
    for document in (theirs, mine):
        DocumentPage.objects.filter(document=document).delete()
        DocumentPage.objects.create(document=document, number=1, width=1, height=1, fingerprint="f" * 16)
    Document.objects.filter(pk=mine.pk).update(sha256=theirs.sha256)
    mine.refresh_from_db()
    note_double(mine.pk)
    mine.refresh_from_db()

    assert mine.double_of is None
    assert twins_of(house.applicant, [mine]) == {}
    assert same_in_case(house.staff, house.case.pk, theirs.sha256) is None


def test_files_of_own_post_are_arranged_by_the_member_alone(house):
    first, second = paper(house), paper(house)
    for refused in (house.applicant, house.helper):
        assert not may_change(refused, first)
        with pytest.raises(NotAllowed):
            remove_document(actor=refused, document=first)
        with pytest.raises(NotAllowed):
            keep_anyway(actor=refused, document=first)
    joined = join_documents(actor=house.actor, documents=[first, second], name="Beides.pdf")
    shared = DocumentFactory(case=house.case, actor=house.applicant)

    assert joined.is_own_post
    with pytest.raises(NotAllowed):
        join_documents(actor=house.applicant, documents=[shared, joined], name="Alles.pdf")


def test_photos_from_the_phone_are_own_post(house):
    hand_over = open_hand_over(
        actor=house.actor, case=house.case, person=house.member, title="Anhang", place="message:1", back="/postfach/"
    )

    assert hand_over.is_own_post


def test_member_without_own_post_cannot_write(house):
    Person.objects.filter(pk=house.member.pk).update(wants_own_post_since=None)
    house.member.refresh_from_db()

    assert place_for_new(house.actor) is None
    with pytest.raises(NotPermitted):
        write(house)
    assert not Submission.objects.exists()


def test_member_begins_a_conversation_for_oneself(house):
    place = place_for_new(house.actor)

    assert (place.case, place.person) == (house.case, house.member)


def test_what_the_applicant_sends_about_the_member_is_the_applicants(house):
    house.member.wants_own_post_since = timezone.now()
    document = DocumentFactory(case=house.case, person=house.member, actor=house.applicant)

    assert not document.is_own_post
    assert list(documents_visible_to(house.applicant)) == [document]


def test_member_writes_on_the_page(client, house):
    client.force_login(house.member.user)
    page = client.get(reverse("mailbox:new")).content.decode()
    client.post(reverse("mailbox:new"), {"topic": Topic.OTHER, "body": WORDS, "send": "1"})

    assert "Das ist Ihre eigene Post." in page
    assert Message.objects.get().body == WORDS
