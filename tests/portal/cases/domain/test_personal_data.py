import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.audit.services import record
from portal.cases.domain.personal_data import export_access, export_cases, export_letters, export_standings
from portal.cases.events import CASE_OPENED
from portal.cases.models import PersonIndex, system_actor
from portal.cases.selectors import actor_for_staff, actor_for_user
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, UserFactory
from tests.factories.cases import AccessLetterFactory, CaseFactory, PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    case = CaseFactory(number="MK-1", jobcenter=JobcenterFactory(name="Jobcenter Nord"), household_number="BG 7")
    standing = StandingFactory(person=PersonFactory(case=case))
    PersonIndex.objects.create(
        person=standing.person, normalised_name="m", birth_date="1988-03-04", contact_phone="0170"
    )
    PersonFactory(member=True, case=case, answer_id="c1")
    return standing


def facts(exported):
    return dict(exported.records[0].facts)


def test_case_says_what_is_kept_of_the_person(own):
    exported = export_cases(own.user_id)

    assert exported.records[0].title == "Fall MK-1"
    told = facts(exported)
    assert {
        key: told[key] for key in ("Jobcenter", "Nummer der Bedarfsgemeinschaft", "Ihr Name", "Geburtsdatum zur Suche")
    } == {
        "Jobcenter": "Jobcenter Nord",
        "Nummer der Bedarfsgemeinschaft": "BG 7",
        "Ihr Name": "Miriam Sander",
        "Geburtsdatum zur Suche": "4.\xa0März 1988",
    }
    assert exported.data[0]["entered_persons"] == [{"name": "Ida Sander"}]


def test_case_says_that_one_would_rather_talk(own):
    own.person.prefers_personal_since = timezone.now()
    own.person.save()

    exported = export_cases(own.user_id)

    assert exported.data[0]["person"]["prefers_personal_since"] == own.person.prefers_personal_since
    assert "Sie sprechen lieber persönlich, seit" in facts(exported)


def test_names_of_others_are_for_the_applicant_who_gave_them(own):
    member = PersonFactory(case=own.case, is_applicant=False, name="Ali")
    StandingFactory(person=member, kind="member")

    assert "Ida" not in repr(export_cases(member.user_id))
    assert facts(export_cases(own.user_id))["Weitere Personen, die Sie angegeben haben"] == "Ida Sander"


def test_standings_name_the_helper_to_the_person_and_nobody_to_the_helper(own):
    helper = UserFactory(email="hilfe@example.org")
    StandingFactory(
        helper=True, person=own.person, user=helper, valid_to="2026-12-24T12:00Z", holder_name="Opa", known_as="Miri"
    )

    exported = export_standings(own.user_id)

    assert exported.records[0].lines == (
        "Hilfe durch eine andere Person (Opa): ausfüllen und Angaben lesen, Unterlagen hochladen; seit 1.\xa0Januar 2026, bis 24.\xa0Dezember 2026",
    )
    assert "hilfe@" not in repr(exported)
    seen_by_helper = export_standings(helper.pk)
    assert [record.title for record in seen_by_helper.records] == [
        "Für wie viele andere Sie handeln dürfen oder durften"
    ]
    assert [word for word in ("Opa", "Miri", "Sander") if word in repr(seen_by_helper)] == []


def test_access_lists_others_by_function_and_neither_oneself_nor_the_portal(own):
    membership = StaffMembershipFactory(jobcenter=own.case.jobcenter, display_name="Frau Sommer")
    staff = actor_for_staff(membership.user, purpose="case_work")
    for actor in (actor_for_user(own.user, purpose="own_case"), staff, system_actor("worker")):
        record(actor, CASE_OPENED, subject=own.case, case_id=own.case_id)

    exported = export_access(own.user_id)

    assert [line.partition(": ")[2] for line in exported.records[0].lines] == ["Sachbearbeitung – Fall eröffnet"]
    assert [(each["role"], each["purpose"]) for each in exported.data] == [("caseworker", "case_work")]
    assert "Sommer" not in repr(exported)


def test_access_of_other_cases_is_none_of_ones_business(own):
    other = StandingFactory()
    record(actor_for_user(other.user, purpose="test"), CASE_OPENED, subject=other.case, case_id=other.case_id)
    StandingFactory(helper=True, person=other.person, user=own.user)

    assert AuditEvent.objects.exists()
    assert export_access(own.user_id).data == []


def test_letters_of_the_own_person_are_listed_without_their_code(own):
    letter = AccessLetterFactory(person=own.person, case=own.case)
    AccessLetterFactory(code_index="c0de")

    exported = export_letters(own.user_id)

    assert [each["printed_at"] for each in exported.data] == [letter.printed_at]
    assert letter.code_index not in str(exported)
