import datetime

import pytest
from django.utils import timezone

from portal.cases.domain.addressee import Addressees
from portal.cases.domain.representation import state_of
from portal.cases.models import Standing
from portal.desk.views.representatives import ending_rows, letters_go_to, representatives_of, state_in_words
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import PersonFactory, staff_actor
from tests.factories.representations import RepresentationFactory
from tests.factories.triage import ApplicationFactory

NOW = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
HELD = {"valid_from": NOW - DAY, "proof_checked_at": NOW - DAY}
BERGER, FALK = (Standing(holder_name=name) for name in ("Frau Berger", "Herr Falk"))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (HELD, "gilt, ohne festes Ende"),
        (HELD | {"valid_to": datetime.datetime(2027, 6, 30, 22, 0, tzinfo=datetime.UTC)}, "gilt bis 30.\xa0Juni 2027"),
        (
            HELD | {"valid_to": datetime.datetime(2026, 12, 5, 23, 0, tzinfo=datetime.UTC)},
            "endet am 5.\xa0Dezember 2026",
        ),
        (
            HELD | {"valid_to": datetime.datetime(2026, 11, 24, 23, 0, tzinfo=datetime.UTC)},
            "abgelaufen am 24.\xa0November 2026",
        ),
        (HELD | {"revoked_at": NOW}, "beendet am 26.\xa0November 2026"),
        (HELD | {"valid_from": NOW + DAY}, "gilt ab 27.\xa0November 2026"),
        ({"valid_from": NOW - DAY}, "wartet auf Nachweis"),
    ],
)
def test_state_is_said_with_its_day(fields, words):
    standing = Standing(**fields)

    assert state_in_words(standing, state_of(standing, NOW)) == words


@pytest.mark.parametrize(
    ("decided", "words"),
    [
        (Addressees(), "Miriam Sander"),
        (Addressees((BERGER, FALK)), "Frau Berger, Herr Falk; Kopie an Miriam Sander"),
        (
            Addressees((BERGER,), to_person=False),
            "Frau Berger; keine Kopie an Miriam Sander (Einwilligungsvorbehalt)",
        ),
        (Addressees(also=(BERGER,)), "Miriam Sander und Frau Berger (Nachweis fehlt noch)"),
    ],
)
def test_letters_go_to_who_must_be_addressed(decided, words):
    assert letters_go_to(decided, "Miriam Sander") == words


@pytest.mark.django_db
def test_case_shows_all_and_addresses_only_who_represents_the_applicant(django_assert_num_queries):
    application = ApplicationFactory()
    RepresentationFactory(person=PersonFactory(member=True, case=application.case), holder_name="Herr Falk")
    RepresentationFactory(person=application.person)
    ended = RepresentationFactory(person=application.person, holder_name="Frau Alt", valid_to=NOW - 200 * DAY)

    with django_assert_num_queries(1):
        shown = representatives_of(application)

    assert [row.name for row in shown["representations"]] == [ended.holder_name, "Frau Berger", "Herr Falk"]
    assert shown["letters_go_to"].startswith("Frau Berger; Kopie an ")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 4])
def test_what_ends_soon_is_listed_in_two_queries(number, django_assert_num_queries):
    now = timezone.now()
    application = ApplicationFactory()
    for _each in range(number):
        RepresentationFactory(person=application.person, valid_to=now + DAY)
    actor = staff_actor(StaffMembershipFactory(jobcenter=application.case.jobcenter))

    with django_assert_num_queries(2):
        rows = ending_rows(actor)

    assert {row.application_pk for row in rows} == {application.pk}
    assert len(rows) == number
