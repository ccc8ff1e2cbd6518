import datetime
import io
import json
import uuid

import pytest
import time_machine
from django.utils import timezone

from applications.claim.model import Claim
from applications.errors import DraftClosed, NotAllowed
from applications.models import Application, Draft
from applications.services.submit import submit_draft
from mailbox.services import attach
from portal.cases.models import Person, PersonIndex
from portal.cases.selectors import actor_for_guest, actor_for_user
from portal.cases.services import begin_as_guest, join_account
from portal.documents.models import Document
from portal.documents.services import receive_document
from portal.outbox.models import OutboxMessage
from portal.submissions.models import Submission
from tests.factories.accounts import PostcodeAreaFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor
from tests.factories.documents import DocumentFactory, make_pdf
from tests.factories.mailbox import begin_message
from tests.factories.personas import P02, P03, fresh
from tests.portal.races import Race

pytestmark = pytest.mark.django_db


def submit(draft):
    return submit_draft(actor=claimant_actor(draft.case), draft=draft)


def test_submission_holds_every_answer_in_words():
    submission = submit(DraftFactory(answers=fresh(P02)))

    sections = {section.title: section for section in submission.parsed_content().sections}
    rent = {entry.label: entry.value for entry in sections["Wohnen"].entries}
    assert rent["Kaltmiete im Monat"] == "540,00\xa0Euro"
    assert [group.title for group in sections["Menschen bei Ihnen"].groups][:2] == ["Angaben zu Ella", "Wo lebt Ella?"]
    assert submission.parsed_content().for_whom == "Miriam Sander und 2 weitere Personen"


def test_submission_holds_the_claim():
    claim = Claim.model_validate_json(json.dumps(submit(DraftFactory(answers=fresh(P02))).data))

    assert claim.applicant.display_name == "Miriam Sander"
    assert [member.first_name for member in claim.household.members] == ["Ella", "Finn"]


def test_receipt_names_the_day_that_counts():
    last = datetime.datetime(2026, 10, 31, 23, 59, 59, tzinfo=timezone.get_default_timezone())
    with time_machine.travel(last, tick=False):
        submission = submit(DraftFactory(answers=fresh(P02)))

    assert submission.parsed_content().statements == (
        "Ihr Antrag gilt ab dem 1.\xa0Oktober 2026 (§ 37 Abs. 2 SGB II).",
    )
    assert submission.application.effective_from == datetime.date(2026, 10, 1)


def test_case_opens_at_the_jobcenter_of_the_postcode():
    jobcenter = PostcodeAreaFactory(postcode="00123").jobcenter
    draft = DraftFactory(answers=fresh(P02))

    submission = submit(draft)

    draft.case.refresh_from_db()
    assert (draft.case.status, draft.case.jobcenter, draft.case.opened_at) == (
        "open",
        jobcenter,
        submission.received_at,
    )


@pytest.mark.parametrize("jobcenters", [0, 2], ids=["unknown", "ambiguous"])
def test_case_without_clear_jobcenter_lies_in_the_clearing_list(jobcenters):
    for _ in range(jobcenters):
        PostcodeAreaFactory(postcode="00123")
    draft = DraftFactory(answers=fresh(P02))

    submit(draft)

    draft.case.refresh_from_db()
    assert draft.case.is_in_clearing


def test_applicant_enters_the_person_index():
    submit(DraftFactory(answers=fresh(P03)))

    index = PersonIndex.objects.get(person__is_applicant=True)
    assert (index.normalised_name, index.birth_date) == ("petra reuter", datetime.date(1985, 5, 12))


def test_facts_are_published_once():
    draft = DraftFactory(answers=fresh(P02))
    submit(draft)
    submit(draft)

    facts = OutboxMessage.objects.values_list("fact", flat=True)
    assert sorted(set(facts)) == ["application.received", "submission.received"]
    assert Submission.objects.count() == Application.objects.count() == 1


def test_answers_are_cleared_and_the_draft_stays_as_a_trace():
    draft = DraftFactory(answers=fresh(P02))
    submission = submit(draft)

    kept = Draft.objects.get()
    assert (kept.answers, kept.submission, kept.submitted_at) == ({}, submission, submission.received_at)


def test_uploaded_files_of_the_answers_are_handed_in():
    draft = DraftFactory(answers=fresh(P02))
    lease, forgotten = DocumentFactory(case=draft.case), DocumentFactory(case=draft.case)
    proof = {
        "id": "LEASE",
        "class": "LEASE",
        "about": None,
        "item": None,
        "documents": [str(lease.pk), str(uuid.uuid4())],
    }
    draft.answers["evidence"] = {"proofs": [proof]}
    draft.save()

    submission = submit(draft)

    assert [file.document for file in submission.files.all()] == [lease]
    assert submission.data["evidence"][0]["documents"][0]["sha256"] == lease.sha256
    assert Document.objects.get(pk=forgotten.pk).handed_in_at is None


def test_urgent_application_is_marked():
    answers = fresh(P02) | {"urgent": {"dangers": ["no_money"]}}

    assert submit(DraftFactory(answers=answers)).application.urgent is True


def test_answers_that_do_not_apply_are_not_handed_in():
    answers = fresh(P02)
    answers["people"]["lives_alone"] = True

    submission = submit(DraftFactory(answers=answers))

    assert submission.data["household"]["members"] == []
    assert "Ella" not in str(submission.content)


def test_expired_draft_cannot_be_sent():
    draft = DraftFactory(answers={}, cleared_at=timezone.now())

    with pytest.raises(DraftClosed):
        submit(draft)


def test_who_may_only_fill_in_may_not_send():
    draft = DraftFactory(answers=fresh(P02))
    helper = helper_actor(StandingFactory(helper=True, person=draft.person, case=draft.case))

    with pytest.raises(NotAllowed):
        submit_draft(actor=helper, draft=draft)
    assert not Submission.objects.exists()


def test_stranger_may_not_send():
    draft = DraftFactory(answers=fresh(P02))

    with pytest.raises(NotAllowed):
        submit_draft(actor=actor_for_user(PersonFactory().user, purpose="test"), draft=draft)


def test_household_enters_the_person_index():
    submission = submit(DraftFactory(answers=fresh(P03)))

    people = PersonIndex.objects.filter(person__case=submission.case).order_by("birth_date")
    assert list(people.values_list("person__answer_id", "normalised_name")) == [
        ("", "petra reuter"),
        ("p2", "oliver reuter"),
        ("c1", "mia reuter"),
        ("c2", "tom reuter"),
        ("c3", "ida reuter"),
    ]


@pytest.mark.parametrize("stepped_up", [True, False])
def test_submission_keeps_whether_its_sender_confirmed(stepped_up):
    draft = DraftFactory(answers=fresh(P02))

    submission = submit_draft(actor=claimant_actor(draft.case), draft=draft, stepped_up=stepped_up)

    submission.refresh_from_db()
    assert submission.stepped_up is stepped_up


def test_what_a_helper_confirms_says_nothing_about_the_person():
    draft = DraftFactory(answers=fresh(P02))
    standing = StandingFactory(helper=True, person=draft.person, scopes=["fill_in", "send"])

    submission = submit_draft(actor=helper_actor(standing), draft=draft, stepped_up=True)

    assert submission.stepped_up is False


def submit_as_guest(**answers):
    """Somebody without an account sends these answers; returns the person."""
    standing = begin_as_guest().standing
    draft = DraftFactory(standing=standing, answers={**fresh(P02), **answers})
    submit_draft(actor=actor_for_guest(standing.pk, purpose="test"), draft=draft)
    return Person.objects.get(pk=standing.person_id)


def test_guest_hands_in_like_everybody_else():
    person = submit_as_guest()

    submission = Submission.objects.get()
    assert (submission.person, submission.submitted_by_role) == (person, "guest")
    assert person.name == "Miriam Sander"
    assert Application.objects.get().status == "received"


def test_guest_is_told_at_the_address_in_the_form():
    assert submit_as_guest().contact_email == "miriam@example.org"


def test_guest_in_danger_gets_no_e_mail():
    person = submit_as_guest(urgent={"dangers": ["violence"]})

    assert person.contact_email is None


@pytest.mark.django_db(transaction=True)
def test_guest_sends_while_the_code_is_joined_to_an_account():
    access = begin_as_guest()
    draft = DraftFactory(standing=access.standing, answers=fresh(P02))
    sender, joiner = actor_for_guest(access.standing.pk, purpose="test"), actor_for_user(UserFactory(), purpose="test")

    def send(meet):
        meet()
        submit_draft(actor=sender, draft=draft)

    def join(meet):
        meet()
        join_account(actor=joiner, code=access.code)

    assert Race(send, join).run() == [None, None]
    submission = Submission.objects.get()
    assert submission.person.user_id == joiner.user_id
    assert submission.person.name == "Miriam Sander"
    assert submission.case.status == "open"
    assert submission.case_id in actor_for_user(submission.person.user, purpose="test").case_ids


def test_submission_says_by_which_standing_somebody_sent_it():
    own, other = (DraftFactory(answers=fresh(P02)) for _number in range(2))
    helping = StandingFactory(helper=True, person=other.person, scopes=["fill_in", "send"])
    assert submit(own).submitted_by_standing_id is None
    sent = submit_draft(actor=helper_actor(helping), draft=other)
    assert (sent.submitted_by_standing_id, sent.submitted_by_role) == (helping.pk, "helper")


def test_files_that_helpers_have_sent_go_with_it_and_others_that_nobody_chose_do_not():
    draft = DraftFactory(answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person, scopes=["upload"])
    sent = receive_document(
        actor=helper_actor(helping), case=draft.case, person=draft.person, upload=io.BytesIO(make_pdf()), name="a.pdf"
    )
    DocumentFactory(case=draft.case, name="b.pdf")
    assert list(submit(draft).files.values_list("document_id", flat=True)) == [sent.pk]


def test_files_of_a_message_that_a_helper_has_begun_do_not_go_with_it():
    draft = DraftFactory(standing=StandingFactory(), answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person, scopes=["upload", "send"])
    helper = helper_actor(helping)
    file = receive_document(
        actor=helper, case=draft.case, person=draft.person, upload=io.BytesIO(make_pdf()), name="a.pdf"
    )
    attach(actor=helper, draft=begin_message(draft.case, actor=helper), document=file)

    assert submit(draft).files.count() == 0
