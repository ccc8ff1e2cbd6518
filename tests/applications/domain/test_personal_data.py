import pytest

from applications.domain.draft_answers import clear_answers
from applications.domain.personal_data import (
    export_applications,
    export_drafts,
    export_grant_periods,
    export_own_part,
)
from applications.enums import Verdict
from applications.models import OwnPartReply
from applications.services.consent import answer_request
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.applications import LONG_AGO, DraftFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, staff_actor
from tests.factories.leaving import make_application
from tests.factories.own_part import member_of_a_draft
from tests.factories.personas import P02, fresh
from tests.factories.renewals import GrantPeriodFactory
from tests.factories.sent import sent_trip
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def everything(records):
    for record in records:
        yield from record.facts
        yield from everything(record.records)


def test_draft_is_questions_with_answers_in_words():
    draft = DraftFactory(answers={"started_on": "2026-11-16", **fresh(P02)})

    exported = export_drafts(draft.person.user_id)

    assert exported.records[0].title.endswith(", nicht abgeschickt")
    assert ("Vorname", "Miriam") in set(everything(exported.records))
    assert exported.data[0]["answers"] == draft.answers


def test_cleared_drafts_and_those_of_others_are_left_out():
    draft = DraftFactory()
    member = PersonFactory(case=draft.case, is_applicant=False)
    StandingFactory(person=member, kind="member")

    assert export_drafts(member.user_id).data == []
    clear_answers(draft=draft, at=LONG_AGO)
    assert export_drafts(draft.person.user_id).data == []


def test_application_says_how_it_stands_and_what_the_checks_asked():
    own = StandingFactory()
    make_application(SubmissionFactory(case=own.case))

    exported = export_applications(own.user_id)

    assert dict(exported.records[0].facts)["Stand"] == "Eingegangen – wird geprüft"
    assert exported.data[0]["questions"] == ["Wie hoch ist Ihre Miete?"]
    assert "intern" not in repr(exported)


def test_what_staff_have_answered_is_in_the_copy():
    trip = sent_trip(CaseFactory())
    actor = staff_actor(StaffMembershipFactory(jobcenter=trip.case.jobcenter))
    answer_request(actor=actor, application=trip, verdict=Verdict.REFUSED, text="Ihr Kurs beginnt.")

    exported = export_applications(trip.person.user_id)

    (answered,) = exported.data[0]["office_answers"]
    assert (answered["verdict"], answered["text"]) == ("refused", "Ihr Kurs beginnt.")
    lines = [line for record in exported.records[0].records for line in record.lines if "Kurs" in line]
    assert lines[0].endswith("Nicht zustimmen. Ihr Kurs beginnt.")


def test_applications_of_others_are_left_out():
    own = StandingFactory()
    make_application(SubmissionFactory())

    assert export_applications(own.user_id).data == []


def test_granted_period_is_in_the_copy_of_the_applicant_only():
    own = StandingFactory()
    GrantPeriodFactory(case=own.case)
    GrantPeriodFactory()

    exported = export_grant_periods(own.user_id)

    assert exported.records[0].lines[0].startswith("Bewilligt von 1.\xa0Februar 2026 bis 31.\xa0Januar 2027")
    assert len(exported.data) == 1


def test_own_part_of_a_member_is_in_the_members_copy_only():
    draft, person = member_of_a_draft()
    OwnPartReply.objects.create(draft=draft, person=person, agrees=False, remark="Ich wohne im Wohnheim.")

    exported = export_own_part(person.user_id)

    assert "Etwas stimmt nicht: Ich wohne im Wohnheim." in exported.records[0].lines[0]
    assert export_own_part(draft.person.user_id).records == ()
