import uuid

import pytest

from portal.audit.models import AuditEvent
from portal.cases.events import LIST_SEEN
from portal.cases.models import Invitation
from portal.cases.selectors import standing_of_paper
from portal.cases.services import end_standing
from portal.documents.models import Document
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.documents import release
from tests.factories.organisations import sent_to, signed, team

pytestmark = pytest.mark.django_db
LIST = "/verwaltung/vollmachten/"


@pytest.fixture
def there(db):
    return team(name="Beratungsstelle Brückenhaus")


@pytest.fixture
def paper(there, jobcenter):
    paper = signed(there)
    sent_to(paper, jobcenter)
    return paper


def test_list_and_overview_name_what_waits(desk_of, worker, paper):
    client = desk_of(worker)
    page = client.get(LIST).content.decode()
    assert "Karin Wolf" in page
    assert "Beratungsstelle Brückenhaus" in page
    assert "Vollmacht zu prüfen" in client.get("/verwaltung/").content.decode()
    assert AuditEvent.objects.filter(event=LIST_SEEN.code).count() == 2  # and the overview


def test_empty_list_says_so(desk_of, worker):
    assert "Es wartet keine Vollmacht" in desk_of(worker).get(LIST).content.decode()


def test_list_costs_the_same_for_few_and_many(desk_of, worker, there, paper, jobcenter, django_assert_num_queries):
    client = desk_of(worker)
    client.get(LIST)
    with django_assert_num_queries(6):
        client.get(LIST)
    for _each in range(3):
        sent_to(signed(there), jobcenter)
    with django_assert_num_queries(6):
        client.get(LIST)


def test_page_shows_what_it_says_and_leads_to_the_paper(desk_of, worker, paper):
    client = desk_of(worker)
    page = client.get(f"{LIST}{paper.pk}/").content.decode()
    assert "Nachrichten im Postfach lesen" in page
    assert f"/unterlagen/{paper.paper_document_id}/" in page
    release(Document.objects.get(pk=paper.paper_document_id))
    assert client.get(f"/unterlagen/{paper.paper_document_id}/").status_code == 200


def test_paper_that_was_removed_is_said(desk_of, worker, paper):
    Invitation.objects.filter(pk=paper.pk).update(paper_document_id=uuid.uuid4())
    assert "wieder entfernt" in desk_of(worker).get(f"{LIST}{paper.pk}/").content.decode()


def test_yes_is_stored(desk_of, worker, paper):
    response = desk_of(worker).post(f"{LIST}{paper.pk}/", {"result": "fits"})
    assert response.headers["Location"] == LIST
    assert standing_of_paper(paper).proof_checked_by == worker


def test_no_needs_a_reason(desk_of, worker, paper):
    client = desk_of(worker)
    assert client.post(f"{LIST}{paper.pk}/", {}).status_code == 422
    client.post(f"{LIST}{paper.pk}/", {"result": "not_readable"})
    paper.refresh_from_db()
    assert (paper.status, paper.refusal) == ("declined", "not_readable")


def test_papers_of_another_jobcenter_do_not_exist(desk_of, paper):
    client = desk_of(StaffMembershipFactory())
    assert "Karin Wolf" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{paper.pk}/").status_code == 404
    assert client.post(f"{LIST}{paper.pk}/", {"result": "fits"}).status_code == 404


def test_what_was_ended_meanwhile_is_not_checked(desk_of, worker, there, paper):
    end_standing(actor=there.actor, standing=standing_of_paper(paper))
    assert desk_of(worker).post(f"{LIST}{paper.pk}/", {"result": "fits"}).status_code == 404
