import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.enums import ApplicationStatus
from applications.models import Application
from mailbox.models import EvidenceItem, EvidenceRequest
from portal.cases.models.todo import PROVIDERS, DayMeans, Todo
from portal.cases.selectors import actor_for_user
from portal.notices.models import NoticeSettings
from portal.pages.selectors import overview_for
from portal.ui.formats import format_date
from tests.access.world import build_world
from tests.applications.quick import short_application
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.exports import decision_in, full_case
from tests.factories.renewals import GrantPeriodFactory
from tests.factories.triage import ApplicationFactory


def todo_of(user):
    return overview_for(actor_for_user(user, purpose="own_case")).todo


@pytest.mark.django_db
def test_page_names_draft_post_and_application(django_assert_num_queries):
    world = build_world()
    actor = actor_for_user(world.users["claimant"], purpose="own_case")

    with django_assert_num_queries(12):
        found = overview_for(actor)

    talk, called = world.appointment.pk, world.summons.appointment_id
    assert [(str(entry.title).partition(" um ")[0], entry.url) for entry in found.todo] == [
        ("Bescheid oder Schreiben lesen", reverse("mailbox:decision", args=[world.decision.pk])),
        ("1 neue Nachricht lesen", reverse("mailbox:inbox")),
        ("Eine Zeit für ein Gespräch wählen", reverse("appointments:offer", args=[world.times.pk])),
        ("Etwas erledigen, das im Gespräch vereinbart wurde", reverse("appointments:appointment", args=[called])),
        ("Termin", reverse("appointments:appointment", args=[talk])),
        ("Antrag fertig ausfüllen und absenden", reverse("applications:tasks", args=[world.draft.pk])),
        ("Termin", reverse("appointments:appointment", args=[called])),
    ]
    assert [entry.note for entry in found.todo if "fertig ausfüllen" in str(entry.title)] == [
        "Antrag auf Grundsicherungsgeld"
    ]
    assert [(str(entry.title), entry.about, entry.url, str(entry.status), entry.text) for entry in found.under_way] == [
        (
            "Stand Ihres Antrags ansehen",
            f"Antrag auf Grundsicherungsgeld vom {format_date(world.application.received_at)}",
            reverse("applications:status", args=[world.application.pk]),
            "Eingegangen – wird geprüft",
            "Wir haben Ihre Angaben bekommen. Das ist noch keine Entscheidung.",
        )
    ]


@pytest.mark.django_db
def test_more_of_everything_costs_no_more_queries(django_assert_num_queries):
    full = full_case()
    for number in range(3):
        EvidenceItem.objects.create(request=full.request, position=9 - number, what="Nachweis", code=f"C{number}")
        StandingFactory(helper=True, person=full.person, valid_to=timezone.now() + dt.timedelta(days=3))
        decision_in(full.thread, full.membership)

    with django_assert_num_queries(12):
        found = overview_for(full.claimant)
    assert len(found.todo) == 9


@pytest.mark.django_db
def test_most_urgent_comes_first_whatever_it_is():
    full = full_case()
    today = timezone.localdate()
    EvidenceRequest.objects.update(deadline=today - dt.timedelta(days=1))
    StandingFactory(helper=True, person=full.person, valid_to=timezone.now() + dt.timedelta(days=2))

    assert [(str(entry.title), entry.due) for entry in todo_of(full.person.user)] == [
        ("1 Unterlage einreichen", today - dt.timedelta(days=1)),
        ("Bescheid oder Schreiben lesen", None),
        ("2 neue Nachrichten lesen", None),
        ("Hilfe verlängern, wenn sie weitergehen soll", today + dt.timedelta(days=2)),
    ]


@pytest.mark.django_db
def test_other_apps_add_lines_without_being_known():
    def appointments(_actor, today):
        return [Todo(title="Termin im Jobcenter", url="/termine/", due=today, means=DayMeans.ON)]

    PROVIDERS.append(appointments)
    try:
        assert [entry.url for entry in todo_of(UserFactory())] == ["/termine/"]
    finally:
        PROVIDERS.remove(appointments)


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "lines"), [("received", 1), ("withdrawn", 1), ("documents_requested", 2)])
def test_short_application_and_the_whole_one_are_one_line(status, lines):
    short = short_application()
    whole = ApplicationFactory(case=short.case)
    Application.objects.filter(pk=whole.pk).update(follows=short, form_key="main_application")
    asked = "documents_requested" if status == "documents_requested" else "received"
    Application.objects.filter(pk=short.pk).update(status=asked)
    if status == "withdrawn":
        Application.objects.filter(pk=whole.pk).update(status="withdrawn")
    under_way = overview_for(claimant_actor(short.case)).under_way

    assert len(under_way) == lines


@pytest.mark.django_db
def test_question_about_notices_is_asked_apart_until_it_is_answered():
    user = StandingFactory().user
    actor = actor_for_user(user, purpose="own_case")
    assert [entry.url for entry in overview_for(actor).optional] == ["/konto/benachrichtigungen/"]
    assert overview_for(actor).todo == ()

    NoticeSettings.objects.create(user=user, asked_at=timezone.now())
    assert overview_for(actor).optional == ()


@pytest.mark.django_db
def test_draft_is_due_when_it_expires():
    draft = DraftFactory()

    assert todo_of(draft.person.user)[-1].due == timezone.localdate(draft.expires_at)
    assert draft.expires_at - draft.updated_at == dt.timedelta(days=30)


@pytest.mark.django_db
def test_papers_asked_for_by_letter_are_to_be_sent():
    application = ApplicationFactory()
    Application.objects.update(status=ApplicationStatus.DOCUMENTS_REQUESTED)

    (entry,) = [each for each in todo_of(application.person.user) if "Unterlagen" in str(each.title)]
    assert entry.url == reverse("applications:status", args=[application.pk])


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_told"), [(57, False), (56, True), (0, True), (-90, True), (-95, False)])
def test_renewal_is_to_be_asked_for_around_the_end_of_the_period(days, is_told):
    own = StandingFactory()
    ends = timezone.localdate() + dt.timedelta(days=days)
    GrantPeriodFactory(case=own.case, starts_on=ends - dt.timedelta(days=364), ends_on=ends)

    expected = [("Weiterbewilligung beantragen", reverse("applications:overview"), ends)] if is_told else []
    assert [(str(entry.title), entry.url, entry.due) for entry in todo_of(own.user)] == expected


@pytest.mark.django_db
def test_stranger_has_nothing_to_do():
    full_case()

    assert todo_of(UserFactory()) == ()


@pytest.mark.django_db
def test_help_that_ends_soon_is_to_be_extended():
    own = StandingFactory()
    until = timezone.now() + dt.timedelta(days=5)
    soon = StandingFactory(helper=True, person=own.person, valid_to=until)
    StandingFactory(helper=True, person=own.person, valid_to=until + dt.timedelta(days=30))
    StandingFactory(helper=True, person=own.person, valid_to=until, revoked_at=timezone.now())
    (entry,) = todo_of(own.user)
    assert (entry.url, entry.due) == (reverse("helping:helper", args=[soon.pk]), timezone.localdate(until))


@pytest.mark.django_db
def test_helper_is_not_asked_to_extend():
    helping = StandingFactory(helper=True, valid_to=timezone.now() + dt.timedelta(days=5))
    assert overview_for(helper_actor(helping)).todo == ()


@pytest.mark.django_db
def test_who_may_not_send_is_not_told_to():
    helping = StandingFactory(helper=True)
    DraftFactory(case=helping.case, person=helping.person)
    assert [str(entry.title) for entry in overview_for(helper_actor(helping)).todo] == ["Antrag fertig ausfüllen"]
