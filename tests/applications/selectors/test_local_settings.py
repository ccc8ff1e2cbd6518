import datetime

import pytest

from applications.enums import DocumentClass
from applications.selectors.local_settings import (
    load_overlay,
    local_settings_visible_to,
    offer_on,
    offer_to,
    settings_in_force,
    switches_of,
)
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_staff, actor_for_user
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory, UserFactory
from tests.factories.cases import CaseFactory, StandingFactory
from tests.factories.local_settings import (
    LocalFormFactory,
    LocalHintFactory,
    LocalPaperFactory,
    LocalQuestionFactory,
    LocalSettingsFactory,
    in_force,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 26)
NONE = ""


def published(house, number=1, valid_from=datetime.date(2026, 1, 1)):
    return in_force(LocalSettingsFactory(jobcenter=house, number=number, valid_from=valid_from))


def test_latest_version_that_is_valid_counts():
    house = JobcenterFactory()
    published(house, 1, datetime.date(2026, 1, 1))
    second = published(house, 2, datetime.date(2026, 6, 1))
    published(house, 3, datetime.date(2027, 1, 1))
    LocalSettingsFactory(jobcenter=house, number=4)
    published(JobcenterFactory(), 9, datetime.date(2026, 9, 1))

    assert settings_in_force(house.pk, TODAY) == second


def test_of_two_from_the_same_day_the_newer_counts():
    house = JobcenterFactory()
    published(house, 1)
    second = published(house, 2)

    assert settings_in_force(house.pk, TODAY) == second


def test_before_the_first_day_nothing_counts():
    house = JobcenterFactory()
    published(house, 1, TODAY)

    assert settings_in_force(house.pk, TODAY - datetime.timedelta(days=1)) is None


def test_version_of_the_cases_jobcenter_is_offered(django_assert_num_queries):
    case = CaseFactory()
    mine = published(case.jobcenter)
    published(JobcenterFactory())
    offer_on(case, TODAY)  # what a version withholds is asked once in a process

    with django_assert_num_queries(1):
        assert offer_on(case, TODAY).version == mine.key


def test_without_a_jobcenter_the_only_one_counts():
    mine = published(JobcenterFactory())
    case = CaseFactory(prospective=True, jobcenter=None)

    assert offer_on(case, TODAY).version == mine.key
    JobcenterFactory(is_active=False)
    assert offer_on(case, TODAY).version == mine.key
    JobcenterFactory()
    assert offer_on(case, TODAY).version == NONE


def test_offer_to_a_person_is_that_of_her_case(django_assert_num_queries):
    standing = StandingFactory()
    mine = published(standing.case.jobcenter)
    published(JobcenterFactory())
    actor = actor_for_user(standing.user, purpose="own_case")
    offer_to(actor, TODAY)

    with django_assert_num_queries(1):
        assert offer_to(actor, TODAY).version == mine.key


def test_offer_to_a_person_on_a_case_without_jobcenter_is_that_of_the_only_one():
    standing = StandingFactory(person__case=CaseFactory(prospective=True, jobcenter=None))
    mine = published(JobcenterFactory())
    actor = actor_for_user(standing.user, purpose="own_case")

    assert offer_to(actor, TODAY).version == mine.key
    JobcenterFactory()
    assert offer_to(actor, TODAY).version == NONE


def test_offer_to_somebody_new_is_that_of_the_only_jobcenter():
    mine = published(JobcenterFactory())
    actor = actor_for_user(UserFactory(), purpose="own_case")

    assert offer_to(actor, TODAY).version == mine.key
    JobcenterFactory()
    assert offer_to(actor, TODAY).version == NONE


def test_form_that_is_off_is_withheld():
    case = CaseFactory()
    settings = LocalSettingsFactory(jobcenter=case.jobcenter)
    LocalFormFactory(settings=settings)
    in_force(settings)
    offer = offer_on(case, TODAY)

    assert (offer.includes("toy"), offer.includes("main_application")) == (False, True)


def test_pilot_is_offered_where_one_of_its_teams_has_the_case():
    house = JobcenterFactory()
    team, other = TeamFactory(jobcenter=house), TeamFactory(jobcenter=house)
    settings = LocalSettingsFactory(jobcenter=house)
    LocalFormFactory(settings=settings, state="pilot", teams=[team])
    in_force(settings)
    offered = [offer_on(CaseFactory(jobcenter=house, team=each), TODAY).includes("toy") for each in (team, other, None)]

    assert offered == [True, False, False]
    assert list(switches_of(settings)) == ["toy"]


def test_overlay_of_a_form_holds_its_own_rows():
    settings = LocalSettingsFactory()
    LocalQuestionFactory(settings=settings, position=2, label="Zweite?")
    LocalQuestionFactory(settings=settings, position=1, label="Erste?", kind="choice", options="a\nb")
    LocalQuestionFactory(settings=settings, place="toy.you")
    LocalHintFactory(settings=settings)
    LocalHintFactory(settings=settings, place="main_application.you.name", text="Wie im Ausweis.")
    own = LocalPaperFactory(settings=settings)
    LocalPaperFactory(settings=settings, document_class="LEASE", title="", required=True)
    in_force(settings)
    overlay = load_overlay(settings.key, "main_application")

    assert [question.label for question in overlay.at_end["you"]] == ["Erste?", "Zweite?"]
    assert overlay.section_hints == {"you": "Wir helfen im Haus am Markt."}
    assert overlay.step_hints == {"name": "Wie im Ausweis."}
    assert {(p.document_class, p.item_id, p.title, p.required) for p in overlay.papers} == {
        (DocumentClass.OTHER, own.key, "Formblatt der Gemeinde", False),
        (DocumentClass.LEASE, None, "", True),
    }
    assert [question.label for question in load_overlay(settings.key, "toy").at_end["you"]] == ["Haben Sie einen Hund?"]


def test_version_in_work_is_no_overlay_for_drafts():
    assert load_overlay(LocalSettingsFactory().key, "main_application") is None
    assert load_overlay("gibt-es-nicht", "main_application") is None


def test_staff_see_the_versions_of_their_house_and_others_none():
    mine, _other = LocalSettingsFactory(), LocalSettingsFactory()
    worker = actor_for_staff(StaffMembershipFactory(jobcenter=mine.jobcenter).user, purpose="x")
    citizen = actor_for_user(UserFactory(), purpose="x")

    assert list(local_settings_visible_to(worker)) == [mine]
    assert list(local_settings_visible_to(citizen)) == []
    assert local_settings_visible_to(system_actor("test")).count() == 2
