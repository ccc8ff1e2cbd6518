import pytest
from django.urls import reverse

from applications.models import Application, Draft
from tests.applications.quick import short_application
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor
from tests.factories.personas import P02, fresh
from tests.factories.triage import ApplicationFactory
from tests.portal.cases.views.visits import text_of

pytestmark = pytest.mark.django_db

BUTTON = "Jetzt den ganzen Antrag ausfüllen"
BOX = "Noch keine Zeit? Sichern Sie jetzt Ihr Datum"


def sign_in(client, case):
    client.force_login(case.persons.get(user_id=claimant_actor(case).user_id).user)


@pytest.fixture
def short(client):
    application = short_application()
    sign_in(client, application.case)
    return application


@pytest.fixture
def draft(client):
    begun = DraftFactory(answers=fresh(P02))
    client.force_login(begun.person.user)
    return begun


def pages_of(application):
    return [
        "/antrag/",
        reverse("applications:status", args=[application.pk]),
        reverse("submissions:confirmation", args=[application.submission_id]),
    ]


def test_whole_application_is_offered_wherever_the_short_one_is_shown(client, short):
    address = f'action="{reverse("applications:continue", args=[short.pk])}"'

    assert [page for page in pages_of(short) if address not in client.get(page).content.decode()] == []
    assert "Den ganzen Antrag ausfüllen" in text_of(client.get("/"))


def test_it_is_offered_once(client, short):
    page = text_of(client.get("/antrag/"))

    assert "Datum jetzt sichern" not in page
    assert "Antrag auf Grundsicherungsgeld" in page


def test_whole_application_leads_to_its_task_list_with_the_date(client, short):
    response = client.post(reverse("applications:continue", args=[short.pk]), follow=True)

    assert response.redirect_chain[-1][0] == reverse("applications:tasks", args=[Draft.objects.get().pk])
    assert "Ihr Datum ist gesichert" in text_of(response)
    assert BOX not in text_of(response)
    assert "zählt weiter" in text_of(client.get(reverse("applications:review", args=[Draft.objects.get().pk])))


def test_helper_goes_on_in_the_space_of_the_person(client, short):
    helping = StandingFactory(person=short.person, helper=True, scopes=["fill_in", "read_decisions"])
    client.force_login(helping.user)

    response = client.post(f"/fuer/{short.case_id}/antrag/stand/{short.pk}/weiter/")

    assert response.headers["Location"] == f"/fuer/{short.case_id}/antrag/{Draft.objects.get().pk}/"


def test_helper_who_may_only_read_is_offered_nothing(client, short):
    helping = StandingFactory(person=short.person, helper=True, scopes=["read_decisions"])
    client.force_login(helping.user)
    space = f"/fuer/{short.case_id}"

    assert [page for page in pages_of(short) if BUTTON in text_of(client.get(space + page))] == []
    assert client.post(f"{space}/antrag/stand/{short.pk}/weiter/").status_code == 404


def test_helper_who_may_only_fill_in_is_not_told_what_was_sent(client, short):
    helping = StandingFactory(person=short.person, helper=True, scopes=["fill_in", "send"])
    whole = DraftFactory(case=short.case, person=short.person, follows=short)
    client.force_login(helping.user)

    page = text_of(client.get(f"/fuer/{short.case_id}/antrag/{whole.pk}/"))

    assert [words for words in ("gesichert", BOX) if words in page] == []


@pytest.mark.parametrize("name", ["tasks", "review"])
def test_whole_application_offers_the_date_first(client, draft, name):
    page = client.get(reverse(f"applications:{name}", args=[draft.pk]))

    assert BOX in text_of(page)
    assert f'action="{reverse("applications:secure", args=[draft.pk])}"' in page.content.decode()


def test_one_tap_leads_to_the_review_of_the_short_one(client, draft):
    response = client.post(reverse("applications:secure", args=[draft.pk]), follow=True)

    short = Draft.objects.get(form_key="quick_application")
    assert response.redirect_chain == [(reverse("applications:review", args=[short.pk]), 302)]
    assert "Miriam" in text_of(response)
    assert "Antrag jetzt absenden" in text_of(response)
    assert BOX not in text_of(response)


def test_as_long_as_nobody_is_named_it_leads_to_the_first_gap(client):
    begun = DraftFactory(answers={"urgent": {"dangers": []}})
    client.force_login(begun.person.user)

    response = client.post(reverse("applications:secure", args=[begun.pk]))

    assert response.headers["Location"].endswith("/sie/")


def test_who_cannot_send_is_not_offered_it(client, draft):
    helping = StandingFactory(person=draft.person, helper=True, scopes=["fill_in"])
    client.force_login(helping.user)

    assert BOX not in text_of(client.get(f"/fuer/{draft.case_id}/antrag/{draft.pk}/"))


def test_page_of_a_draft_that_follows_costs_one_query_more(client, draft, django_assert_max_num_queries):
    address = reverse("applications:step", args=[draft.pk, "kontakt"])
    client.get(address)
    Draft.objects.update(follows=short_application(case=draft.case))

    with django_assert_max_num_queries(4):
        client.get(address)


@pytest.fixture
def whole(short):
    """The whole application that was sent after the short one."""
    found = ApplicationFactory(case=short.case)
    Application.objects.filter(pk=found.pk).update(follows=short, form_key="main_application")
    return Application.objects.get(pk=found.pk)


def test_short_application_says_that_it_goes_on_in_the_whole_one(client, short, whole):
    status = reverse("applications:status", args=[short.pk])

    assert text_of(client.get("/antrag/")).count("Geht im ganzen Antrag weiter") == 1
    assert "Stand heute: Geht im ganzen Antrag weiter" in text_of(client.get(status))
    assert reverse("applications:status", args=[whole.pk]) in client.get(status).content.decode()


def test_what_was_asked_about_the_short_application_is_never_hidden(client, short, whole):
    Application.objects.filter(pk=short.pk).update(status="documents_requested")
    page = text_of(client.get(reverse("applications:status", args=[short.pk])))

    assert whole.follows_id == short.pk
    assert "Stand heute: Wir brauchen noch etwas von Ihnen" in page
    assert "Wir brauchen noch etwas von Ihnen" in text_of(client.get("/antrag/"))


def test_whole_application_keeps_its_own_words(client, whole):
    page = text_of(client.get(reverse("applications:status", args=[whole.pk])))

    assert "Stand heute: Eingegangen – wird geprüft" in page


@pytest.mark.parametrize("status", ["withdrawn", "decided"])
def test_short_application_speaks_for_itself_again_once_the_whole_one_is_withdrawn(client, short, whole, status):
    Application.objects.filter(pk=whole.pk).update(status=status)
    page = text_of(client.get(reverse("applications:status", args=[short.pk])))

    assert ("Geht im ganzen Antrag weiter" in page) is (status != "withdrawn")
    assert ("Geht im ganzen Antrag weiter" in text_of(client.get("/antrag/"))) is (status != "withdrawn")
