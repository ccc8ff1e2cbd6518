import hashlib

import pytest
from django.urls import reverse
from django.utils import timezone

from mailbox.models import Decision
from portal.audit.models import AuditEvent
from portal.cases.domain.guest_code import code_index, new_code
from portal.notices.models import Dispatch
from portal.outbox.services import deliver_due
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.decisions import TITLE, house, released, waiting
from tests.factories.documents import make_pdf
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return house()


@pytest.fixture
def look(client, there):
    """The page of a decision as the person sees it."""

    def ask(decision, user=None):
        client.force_login(user or there.person.user)
        return client.get(page_of(decision))

    return ask


def page_of(decision):
    return reverse("mailbox:decision", args=[decision.pk])


def file_of(decision):
    return reverse("mailbox:decision_file", args=[decision.pk])


def test_page_shows_the_clock_once_the_notice_is_sent(look, there):
    decision = released(there)
    before = look(decision).content.decode()
    deliver_due()
    after = look(decision).content.decode()

    assert "Es läuft noch keine Frist" in before
    assert "gilt als bekannt gegeben am" not in before
    assert "gilt als bekannt gegeben am" in after
    assert "Widerspruch bis" in after
    assert "Eine Nachricht im Portal oder eine E-Mail reicht nicht." in after
    assert reverse("applications:about_form", args=["objection"]) in after


def test_title_of_the_window_says_only_the_kind(look, there):
    page = look(released(there)).content.decode()

    assert "<title>Bescheid oder Schreiben – Postfach" in page
    assert f'<h1 class="kern-heading-large">{TITLE}</h1>' in page


def test_by_post_there_is_no_clock_and_the_way_to_agree(look):
    there = house(agrees=False)
    decision = released(there)
    deliver_due()
    page = look(decision, there.person.user).content.decode()

    assert "Das Schreiben kommt mit der Post" in page
    assert "Sie haben nicht zugestimmt" in page
    assert "gilt als bekannt gegeben am" not in page
    assert reverse("notices:overview") in page


def test_day_of_posting_is_told(look, there):
    decision = released(there, is_by_post=True)
    Decision.objects.update(posted_on=timezone.localdate())

    assert "haben wir den Brief zur Post gegeben" in look(decision).content.decode()


def test_letter_without_a_decision_speaks_of_no_objection(look, there):
    decision = released(there, instruction="none")
    deliver_due()
    page = look(decision).content.decode()

    assert "Ab wann es gilt" in page
    assert "Widerspruch" not in page


def test_notice_that_came_back_and_was_posted_is_explained(look, there):
    decision = released(there)
    deliver_due()
    Dispatch.objects.update(returned_at=timezone.now())
    Decision.objects.update(posted_on=timezone.localdate())

    assert "Unsere E-Mail an Sie kam später zurück." in look(decision).content.decode()


def test_file_is_the_original_and_a_download_nobody_keeps(client, there):
    decision = released(there, content=make_pdf(2))
    client.force_login(there.person.user)
    response = client.get(file_of(decision))

    content = b"".join(response)
    assert hashlib.sha256(content).hexdigest() == hashlib.sha256(make_pdf(2)).hexdigest()
    assert response.headers["Content-Disposition"] == 'attachment; filename="Bescheid.pdf"'
    assert response.headers["Cache-Control"] == "no-store"
    assert Decision.objects.get().opened_at is not None


def test_looking_at_the_page_is_not_opening(look, there):
    look(released(there))

    assert Decision.objects.get().opened_at is None


def test_nothing_is_there_before_the_release(client, there):
    decision = waiting(there)
    client.force_login(there.person.user)

    assert (client.get(page_of(decision)).status_code, client.get(file_of(decision)).status_code) == (404, 404)


def test_helper_with_the_scope_reads_it_and_leaves_a_trace(client, there):
    decision = released(there)
    helper = StandingFactory(helper=True, person=there.person, scopes=["read_postbox", "read_decisions"])
    client.force_login(helper.user)
    page = client.get(f"/fuer/{there.case.pk}{page_of(decision)}")

    assert TITLE in page.content.decode()
    assert f"/fuer/{there.case.pk}{file_of(decision)}" in page.content.decode()
    assert AuditEvent.objects.filter(event="seen.messages", role="helper", case_id=there.case.pk).count() == 1


def test_helper_without_the_scope_learns_no_more_than_the_kind(client, there):
    decision = released(there, cover="Bitte rufen Sie an.")
    helper = StandingFactory(helper=True, person=there.person, scopes=["read_postbox"])
    client.force_login(helper.user)
    thread = client.get(f"/fuer/{there.case.pk}{reverse('mailbox:thread', args=[decision.thread_id])}").content.decode()

    assert "Hier liegt ein Bescheid oder Schreiben vom Jobcenter." in thread
    assert not [word for word in (TITLE, "18. November", "rufen Sie an", str(decision.pk)) if word in thread]
    assert client.get(f"/fuer/{there.case.pk}{page_of(decision)}").status_code == 404


def test_thread_leads_to_the_decision(client, there):
    decision = released(there)
    client.force_login(there.person.user)
    thread = client.get(reverse("mailbox:thread", args=[decision.thread_id])).content.decode()

    assert page_of(decision) in thread
    assert TITLE not in thread


def test_represented_person_reads_a_copy_and_not_why_it_goes_by_post(look, there):
    RepresentationFactory(person=there.person)
    page = look(released(there)).content.decode()

    assert "Dieses Schreiben ist an Ihre Vertretung gerichtet." in page
    assert "Sie haben nicht zugestimmt" not in page


def test_guest_reads_what_comes_by_post(client, there):
    code = new_code()
    there.person.user = None
    there.person.save()
    StandingFactory(person=there.person, user=None, guest_key_hash=code_index(code))
    decision = released(there)
    client.post(reverse("guest:resume"), {"code": code})
    page = client.get(page_of(decision)).content.decode()

    assert "Das Schreiben kommt mit der Post" in page
    assert "nur in ein Konto mit einer bestätigten E-Mail-Adresse" in page


def test_stranger_finds_nothing(look, there):
    assert look(released(there), UserFactory()).status_code == 404
