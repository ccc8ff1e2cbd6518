import io
from contextlib import redirect_stdout

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from applications.models import Application, Draft
from appointments.enums import AppointmentStatus, OfferStatus, ServiceKind
from appointments.models import Appointment, Offer, OpeningRule, Room, Service, Wish
from appointments.selectors import SlotQuery, next_free
from mailbox.models import EvidenceRequest, Message, Note, TextVersion, Thread, TopicRoute
from portal.accounts.models import Jobcenter, Office, PostcodeArea, StaffMembership, Team, User
from portal.accounts.selectors import jobcenters_for_postcode, office_for_page, staff_membership, works_for
from portal.cases.models import Standing
from portal.desk.management.commands.load_demo import APP_SECRET, PASSWORD
from tests.browser import app_code

pytestmark = pytest.mark.django_db

MODELS = (
    Jobcenter,
    Office,
    Team,
    PostcodeArea,
    User,
    EmailAddress,
    StaffMembership,
    Draft,
    Application,
    EvidenceRequest,
)
CALENDAR = (Service, Room, OpeningRule, Appointment, Offer, Wish)
POSTBOX = (Thread, Message, Note, TextVersion, TopicRoute)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo, loaded once and rolled back at the end; what each test does is undone after it. Returns what was printed."""
    printed = io.StringIO()
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PORTAL_IS_DEMO=True), redirect_stdout(printed):
            call_command("load_demo")
        yield printed.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(settings, loaded):
    settings.PORTAL_IS_DEMO = True
    return loaded


def test_demo_is_loaded_twice_without_a_change(demo):
    before = [sorted(model.objects.values_list("pk", flat=True)) for model in (*MODELS, *POSTBOX, *CALENDAR)]
    call_command("load_demo")
    assert [sorted(model.objects.values_list("pk", flat=True)) for model in (*MODELS, *POSTBOX, *CALENDAR)] == before


def test_applications_are_sent_and_one_lies_in_the_clearing_list(demo):
    found = Application.objects.order_by("person__user__email").values_list(
        "person__user__email", "urgent", "case__jobcenter__slug"
    )
    assert list(found) == [
        ("farid.haddad@example.org", True, "musterkreis"),
        ("jonas.albers@example.org", False, "musterkreis"),
        ("petra.reuter@example.org", False, "musterkreis"),
        ("renate.grenz@example.org", False, None),
    ]


def test_postbox_has_somebody_who_waits_an_answer_and_a_call(demo):
    waiting = Thread.objects.filter(waiting_since__isnull=False)

    assert sorted(waiting.values_list("person__user__email", "topic")) == [
        ("jonas.albers@example.org", "work"),
        ("petra.reuter@example.org", "housing"),
    ]
    assert list(Message.objects.filter(kind="contact").values_list("channel", flat=True)) == ["phone"]
    assert Note.objects.count() == 2


def test_somebody_was_asked_for_three_papers(demo):
    request = EvidenceRequest.objects.get()
    assert (request.person.user.email, request.status, request.items.count()) == ("petra.reuter@example.org", "sent", 3)


def test_claimant_has_a_draft_to_finish(demo):
    draft = Draft.objects.get(person__user__email="miriam.sander@example.org")
    assert (draft.is_open, draft.answers["you"]["first_name"]) == (True, "Miriam")


def test_advice_centre_has_two_clients_one_of_them_on_paper(demo):
    clients = Standing.objects.filter(organisation__name="Beratungsstelle Brückenhaus")
    assert sorted(clients.values_list("person__user__email", flat=True), key=str) == [None, "petra.reuter@example.org"]
    assert works_for(User.objects.get(email="beratung@example.org").pk, clients[0].organisation_id)


@pytest.mark.parametrize(
    ("email", "role"),
    [
        ("miriam.sander@example.org", None),
        ("tochter@example.org", None),
        ("beratung@example.org", None),
        ("sachbearbeitung@example.org", "caseworker"),
        ("teamleitung@example.org", "team_lead"),
        ("verwaltung@example.org", "administrator"),
    ],
)
def test_everybody_printed_can_sign_in_with_the_password_printed(demo, email, role):
    assert (email in demo, PASSWORD in demo) == (True, True)
    user = authenticate(email=email, password=PASSWORD)
    assert EmailAddress.objects.get(user=user).verified
    membership = staff_membership(user)
    assert (membership.role if membership else None) == role


@pytest.mark.parametrize("email", ["sachbearbeitung@example.org", "verwaltung@example.org", "nebenstadt@example.org"])
def test_staff_of_the_demo_enter_the_desk_with_password_and_printed_app(demo, client, settings, email):
    settings.PORTAL_IS_DEMO = False  # addresses are read at the first request: those of the demo must not come with it
    assert APP_SECRET in demo
    client.post("/konto/anmelden/", {"login": email, "password": PASSWORD})
    answer = client.post("/konto/anmelden/zweiter-schritt/", {"code": app_code(APP_SECRET), "next": "/verwaltung/"})
    assert answer.status_code == 302
    assert client.get("/verwaltung/").status_code == 200


@pytest.mark.parametrize(
    ("postcode", "names"),
    [
        ("00100", ["Jobcenter Musterkreis"]),
        ("00198", ["Jobcenter Musterkreis"]),
        ("00199", ["Jobcenter Musterkreis", "Jobcenter Nebenstadt"]),
        ("00205", ["Jobcenter Nebenstadt"]),
        ("00300", []),
    ],
)
def test_postcodes_are_clear_ambiguous_or_unknown(demo, postcode, names):
    assert [jobcenter.name for jobcenter in jobcenters_for_postcode(postcode)] == names


def test_pages_show_the_office_of_musterkreis(demo):
    card = office_for_page(None)
    assert (card.jobcenter_name, card.name) == ("Jobcenter Musterkreis", "Haus am Markt")
    assert card.hours == (
        "Montag und Dienstag: 8:00 bis 12:30 Uhr",
        "Donnerstag: 8:00 bis 12:30 Uhr und 14:00 bis 18:00 Uhr",
        "Freitag: 8:00 bis 12:30 Uhr",
    )


def test_daughter_helps_somebody_and_has_begun_something_for_another(demo):
    call_command("load_demo")
    helper = User.objects.get(email="tochter@example.org")
    helped, begun = Standing.objects.filter(user=helper).order_by("created_at")
    assert (helped.person.user.email, helped.known_as) == ("renate.grenz@example.org", "Mama")
    assert (begun.person.user, begun.known_as, begun.case.drafts.count()) == (None, "Papa", 1)


def test_calendar_lives_with_appointments_an_invitation_and_a_wish(demo):
    booked = Appointment.objects.filter(status=AppointmentStatus.BOOKED).order_by("channel")
    assert list(booked.values_list("person__user__email", "channel")) == [
        ("petra.reuter@example.org", "in_person"),
        ("jonas.albers@example.org", "phone"),
    ]
    offer = Offer.objects.get()
    assert (offer.person.user.email, offer.status) == ("farid.haddad@example.org", OfferStatus.OPEN)
    assert offer.appointments.filter(status=AppointmentStatus.OFFERED).count() == 3
    assert Wish.objects.get().person.user.email == "jonas.albers@example.org"


def test_free_times_exist_for_all_that_can_be_booked(demo):
    services = list(Service.objects.filter(jobcenter__slug="musterkreis"))
    bookable = {service.kind: next_free(SlotQuery(service=service)) is not None for service in services}

    assert bookable == {kind: kind != ServiceKind.DROP_IN for kind in ServiceKind if kind != ServiceKind.OTHER}
