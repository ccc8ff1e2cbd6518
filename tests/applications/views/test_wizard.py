"""The wizard as a browser sees it."""

import datetime
import uuid

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from formtools.wizard.forms import ManagementForm

from applications.catalogue.main_application import FORM
from applications.catalogue.values import step_version, with_values
from applications.catalogue.walk import find, walk
from applications.forms.step import StepForm
from applications.models import Draft
from applications.services.draft import save_step
from portal.accounts.enums import GUEST_CASE
from portal.accounts.services.kept_form import kept_form
from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, helper_actor
from tests.factories.personas import P02, P03, PERSONAS, fresh, typed

pytestmark = pytest.mark.django_db

NAME = {
    "first_name": "Miriam",
    "last_name": "Sander",
    "birth_date_0": "25",
    "birth_date_1": "1",
    "birth_date_2": "1997",
}
CLEAN_NAME = {"first_name": "Miriam", "last_name": "Sander", "birth_name": None, "birth_date": "1997-01-25"}


@pytest.fixture
def draft():
    return DraftFactory()


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def url(draft, slug):
    return reverse("applications:step", args=[draft.pk, slug])


def send(visitor, draft, slug, fields, **more):
    """Type into a page as it is shown now and press a button."""
    draft.refresh_from_db()
    page = find(walk(FORM, draft.answers), slug)
    hidden = {"wizard-current_step": slug, "version": step_version(draft.answers, page.place, page.keys), "go": "next"}
    return visitor.post(url(draft, slug), hidden | fields | more)


def test_page_shows_its_heading_and_stored_answers(visitor, draft):
    send(visitor, draft, "name", NAME)

    text = visitor.get(url(draft, "name")).content.decode()

    assert text.count('<h1 class="kern-heading-large">Wie heißen Sie?</h1>') == 1
    assert 'name="first_name" value="Miriam"' in text
    assert 'aria-invalid="true"' not in text


def test_post_saves_clean_answers_and_leads_to_the_next_page(visitor, draft):
    response = send(visitor, draft, "name", NAME | {"first_name": "  Miriam "})

    assert response.url == url(draft, "herkunft")
    assert Draft.objects.get().answers["you"] == CLEAN_NAME


def test_later_saves_and_leads_to_the_task_list(visitor, draft):
    response = send(visitor, draft, "name", NAME, go="later")

    assert response.url == reverse("applications:tasks", args=[draft.pk])
    assert Draft.objects.get().answers["you"] == CLEAN_NAME


def test_back_saves_and_leads_to_the_page_before(visitor, draft):
    response = send(visitor, draft, "name", NAME, go="back")

    assert response.url == url(draft, "hilfe")
    assert Draft.objects.get().answers["you"] == CLEAN_NAME


def test_back_from_an_empty_page_leaves_it_unvisited(visitor, draft):
    response = send(visitor, draft, "name", {}, go="back")

    assert response.url == url(draft, "hilfe")
    assert Draft.objects.get().version == 0


def test_wrong_format_is_shown_as_typed_and_not_saved(visitor, draft):
    response = send(visitor, draft, "name", NAME | {"birth_date_0": "99"})

    text = response.content.decode()
    assert response.status_code == 200
    assert "Bitte geben Sie den Tag als Zahl von 1 bis 31 ein." in text
    assert 'name="birth_date_0" value="99"' in text
    assert 'name="first_name" value="Miriam"' in text
    assert Draft.objects.get().version == 0


def test_empty_page_can_be_saved(visitor, draft):
    response = send(visitor, draft, "name", {})

    assert response.url == url(draft, "herkunft")
    assert Draft.objects.get().answers["you"] == dict.fromkeys(CLEAN_NAME)


def test_page_of_the_address_counts(visitor, draft):
    response = send(visitor, draft, "name", NAME, **{"wizard-current_step": "herkunft"})

    assert response.status_code == 400
    assert Draft.objects.get().version == 0


def test_page_that_does_not_apply_leads_to_the_task_list(visitor, draft):
    response = visitor.get(url(draft, "miete"))

    assert response.url == reverse("applications:tasks", args=[draft.pk])


def test_post_to_a_page_that_does_not_apply_leads_to_the_task_list(visitor, draft):
    response = visitor.post(url(draft, "gibt-es-nicht"), {"wizard-current_step": "gibt-es-nicht"})

    assert response.url == reverse("applications:tasks", args=[draft.pk])


def test_foreign_draft_is_not_there(client, draft):
    client.force_login(UserFactory())

    assert client.get(url(draft, "name")).status_code == 404
    assert client.post(url(draft, "name"), NAME).status_code == 404


def test_answers_that_stop_applying_are_kept(visitor, draft):
    send(visitor, draft, "herkunft", {"nationality": "SY"})
    send(visitor, draft, "aufenthalt", {"residence_title": "Aufenthaltserlaubnis"})
    send(visitor, draft, "herkunft", {"nationality": "DE"})

    draft.refresh_from_db()
    assert find(walk(FORM, draft.answers), "aufenthalt") is None
    assert draft.answers["you"]["residence_title"] == "Aufenthaltserlaubnis"


def test_notes_are_shown_once_and_never_block(visitor, draft):
    draft.answers = fresh(P02)
    draft.save()
    rent = typed(find(walk(FORM, draft.answers), "miete"), draft.answers) | {"operating_costs": "900"}

    first = send(visitor, draft, "miete", rent)
    again = send(visitor, draft, "miete", rent, noted="1")

    assert first.url == url(draft, "miete")
    assert "Die Nebenkosten sind höher als die Kaltmiete." in visitor.get(first.url).content.decode()
    assert again.url == url(draft, "heizung")


def test_change_from_the_review_leads_back_to_it(visitor, draft):
    response = send(visitor, draft, "name", NAME, zurueck="pruefen")

    assert response.url == reverse("applications:review", args=[draft.pk]) + "?stelle=name#name"
    assert 'name="zurueck" value="pruefen"' in visitor.get(url(draft, "name") + "?zurueck=pruefen").content.decode()


def test_back_and_later_with_a_wrong_format_lose_nothing(visitor, draft):
    for go in ("back", "later"):
        text = send(visitor, draft, "name", NAME | {"birth_date_0": "99"}, go=go).content.decode()

        assert 'name="birth_date_0" value="99"' in text
        assert 'name="first_name" value="Miriam"' in text


def test_somebody_else_who_saved_the_same_page_is_named(client, draft):
    helping = StandingFactory(helper=True, person=draft.person, holder_name="Julia")
    shown = step_version(draft.answers, find(walk(FORM, draft.answers), "name").place, tuple(CLEAN_NAME))
    page = find(walk(FORM, draft.answers), "name")
    save_step(actor=helper_actor(helping), draft=draft, step=page, answers=CLEAN_NAME | {"first_name": "Mirjam"})
    client.force_login(draft.person.user)

    text = send(client, draft, "name", NAME, version=shown).content.decode()

    assert "Jemand anderes hat diese Seite geändert" in text
    assert "Zuletzt gespeichert von Julia (helfende Person)." in text
    assert '<span class="jc-pre">Mirjam</span>' in text


def test_danger_shows_the_phone_number_at_once(visitor, draft):
    response = send(visitor, draft, "hilfe", {"dangers": ["no_money"]})

    assert response.url == url(draft, "hilfe-sofort")
    assert "Rufen Sie uns bitte gleich an" in visitor.get(response.url).content.decode()
    assert visitor.post(response.url, {"go": "next"}).url == url(draft, "name")


def test_same_page_in_two_windows_keeps_both(visitor, draft):
    shown = step_version(draft.answers, find(walk(FORM, draft.answers), "name").place, tuple(CLEAN_NAME))
    send(visitor, draft, "name", NAME)

    response = send(visitor, draft, "name", NAME | {"first_name": "Mirjam"}, version=shown)

    text = response.content.decode()
    assert "In einem anderen Fenster hat sich diese Seite geändert" in text
    assert 'name="first_name" value="Mirjam"' in text
    assert '<span class="jc-pre">Miriam</span>' in text
    assert Draft.objects.get().answers["you"]["first_name"] == "Miriam"


def test_conflict_page_can_be_saved_knowingly(visitor, draft):
    send(visitor, draft, "name", NAME)
    conflict = send(visitor, draft, "name", NAME | {"first_name": "Mirjam"}, version="0" * 16)
    version = conflict.context["version"]

    send(visitor, draft, "name", NAME | {"first_name": "Mirjam"}, version=version)

    assert Draft.objects.get().answers["you"]["first_name"] == "Mirjam"


def test_different_pages_in_two_windows_are_no_conflict(visitor, draft):
    shown = step_version(draft.answers, find(walk(FORM, draft.answers), "name").place, tuple(CLEAN_NAME))
    send(visitor, draft, "kontakt", {"email": "miriam@example.org"})

    response = send(visitor, draft, "name", NAME, version=shown)

    assert response.url == url(draft, "herkunft")
    assert Draft.objects.get().answers["you"] == CLEAN_NAME | {"phone": None, "email": "miriam@example.org"}


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_is_typed_in_page_by_page(client, name):
    wanted = PERSONAS[name]
    draft = DraftFactory(answers={"started_on": wanted["started_on"]})
    client.force_login(draft.person.user)
    for page in walk(FORM, wanted):
        draft.refresh_from_db()
        here = find(walk(FORM, draft.answers), page.slug)
        if here is None and page.list_slug:  # items get random ids: put the persona's own in
            draft.answers = with_values(draft.answers, page.place, {})
            draft.save()
        if page.page == "form":
            assert send(client, draft, page.slug, typed(page, wanted)).status_code == 302, page.slug
    draft.refresh_from_db()

    assert {**draft.answers, "seen": wanted["seen"]} == wanted


# --- what it costs


@pytest.fixture
def built_forms(monkeypatch):
    """Counts every form that is made: pages and formtools' own."""
    made = []
    for form in (StepForm, ManagementForm):
        original = form.__init__

        def counted(self, *args, original=original, **kwargs):
            made.append(type(self).__name__)
            original(self, *args, **kwargs)

        monkeypatch.setattr(form, "__init__", counted)
    return made


@pytest.mark.parametrize("fields", [NAME, {"birth_date_0": "99"}], ids=["valid", "invalid"])
def test_post_makes_two_forms(visitor, draft, built_forms, fields):
    send(visitor, draft, "name", fields)

    assert len(built_forms) == 2


def test_get_makes_one_form(visitor, draft, built_forms):
    visitor.get(url(draft, "name"))

    assert len(built_forms) == 1


def statements(run):
    """SQL of a request, BEGIN and COMMIT included, the frame's office cached."""
    with CaptureQueriesContext(connection) as captured:
        run()
    return [query["sql"] for query in captured]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("version", [0, 1], ids=["first_save_after_a_pause", "save_while_editing"])
def test_step_post_sql(client, version):
    draft = DraftFactory(answers=fresh(P03), version=version)
    client.force_login(draft.person.user)
    client.get(url(draft, "name"))

    found = statements(lambda: send_known(client, draft, "name", NAME))

    assert len(found) == (6 if version == 0 else 5), found


def send_known(client, draft, slug, fields):
    """As `send`, without reading the draft again."""
    page = find(walk(FORM, draft.answers), slug)
    hidden = {"wizard-current_step": slug, "version": step_version(draft.answers, page.place, page.keys), "go": "next"}
    return client.post(url(draft, slug), hidden | fields)


@pytest.mark.django_db(transaction=True)
def test_step_get_sql(client):
    draft = DraftFactory(answers=fresh(P03))
    client.force_login(draft.person.user)
    client.get(url(draft, "name"))

    assert len(statements(lambda: client.get(url(draft, "name")))) == 4


@pytest.mark.django_db(transaction=True)
def test_task_list_sql(client):
    draft = DraftFactory(answers=fresh(P03))
    client.force_login(draft.person.user)
    client.get(url(draft, "name"))

    assert len(statements(lambda: client.get(reverse("applications:tasks", args=[draft.pk])))) == 4


def test_one_audit_event_per_editing_period(visitor, draft):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for pause in (0, 29, 29, 31, 1):
            clock.shift(datetime.timedelta(minutes=pause))
            visitor.force_login(draft.person.user)
            send(visitor, draft, "name", NAME | {"first_name": f"Miriam {'abcd'[pause % 4]}{pause}"})

    assert AuditEvent.objects.filter(event="draft.edited").count() == 2


# --- sent after the session has run out


@pytest.fixture
def late(visitor):
    """Somebody whose session has just run out."""
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
    return visitor


LATE = {**NAME, "birth_date_0": "31", "birth_date_1": "2", "wizard-current_step": "name", "go": "next"}


def sign_in(visitor, user):
    return visitor.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def test_typed_text_is_shown_again_after_signing_in(late, draft):
    refused = late.post(url(draft, "name"), LATE)
    page = late.get(refused.url).content.decode()
    sign_in(late, draft.person.user)
    text = late.get(url(draft, "name")).content.decode()

    assert refused.url == f"{reverse('account_login')}?next={url(draft, 'name')}"
    assert "Ihre Eingaben sind noch da" in page
    assert 'name="first_name" value="Miriam"' in text
    assert 'name="birth_date_0" value="31"' in text
    assert Draft.objects.get().version == 0


def test_typed_text_is_shown_once(late, draft):
    late.post(url(draft, "name"), LATE)
    sign_in(late, draft.person.user)
    late.get(url(draft, "name"))

    assert "Miriam" not in late.get(url(draft, "name")).content.decode()


def test_somebody_else_who_signs_in_sees_nothing(late, draft):
    late.post(url(draft, "name"), LATE)
    other = DraftFactory()
    sign_in(late, other.person.user)

    assert late.get(url(draft, "name")).status_code == 404
    assert "Miriam" not in late.get(url(other, "name")).content.decode()


def test_stranger_who_only_looks_is_led_to_sign_in(client, draft):
    assert client.get(url(draft, "name")).url == f"{reverse('account_login')}?next={url(draft, 'name')}"


def test_typed_text_can_be_saved_after_signing_in(late, draft):
    late.post(url(draft, "name"), LATE | {"birth_date_0": "1", "birth_date_2": "1997"})
    sign_in(late, draft.person.user)
    shown = late.get(url(draft, "name")).context

    late.post(url(draft, "name"), {**shown["form"].data.dict(), "go": "next"})

    assert Draft.objects.get().answers["you"]["first_name"] == "Miriam"


def test_typed_text_of_a_guest_is_kept_for_the_same_guest(client, draft):
    case = str(draft.case_id)
    session = client.session
    session[GUEST_CASE] = case
    session.save()
    client.cookies["sessionid"] = session.session_key
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
    client.post(url(draft, "name"), LATE)

    assert kept_form(client.session, uuid.UUID(case)).fields["first_name"] == ["Miriam"]
