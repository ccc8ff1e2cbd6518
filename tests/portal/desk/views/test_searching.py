import pytest

from portal.documents.models import DocumentPage
from tests.factories.papers import make_text_pdf
from tests.portal.desk.views.test_viewer import looks, read, sent, url

pytestmark = pytest.mark.django_db


def ask(desk, application, query):
    return desk.post(f"/verwaltung/antraege/{application.pk}/unterlagen/suchen/", {"q": query})


def test_hit_names_page_and_words(desk_of, worker, jobcenter):
    application, (statement,) = sent(jobcenter, {"name": "Auszug.pdf", "pages": 2})
    read(statement)

    page = ask(desk_of(worker), application, "kontoauszug").content.decode()

    assert f'href="{url(application, statement)}?seite=2"' in page
    assert "<mark>Kontoauszug</mark> Januar" in page
    assert looks(application) == ["seen.file_names", "seen.documents"]


def test_other_cases_are_not_searched(desk_of, worker, jobcenter):
    application, _ = sent(jobcenter, {"content": make_text_pdf()})
    _other, (elsewhere,) = sent(jobcenter, {})
    read(elsewhere)

    page = ask(desk_of(worker), application, "kontoauszug")

    assert (page.context["hits"], looks(application)) == ([], ["seen.file_names"])


def test_restricted_documents_are_not_searched(desk_of, worker, jobcenter):
    application, _ = sent(jobcenter, {"is_restricted": True})
    page = DocumentPage.objects.get()
    page.text = "Kontoauszug"  # as if it had been read before
    page.save()

    found = ask(desk_of(worker), application, "kontoauszug")

    assert (found.context["hits"], "1 besonders geschützte Unterlage" in found.content.decode()) == ([], True)


def test_query_stands_in_no_address(desk_of, worker, jobcenter):
    application, _ = sent(jobcenter, {})
    desk = desk_of(worker)

    assert ask(desk, application, "Zöliakie").request["QUERY_STRING"] == ""
    assert desk.get(f"/verwaltung/antraege/{application.pk}/unterlagen/suchen/?q=x").status_code == 405


def test_empty_query_is_asked_for_a_word(desk_of, worker, jobcenter):
    application, _ = sent(jobcenter, {})

    response = ask(desk_of(worker), application, " ")

    assert (response.status_code, "mindestens ein Wort" in response.content.decode()) == (422, True)


def test_search_costs_the_same_for_few_and_many(desk_of, worker, jobcenter, django_assert_num_queries):
    few, (one,) = sent(jobcenter, {})
    many, documents = sent(jobcenter, *({"pages": 2} for _ in range(3)))
    read(one, *documents)
    desk = desk_of(worker)
    ask(desk, few, "konto")

    for application in (few, many):
        with django_assert_num_queries(13):
            ask(desk, application, "konto")
