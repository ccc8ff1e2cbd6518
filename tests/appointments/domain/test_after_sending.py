import pytest
from django.urls import reverse

from appointments.domain.after_sending import help_with_application
from appointments.enums import Channel, ServiceKind
from appointments.models import AppointmentSettings
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.appointments import AppointmentFactory, OfferFactory, ServiceFactory
from tests.factories.cases import CaseFactory, PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing():
    return StandingFactory()


def offered(standing, actor=None):
    return help_with_application(actor or claimant_actor(standing.case), standing.case, standing.person)


def test_help_is_offered_on_every_way_the_office_has(standing):
    ServiceFactory(
        jobcenter=standing.case.jobcenter,
        kind=ServiceKind.PORTAL_HELP,
        channels=[Channel.IN_PERSON, Channel.PHONE, Channel.VIDEO],
        is_bookable=False,
    )
    without_video = [str(way.label) for way in offered(standing).ways]
    AppointmentSettings.objects.create(jobcenter=standing.case.jobcenter, video_provider="jitsi")

    ways = offered(standing).ways

    assert without_video == ["Hilfe persönlich im Jobcenter", "Hilfe am Telefon", "Wir rufen Sie an"]
    assert [str(way.label) for way in ways][2] == "Hilfe per Video"
    assert ways[1].url.startswith(f"{reverse('appointments:wish')}?weg=phone&anliegen=")


def test_it_says_that_it_does_not_replace_the_first_talk(standing):
    found = offered(standing)

    assert "ersetzt nicht das erste Gespräch im Jobcenter" in str(found.not_instead[0])
    assert "Eine Ausnahme kann nur Ihr Jobcenter machen" in str(found.not_instead[0])
    assert (found.invited, bool(found.no_invitation)) == ((), True)


def test_invitation_to_the_first_talk_stands_beside_it(standing):
    first_talk = ServiceFactory(jobcenter=standing.case.jobcenter, kind=ServiceKind.FIRST_TALK)
    offer = OfferFactory(person=standing.person, service=first_talk)
    AppointmentFactory(person=standing.person)  # about something else

    found = offered(standing)

    assert [each.url for each in found.invited] == [reverse("appointments:offer", args=[offer.pk])]
    assert found.no_invitation == ""


def test_the_responsible_team_is_named():
    team = TeamFactory(name="Team Nord", phone="030 1234")
    person = PersonFactory(case=CaseFactory(jobcenter=team.jobcenter, team=team))
    standing = StandingFactory(person=person)

    assert (offered(standing).who, offered(standing).phone) == ("Team Nord", "030 1234")


def test_it_is_for_who_may_arrange_appointments(standing):
    helper = helper_actor(StandingFactory(helper=True, person=standing.person))
    staff = staff_actor(StaffMembershipFactory(jobcenter=standing.case.jobcenter))

    assert offered(standing, helper) is None
    assert offered(standing, staff) is None
