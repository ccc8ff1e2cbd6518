import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.cases.domain.clients import paper_code
from portal.cases.models import Invitation, Standing
from portal.cases.selectors import standing_of_paper
from portal.cases.services import end_standing
from portal.documents.models import Document
from tests.factories.accounts import OrganisationMembershipFactory, UserFactory
from tests.factories.documents import make_image, make_pdf
from tests.factories.organisations import advised_by, colleague, ends_in, paper_of, signed, team

pytestmark = pytest.mark.django_db
TYPED = {"invitee_name": "Karin Wolf", "work": "send", "further": ["post"], "months": "12"}


@pytest.fixture
def there():
    return team()


def photo(name="vollmacht.jpg"):
    return SimpleUploadedFile(name, make_image(), content_type="image/jpeg")


def address(paper, rest=""):
    return f"/helfen/vollmacht/{paper.pk}/{rest}"


def organisation(there, rest):
    return f"/helfen/organisation/{there.organisation.pk}/{rest}"


def test_form_prepares_case_and_paper(client_of, there):
    response = client_of(there.user).post(organisation(there, "vollmacht/"), TYPED)
    paper, standing = Invitation.objects.get(), Standing.objects.get()
    assert response.headers["Location"] == address(paper)
    assert (paper.side, paper.scopes) == ("paper", ["fill_in", "read_postbox", "send", "upload"])
    assert (standing.organisation, standing.scopes) == (there.organisation, ["fill_in", "upload"])
    assert paper.inviter_name == "Frau Yıldız"


def test_incomplete_form_keeps_what_was_typed(client_of, there):
    page = client_of(there.user).post(organisation(there, "vollmacht/"), TYPED | {"work": ""}).content.decode()
    assert 'value="Karin Wolf"' in page
    assert not Standing.objects.exists()


def test_paper_is_printed_as_often_as_it_is_needed(client_of, there):
    paper = paper_of(there)
    client = client_of(there.user)
    first, second = (client.get(address(paper, "drucken/")) for _time in range(2))
    assert first.content.startswith(b"%PDF")
    assert first.content == second.content
    assert first.headers["Cache-Control"] == "no-store"


def test_code_leads_to_the_page_of_the_paper(client_of, there):
    paper, foreign = paper_of(there), paper_of(team())
    client = client_of(there.user)
    found = client.post(organisation(there, "code/"), {"code": paper_code(paper.pk).lower()})
    assert found.headers["Location"] == address(paper)
    unknown = client.post(organisation(there, "code/"), {"code": paper_code(foreign.pk)}, follow=True)
    assert "gibt es in Ihrer Organisation nicht" in unknown.content.decode()


def test_signed_paper_arrives_in_the_case_and_stays(client_of, there):
    paper = paper_of(there)
    response = client_of(there.user).post(address(paper), {"paper": photo()}, follow=True)
    document = Document.objects.get()
    paper.refresh_from_db()
    assert (paper.paper_document_id, document.case_id) == (document.pk, paper.case_id)
    assert document.handed_in_at is None  # it goes with the first application
    assert document.uploaded_by_standing_id == standing_of_paper(paper).pk
    page = response.content.decode()
    assert "Die unterschriebene Vollmacht ist da" in page
    assert "sobald der erste Antrag abgeschickt ist" in page


def test_paper_for_an_open_case_is_handed_in_at_once(client_of, there):
    standing = advised_by(there)
    client = client_of(there.user)
    client.post(organisation(there, f"person/{standing.pk}/verlaengern/"), {"months": "6"})
    client.post(address(Invitation.objects.get(side="paper")), {"paper": photo()})
    assert Document.objects.get().handed_in_at is not None


def test_later_photo_replaces_an_earlier_one(client_of, there):
    paper = signed(there)
    first = paper.paper_document_id
    client_of(there.user).post(address(paper), {"paper": photo()})
    paper.refresh_from_db()
    assert paper.paper_document_id not in {None, first}


@pytest.mark.parametrize("file", [None, SimpleUploadedFile("a.txt", b"hello", content_type="text/plain")])
def test_what_is_no_paper_is_refused_in_words(client_of, there, file):
    paper = paper_of(there)
    response = client_of(there.user).post(address(paper), {"paper": file} if file else {})
    assert response.status_code == 422
    assert "Es ist nichts angekommen" in response.content.decode()
    assert not Document.objects.exists()


def test_paper_of_somebody_whose_help_was_ended_is_refused(client_of, there):
    paper = paper_of(there)
    end_standing(actor=there.actor, standing=standing_of_paper(paper))
    response = client_of(there.user).post(address(paper), {"paper": photo()})
    assert response.status_code == 422
    assert "gilt nicht mehr" in response.content.decode()


def test_nobody_else_gets_to_a_paper(client_of, there):
    paper = signed(there)
    former = OrganisationMembershipFactory(organisation=there.organisation, ended=True)
    for user in (former.user, team().user, UserFactory()):
        client = client_of(user)
        assert client.get(address(paper)).status_code == 404
        assert client.get(address(paper, "drucken/")).status_code == 404
        assert client.post(address(paper), {"paper": photo()}).status_code == 404
    assert client_of(colleague(there).user).get(address(paper)).status_code == 200


def test_renewal_asks_how_long_and_keeps_what_is_allowed(client_of, there):
    standing = ends_in(advised_by(there, invitee_name="Karin Wolf"), 10)
    client = client_of(there.user)
    renew = organisation(there, f"person/{standing.pk}/verlaengern/")
    assert "Neue Vollmacht" in client.get(renew).content.decode()
    assert client.post(renew, {}).status_code == 200
    client.post(renew, {"months": "6"})
    paper = Invitation.objects.get(side="paper")
    assert (paper.scopes, paper.case_id) == (["fill_in", "upload"], standing.case_id)
    assert paper.grant_ends_at > standing.valid_to


def test_paper_can_be_uploaded_after_the_old_one_has_ended(client_of, there):
    standing = ends_in(advised_by(there), 1)
    client = client_of(there.user)
    client.post(organisation(there, f"person/{standing.pk}/verlaengern/"), {"months": "6"})
    ends_in(standing, -1)
    paper = Invitation.objects.get(side="paper")
    upload = SimpleUploadedFile("vollmacht.pdf", make_pdf(), content_type="application/pdf")
    assert client.post(address(paper), {"paper": upload}).status_code == 302


def test_what_was_ended_is_not_renewed(client_of, there):
    standing = advised_by(there)
    end_standing(actor=there.actor, standing=standing)
    renew = organisation(there, f"person/{standing.pk}/verlaengern/")
    assert client_of(there.user).post(renew, {"months": "6"}).status_code == 404


def test_printing_ends_with_the_check(client_of, there):
    paper = signed(there)
    Invitation.objects.filter(pk=paper.pk).update(status="accepted", answered_at=paper.created_at)
    client = client_of(there.user)
    assert client.get(address(paper, "drucken/")).status_code == 404
    assert "Sie gilt" in client.get(address(paper)).content.decode()
