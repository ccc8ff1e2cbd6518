import pytest

from portal.audit.models import AuditEvent
from portal.documents.models import Document
from portal.pages.selectors.looks import in_words, looks
from tests.factories.cases import claimant_actor
from tests.factories.papers import make_text_pdf
from tests.portal.desk.views.test_viewer import picture_url, sent, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def opener(worker):
    worker.opens_restricted = True
    worker.save()
    return worker


def test_purpose_opens_the_document_and_the_person_reads_it(desk_of, opener, jobcenter):
    application, (paper,) = sent(jobcenter, {"is_restricted": True, "evidence_code": "MEDICAL_DIET_CERT"})
    desk = desk_of(opener)
    assert "Wofür öffnen Sie diese Unterlage?" in desk.get(url(application, paper)).content.decode()

    opened = desk.post(f"{url(application, paper)}zweck/", {"purpose": "special_need"}, follow=True)

    assert b"".join(desk.get(picture_url(opened)))[8:12] == b"WEBP"
    assert b"".join(desk.get(f"/unterlagen/{paper.pk}/"))[:5] == b"%PDF-"
    actor = claimant_actor(application.case)
    assert next((look.shown, look.why) for look in in_words(looks(actor))) == (
        ("Angaben", "Liste der Unterlagen", "Inhalt einer besonders geschützten Unterlage"),
        "Mehrbedarf prüfen (§ 21 SGB II)",
    )


def test_purpose_is_chosen_from_the_list(desk_of, opener, jobcenter):
    application, (paper,) = sent(jobcenter, {"is_restricted": True})

    response = desk_of(opener).post(f"{url(application, paper)}zweck/", {"purpose": "curiosity"})

    assert (response.status_code, "Bitte wählen Sie aus, wofür" in response.content.decode()) == (422, True)


def test_without_the_function_there_is_no_purpose(desk_of, worker, jobcenter):
    application, (paper,) = sent(jobcenter, {"is_restricted": True})

    assert desk_of(worker).post(f"{url(application, paper)}zweck/", {"purpose": "special_need"}).status_code == 404


def test_purpose_is_asked_again_after_half_an_hour(desk_of, opener, jobcenter, time_machine):
    application, (paper,) = sent(jobcenter, {"is_restricted": True})
    desk = desk_of(opener)
    desk.post(f"{url(application, paper)}zweck/", {"purpose": "special_need"})
    session = desk.session
    session["documents.purposes"] = {
        key: [why, until - 31 * 60] for key, (why, until) in session["documents.purposes"].items()
    }
    session.save()

    assert desk.get(url(application, paper)).context["is_open"] is False


def test_document_nobody_asked_for_is_sealed(desk_of, worker, jobcenter):
    application, (paper,) = sent(jobcenter, {})
    desk = desk_of(worker)

    page = desk.post(f"{url(application, paper)}schutz/", {"do": "seal"}, follow=True)

    assert (Document.objects.get().is_restricted, page.context["is_open"]) == (True, False)


def test_deletion_is_offered_and_the_person_deletes(desk_of, worker, jobcenter, client):
    application, (paper,) = sent(jobcenter, {})
    desk_of(worker).post(f"{url(application, paper)}schutz/", {"do": "propose"})
    client.force_login(application.case.persons.get(is_applicant=True).user)

    question = client.get(f"/unterlagen/{paper.pk}/nicht-gebraucht/").content.decode()
    client.post(f"/unterlagen/{paper.pk}/nicht-gebraucht/", {"answer": "delete"})

    assert "Wir brauchen das nicht. Sollen wir es löschen?" in question
    page = desk_of(worker).get(url(application, paper)).content.decode()
    assert ("Der Inhalt ist gelöscht." in page, paper.sha256 in page) == (True, True)


def test_content_is_deleted_only_when_it_was_confirmed(desk_of, opener, jobcenter):
    application, (paper,) = sent(jobcenter, {})
    desk = desk_of(opener)

    desk.post(f"{url(application, paper)}schutz/", {"do": "empty"})
    before = Document.objects.get().is_emptied
    desk.post(f"{url(application, paper)}schutz/", {"do": "empty", "confirmed": "on"})

    assert (before, Document.objects.get().is_emptied) == (False, True)


def test_original_is_a_download_after_a_warning(desk_of, worker, jobcenter):
    application, (paper,) = sent(jobcenter, {"name": "Vertrag.pdf"})
    desk, address = desk_of(worker), f"original/{paper.pk}/"

    warning = desk.get(f"{url(application, paper)}{address}").content.decode()
    file = desk.post(f"{url(application, paper)}{address}")

    assert "so, wie sie geschickt wurde" in warning
    assert (b"".join(file), file.headers["Content-Disposition"]) == (
        make_text_pdf(),
        'attachment; filename="Vertrag.pdf"',
    )
    assert list(AuditEvent.objects.filter(event__startswith="seen.").values_list("event", flat=True)) == [
        "seen.documents"
    ]


def test_unknown_deeds_are_not_there(desk_of, worker, jobcenter):
    application, (paper,) = sent(jobcenter, {})
    desk = desk_of(worker)

    assert desk.post(f"{url(application, paper)}schutz/", {"do": "burn"}).status_code == 404
    assert desk.post(f"{url(application, paper)}schutz/", {"do": "unseal"}).status_code == 404
