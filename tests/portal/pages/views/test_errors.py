import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory

from portal.pages.views import errors

HANDLERS = [
    (errors.bad_request, [SuspiciousOperation()], 400, "Wir konnten das nicht lesen"),
    (errors.bad_request, [RequestDataTooBig()], 413, "Das war zu viel auf einmal"),
    (errors.permission_denied, [PermissionDenied()], 403, "Diese Seite ist für Sie gesperrt"),
    (errors.csrf_failure, ["token missing"], 403, "Bitte schicken Sie das noch einmal"),
    (errors.page_not_found, [Http404("geheim")], 404, "Diese Seite gibt es nicht"),
    (errors.server_error, [], 500, "Bei uns ist ein Fehler passiert"),
]


@pytest.mark.parametrize(("handler", "args", "status", "heading"), HANDLERS)
def test_error_page_renders_without_database(handler, args, status, heading):
    response = handler(RequestFactory().get("/x/"), *args)  # no database mark: a query would fail the test
    html = response.content.decode()
    assert response.status_code == status
    assert f'<h1 class="kern-heading-large">{heading}</h1>' in html
    assert "Was ist mit Ihren Angaben?" in html
    assert "Was können Sie jetzt tun?" in html
    assert "geheim" not in html
    assert response.headers["Cache-Control"] == "no-store"


OURS = {"origin": "http://testserver"}
TYPED = {"note": ["Meine Miete ist höher", "geworden"], "go": "next", "csrfmiddlewaretoken": "old"}


def refused(path="/antrag/x/", typed=TYPED, **headers):
    """The page for a form that was open for too long."""
    return errors.csrf_failure(
        RequestFactory(headers=headers).post(path, typed), "CSRF token incorrect."
    ).content.decode()


def test_own_page_that_was_open_too_long_is_offered_again_as_typed():
    html = refused("/antrag/x/?zurueck=pruefen", **OURS)

    assert "Ihre Eingaben sind noch da" in html
    assert '<form method="post" action="/antrag/x/?zurueck=pruefen"' in html
    assert '<p class="kern-body jc-pre">Meine Miete ist höher</p>' in html
    for value in ("Meine Miete ist höher", "geworden"):
        assert f'<input type="hidden" name="note" value="{value}">' in html
    assert 'value="old"' not in html


@pytest.mark.parametrize(
    ("path", "typed", "headers"),
    [
        ("/antrag/x/", TYPED, {"origin": "https://evil.example"}),
        ("/antrag/x/", TYPED, {"origin": "null"}),
        ("/antrag/x/", TYPED, {}),
        ("/konto/anmelden/", TYPED, OURS),
        ("/antrag/x/", {"password": "geheim"}, OURS),
        ("/antrag/x/", {"csrfmiddlewaretoken": "old"}, OURS),
    ],
    ids=["foreign", "hidden origin", "no origin", "account", "password", "nothing typed"],
)
def test_any_other_form_is_not_offered_again(path, typed, headers):
    html = refused(path, typed, **headers)

    assert "<form" not in html.split("<main")[1]
    assert "geheim" not in html


def test_server_error_has_a_number_that_stands_in_the_log(caplog):
    html = errors.server_error(RequestFactory().get("/")).content.decode()
    number = caplog.records[-1].getMessage().removeprefix("server error ")
    assert f'<strong class="jc-code">{number}</strong>' in html
    assert len(number) == 8


@pytest.mark.django_db
def test_unknown_address_leads_to_our_page(client):
    response = client.get("/gibt/es/nicht/")
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.content.decode()


@pytest.mark.parametrize("template", ["429.html", "503.html"])
def test_pages_shown_by_others_render_without_context(template):
    assert "Was ist mit Ihren Angaben?" in render_to_string(template)
