import datetime

import pytest
from django.urls import reverse

from appointments.enums import AppointmentStatus, Channel
from appointments.models import Appointment
from portal.cases.enums import CaseStatus
from portal.cases.models import Case, Person
from tests.factories.accounts import UserFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OpeningRuleFactory, ServiceFactory
from tests.factories.cases import PersonFactory, StandingFactory

pytestmark = pytest.mark.django_db

HALF_PAST = MONDAY_NINE + datetime.timedelta(minutes=30)
TAKEN = "Diese Zeit ist gerade vergeben worden. Hier sind die nächsten."


@pytest.fixture(autouse=True)
def somebody_there(colleague):
    """Somebody has time."""


def text(response):
    return response.content.decode().replace("\xa0", " ")


def times(client, service, **query):
    return text(client.get(reverse("appointments:pick", args=[service.pk]), query))


def taken_by_somebody_else(service, colleague, starts=MONDAY_NINE):
    return AppointmentFactory(
        person__case__jobcenter=service.jobcenter, service=service, membership=colleague, starts=starts
    )


def test_times_show_the_next_one_as_first_button_then_days(client, service):
    shown = times(client, service)

    assert shown.index("Die nächste freie Zeit") < shown.index("Montag, 30. November 2026, 9:00 Uhr")
    assert 'value="2026-11-30T09:30+01:00"' in shown
    assert "9:30 Uhr<span" in shown
    assert "Uhrzeit in Deutschland" in shown


def test_times_lead_on_to_later_days_and_back(client, service):
    assert "?weg=in_person&amp;ab=2026-12-05" in times(client, service)

    later = times(client, service, ab="2026-12-05")

    assert "2026-11-30T" not in later
    assert "Montag, 7. Dezember 2026" in later
    assert "Wieder von vorn" in later


def test_times_that_cannot_be_read_from_the_address_are_no_wish(client, service):
    assert "Die nächste freie Zeit" in times(client, service, ab="gestern", weg="brieftaube", sprache="klingonisch")


def test_times_that_nobody_has_say_what_else_there_is(client, service, standing):
    shown = times(client, service, weg=Channel.IN_PERSON, stufenlos="on")

    assert "So ist gerade nichts frei." in shown
    assert "Ohne Termin vorbeikommen" in shown
    assert "Wieder alle Zeiten zeigen" in shown


def test_first_talk_is_in_person_only(client, standing):
    first = ServiceFactory(jobcenter=standing.case.jobcenter, kind="first_talk")

    shown = times(client, first)

    assert "persönlich im Jobcenter" in shown
    assert "am Telefon" not in shown.split("Nichts passt?")[0]


def test_times_of_another_jobcenter_are_not_there_for_who_has_one(claimant):
    assert claimant.get(reverse("appointments:pick", args=[ServiceFactory().pk])).status_code == 404


def test_times_cost_the_same_with_few_and_many(claimant, service, colleague, standing, django_assert_max_num_queries):
    times(claimant, service)
    with django_assert_max_num_queries(21) as few:
        times(claimant, service)
    for hour in range(3):
        OpeningRuleFactory(
            membership__jobcenter=standing.case.jobcenter, starts=datetime.time(8 + hour), ends=datetime.time(16)
        )
        taken_by_somebody_else(service, colleague, MONDAY_NINE + datetime.timedelta(hours=hour))
    with django_assert_max_num_queries(21) as many:
        times(claimant, service)
    assert len(many) == len(few)


def test_chosen_time_is_kept_and_asks_for_nothing_that_is_needed(claimant, service, choose):
    answer = choose(claimant, service)

    held = Appointment.objects.get()
    assert answer["Location"].split("?")[0] == reverse("appointments:confirm", args=[held.pk])
    shown = text(claimant.get(answer["Location"]))
    assert held.status == AppointmentStatus.HELD
    assert "Wir halten diese Zeit für Sie frei bis <strong>10:15 Uhr</strong>" in shown
    assert "9:00 bis 9:30 Uhr" in shown


def test_confirming_books_with_all_that_was_said_and_shows_the_receipt(claimant, service, choose):
    held = choose(claimant, service)["Location"]
    said = {
        "topic": "Miete ist gestiegen",
        "needs": ["interpreter"],
        "language": "ar",
        "needs_words": "Arabisch",
        "phone": "030 23125 77",
        "is_confidential": "on",
        "companion_name": "Frau Haddad",
        "companion_kind": "interpreter",
    }

    shown = text(claimant.post(held, said, follow=True))

    booked = Appointment.objects.get()
    assert (booked.status, booked.topic, booked.phone) == ("booked", "Miete ist gestiegen", "030 23125 77")
    assert (booked.needs["needs"], booked.needs["language"], booked.is_confidential) == (["interpreter"], "ar", True)
    assert booked.participants.get().name == "Frau Haddad"
    reference = booked.steps.get(submission__isnull=False).submission.reference
    assert f'Ihr Termin ist gebucht. Vorgangsnummer: <span class="jc-nowrap">{reference}</span>.' in shown
    assert "Den letzten Bescheid" in shown


def test_confirming_twice_books_once(claimant, service, choose):
    held = choose(claimant, service)["Location"]

    claimant.post(held, {})
    again = claimant.post(held, {})

    booked = Appointment.objects.get()
    assert again["Location"] == reverse("appointments:appointment", args=[booked.pk])
    assert booked.steps.filter(submission__isnull=False).count() == 1


def test_time_taken_meanwhile_shows_the_next_ones_with_409(claimant, service, colleague, choose):
    taken_by_somebody_else(service, colleague)

    answer = choose(claimant, service, topic="Miete ist gestiegen")

    shown = text(answer)
    assert answer.status_code == 409
    assert TAKEN in shown
    assert "Die nächste freie Zeit" in shown
    assert 'name="topic" value="Miete ist gestiegen"' in shown


def test_hold_that_went_to_somebody_else_keeps_what_was_typed_until_it_is_booked(
    claimant, service, colleague, choose, time_machine
):
    held = choose(claimant, service)["Location"]
    time_machine.shift(datetime.timedelta(minutes=16))
    Appointment.objects.update(status=AppointmentStatus.RELEASED)
    taken_by_somebody_else(service, colleague)

    answer = claimant.post(held, {"topic": "Miete ist gestiegen", "needs": ["quiet_room"]})

    assert answer.status_code == 409
    assert TAKEN in text(answer)
    assert 'name="needs" value="quiet_room"' in text(answer)
    details = text(choose(claimant, service, HALF_PAST, topic="Miete ist gestiegen", needs="quiet_room"))
    assert "Miete ist gestiegen</textarea>" in details
    assert "9:30 bis 10:00 Uhr" in details


def test_time_at_which_the_person_has_an_appointment_says_so(claimant, service, standing, choose):
    OpeningRuleFactory(membership__jobcenter=standing.case.jobcenter)
    AppointmentFactory(person=standing.person, service=service)

    answer = choose(claimant, service)

    assert answer.status_code == 409
    assert "Zu dieser Zeit haben Sie schon einen anderen Termin." in text(answer)


@pytest.mark.parametrize(
    "starts", ["", "neun Uhr", "2026-12-07T09:00", "2026-11-02T09:00+01:00", "2027-03-28T02:30+01:00"]
)
def test_time_that_is_none_shows_free_ones(claimant, service, starts):
    answer = claimant.post(reverse("appointments:pick", args=[service.pk]), {"starts": starts})

    assert answer.status_code == 409
    assert not Appointment.objects.exists()


def test_details_of_a_time_given_back_lead_to_free_times(claimant, service, choose):
    held = choose(claimant, service)["Location"]
    Appointment.objects.update(status=AppointmentStatus.RELEASED)

    assert "nur kurz für Sie reserviert" in text(claimant.get(held, follow=True))


def test_details_of_others_are_not_there(claimant, service, choose, client):
    held = choose(claimant, service)["Location"]
    claimant.force_login(UserFactory())

    assert claimant.get(held).status_code == 404
    assert claimant.post(held, {}).status_code == 404


def test_stranger_books_with_a_name_and_gets_a_code(client, service, choose):
    answer = choose(client, service)
    held = Appointment.objects.get()
    shown = text(client.get(answer["Location"]))
    assert "Ihr Name" in shown

    done = client.post(
        answer["Location"], {"name": "Jamal Nasser", "phone": "030 23125 88", "email": "jamal@example.org"}
    )

    assert done.status_code == 200
    shown = text(done)
    assert "Ihr Termin ist gebucht." in shown
    assert "Wir zeigen den Code nur jetzt" in shown
    person = Person.objects.get(pk=held.person_id)
    case = Case.objects.get(pk=held.case_id)
    assert (person.name, person.contact_email, person.user) == ("Jamal Nasser", "jamal@example.org", None)
    assert (case.status, case.jobcenter) == (CaseStatus.OPEN, service.jobcenter)
    assert text(client.get(reverse("appointments:contact"))).count("Ihr nächster Termin") == 1


def test_stranger_need_not_say_who_it_is(client, service, book):
    assert book(client, service).person.name == ""


def test_stranger_whose_address_is_none_is_asked_again_and_loses_nothing(client, service, choose):
    held = choose(client, service)["Location"]

    answer = client.post(held, {"name": "Jamal Nasser", "email": "jamal", "topic": "Miete"})

    assert answer.status_code == 422
    assert "Bitte prüfen Sie „Ihre E-Mail-Adresse“" in text(answer)
    assert "Miete</textarea>" in text(answer)
    assert Appointment.objects.get().status == AppointmentStatus.HELD


def test_account_without_any_case_books(client, service, book):
    user = UserFactory()
    client.force_login(user)

    assert book(client, service, name="Jamal Nasser").person.user == user


def test_member_of_the_household_books_for_herself(client, standing, service, book):
    member = StandingFactory(person__case=standing.case, person__is_applicant=False, kind="member", scopes=["own_part"])
    client.force_login(member.user)

    assert book(client, service).person == member.person


def test_helper_books_for_the_person_in_her_space_only(client, standing, service, choose):
    helper = StandingFactory(helper=True, person=standing.person, scopes=["appointments"]).user
    client.force_login(helper)
    address = f"/fuer/{standing.case_id}{reverse('appointments:pick', args=[service.pk])}"

    answer = client.post(address, {"starts": MONDAY_NINE.isoformat()})

    assert answer["Location"].startswith(f"/fuer/{standing.case_id}/termine/")
    client.post(answer["Location"], {})
    assert (Appointment.objects.get().status, Appointment.objects.get().person) == ("booked", standing.person)


def test_helper_without_the_scope_is_not_led_into_a_case_of_her_own(client, standing, service):
    helper = StandingFactory(helper=True, person=standing.person, scopes=["fill_in"]).user
    client.force_login(helper)
    address = f"/fuer/{standing.case_id}{reverse('appointments:pick', args=[service.pk])}"

    assert client.get(address).status_code == 404
    assert client.post(address, {"starts": MONDAY_NINE.isoformat()}).status_code == 404
    assert not Appointment.objects.exists()


def test_applicant_books_for_her_child_and_everything_says_so(claimant, standing, service, colleague):
    child = PersonFactory(case=standing.case, member=True)
    chosen = claimant.get(f"{reverse('appointments:choose')}?fuer={child.pk}")
    assert '<a href="?fuer=' in chosen.content.decode()
    pick = f"{reverse('appointments:pick', args=[service.pk])}?fuer={child.pk}"
    assert ", für Ida Sander</p>" in claimant.get(pick).content.decode()

    confirm = claimant.post(pick, {"starts": MONDAY_NINE.isoformat()})["Location"]
    assert "<strong>für Ida Sander</strong>" in claimant.get(confirm).content.decode()
    page = claimant.post(confirm, follow=True).content.decode()

    booked = Appointment.objects.get(status="booked")
    entries = booked.steps.get(submission__isnull=False).submission.parsed_content().sections[0].entries
    assert (booked.person, entries[0].label, entries[0].value) == (child, "Für wen", "Ida Sander")
    assert "<strong>für Ida Sander</strong>" in page
    assert "für Ida Sander" in claimant.get(reverse("appointments:contact")).content.decode()


def test_nobody_is_asked_for_whom_where_it_can_be_one_person_only(claimant, service):
    assert "Für wen ist der Termin?" not in claimant.get(reverse("appointments:choose")).content.decode()


def test_who_wants_own_post_cannot_be_booked_for_and_is_not_named(claimant, standing, service):
    apart = PersonFactory(case=standing.case, member=True, wants_own_post_since=MONDAY_NINE)
    address = reverse("appointments:choose")

    assert "Ida Sander" not in claimant.get(address).content.decode()
    assert claimant.get(f"{address}?fuer={apart.pk}").status_code == 404
    assert claimant.get(f"{address}?fuer=nobody").status_code == 404


def test_time_that_is_gone_leads_to_times_for_the_same_person(claimant, standing, service, colleague):
    child = PersonFactory(case=standing.case, member=True)
    AppointmentFactory(person=child, service=service)
    pick = f"{reverse('appointments:pick', args=[service.pk])}?fuer={child.pk}"

    gone = claimant.post(pick, {"starts": MONDAY_NINE.isoformat()})

    page = gone.content.decode()
    assert gone.status_code == 409
    assert "Zu dieser Zeit gibt es schon einen anderen Termin für Ida Sander." in page
    assert f"fuer={child.pk}" in gone.context["action"]
