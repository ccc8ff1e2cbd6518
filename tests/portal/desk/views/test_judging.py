import pytest

from portal.documents.models import Document, DocumentPage
from tests.portal.desk.views.test_viewer import sent, url

pytestmark = pytest.mark.django_db


def judge(desk, application, document, **data):
    return desk.post(f"{url(application, document)}urteil/", data)


def test_accepting_leads_to_the_next_undecided(desk_of, worker, jobcenter):
    application, (one, two) = sent(jobcenter, {}, {})

    response = judge(desk_of(worker), application, one, verdict="accepted")

    one.refresh_from_db()
    assert (one.review, one.reviewed_by, response.url) == ("accepted", worker, url(application, two))


def test_after_the_last_one_comes_the_application(desk_of, worker, jobcenter):
    application, (one,) = sent(jobcenter, {})

    response = judge(desk_of(worker), application, one, verdict="accepted")

    assert response.url == f"/verwaltung/antraege/{application.pk}/#dateien"


def test_ready_made_sentence_and_own_words_reach_the_person(desk_of, worker, jobcenter):
    application, (one,) = sent(jobcenter, {})

    judge(desk_of(worker), application, one, verdict="unusable", sentence="pages_missing", text="Seite 3 und 4.")

    one.refresh_from_db()
    assert one.trouble == "Es fehlen Seiten. Bitte schicken Sie uns auch die anderen Seiten. Seite 3 und 4."


def test_unusable_without_words_comes_back(desk_of, worker, jobcenter):
    application, (one,) = sent(jobcenter, {})

    response = judge(desk_of(worker), application, one, verdict="unusable")

    one.refresh_from_db()
    assert (response.status_code, one.review) == (422, "")
    assert "Bitte wählen Sie einen Satz" in response.content.decode()


def test_verdict_is_taken_back(desk_of, worker, jobcenter):
    application, (one,) = sent(jobcenter, {})
    desk = desk_of(worker)
    judge(desk, application, one, verdict="accepted")

    response = judge(desk, application, one, verdict="")

    assert (Document.objects.get(pk=one.pk).review, response.url) == ("", url(application, one))


def test_all_are_accepted_at_once_but_not_restricted_ones(desk_of, worker, jobcenter):
    application, documents = sent(jobcenter, {}, {}, {"is_restricted": True})
    worker.opens_restricted = True
    worker.save()

    desk_of(worker).post(f"/verwaltung/antraege/{application.pk}/unterlagen/annehmen/")

    assert [Document.objects.get(pk=each.pk).review for each in documents] == ["accepted", "accepted", ""]


def test_page_is_turned_for_everybody(desk_of, worker, jobcenter):
    application, (one,) = sent(jobcenter, {})

    response = desk_of(worker).post(f"{url(application, one)}seiten/1/drehen/")

    assert (DocumentPage.objects.get().turn, response.url) == (90, f"{url(application, one)}?seite=1")


def test_unknown_verdicts_and_pages_are_not_there(desk_of, worker, jobcenter):
    application, (one,) = sent(jobcenter, {})
    desk = desk_of(worker)

    assert judge(desk, application, one, verdict="maybe").status_code == 404
    assert desk.post(f"{url(application, one)}seiten/2/drehen/").status_code == 404
