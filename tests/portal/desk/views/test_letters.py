import datetime

import pytest

from portal.audit.models import AuditEvent
from portal.cases.models import AccessLetter, Person
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import AccessLetterFactory, CaseFactory, PersonFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
CHECKED = {"identity_document": "passport", "birth_date": "1997-01-25", "has_checked": "on"}
LIST = "/verwaltung/zugangsbriefe/"


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


@pytest.fixture
def lead(jobcenter):
    return StaffMembershipFactory(jobcenter=jobcenter, team_lead=True)


def url(application, person=None):
    return f"/verwaltung/antraege/{application.pk}/zugangsbrief/{(person or application.person).pk}/"


def test_letter_comes_as_a_pdf_that_nobody_keeps(desk_of, worker, application):
    response = desk_of(worker).post(url(application), CHECKED)

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.content.startswith(b"%PDF")
    assert AccessLetter.objects.get().printed_by == worker


def test_looking_at_the_page_prints_nothing(desk_of, worker, application):
    page = desk_of(worker).get(url(application)).content.decode()

    assert "Welchen Ausweis haben Sie gesehen?" in page
    assert not AccessLetter.objects.exists()


def test_unchecked_form_comes_back_with_what_was_typed(desk_of, worker, application):
    response = desk_of(worker).post(url(application), CHECKED | {"has_checked": ""})

    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="1997-01-25"' in page
    assert "Bitte bestätigen Sie, dass Sie den Ausweis geprüft haben." in page
    assert not AccessLetter.objects.exists()


def test_blocked_account_is_refused_in_words(desk_of, worker, application):
    Person.objects.filter(pk=application.person_id).update(user=UserFactory(blocked=True))

    response = desk_of(worker).post(url(application), CHECKED)

    assert response.status_code == 422
    assert "Das Konto ist gesperrt oder gehört zu einer beschäftigten Person." in response.content.decode()


def test_child_gets_no_letter(desk_of, worker, application):
    child = PersonFactory(member=True, case=application.case)

    response = desk_of(worker).post(url(application, child), CHECKED | {"birth_date": "2015-01-25"})

    assert "Die Person ist noch minderjährig." in response.content.decode()
    assert not AccessLetter.objects.exists()


def test_person_of_another_case_is_not_found(desk_of, worker, application):
    assert desk_of(worker).get(url(application, PersonFactory())).status_code == 404


def test_case_page_leads_to_the_letter(desk_of, worker, application):
    page = desk_of(worker).get(f"/verwaltung/antraege/{application.pk}/").content.decode()

    assert f'href="{url(application)}"' in page
    assert "hat ein Konto" in page


def test_lead_reads_who_printed_for_whom(desk_of, worker, lead, application):
    AccessLetterFactory(person=application.person, printed_by=worker)

    page = desk_of(lead).get(LIST).content.decode()

    for words in ("Frau Yıldız", "Miriam Sander", "Personalausweis", "gültig bis"):
        assert words in page
    assert AuditEvent.objects.filter(event="access_letter.listed", role="team_lead").count() == 1


def test_list_takes_as_many_queries_for_many_as_for_one(desk_of, worker, lead, application, django_assert_num_queries):
    desk = desk_of(lead)
    AccessLetterFactory(person=application.person, printed_by=worker)
    desk.get(LIST)  # prepares what is prepared once per connection
    with django_assert_num_queries(6):
        desk.get(LIST)
    for index in range(10):
        person = PersonFactory(member=True, case=application.case)
        AccessLetterFactory(code=f"BCDF2345{index:08}", person=person, printed_by=worker)

    with django_assert_num_queries(6):
        desk.get(LIST)


def test_old_letter_is_called_so(desk_of, worker, lead, application, time_machine):
    letter = AccessLetterFactory(person=application.person, printed_by=worker)
    time_machine.move_to(letter.expires_at + datetime.timedelta(minutes=1))

    assert "abgelaufen" in desk_of(lead).get(LIST).content.decode()


def test_lead_withdraws_a_letter(desk_of, worker, lead, application):
    letter = AccessLetterFactory(person=application.person, printed_by=worker)
    desk = desk_of(lead)

    page = desk.post(f"{LIST}{letter.pk}/sperren/", follow=True).content.decode()

    assert "Gesperrt. Mit diesem Brief kommt niemand mehr in das Konto." in page
    again = desk.post(f"{LIST}{letter.pk}/sperren/", follow=True).content.decode()
    assert "Dieser Brief galt schon nicht mehr." in again
