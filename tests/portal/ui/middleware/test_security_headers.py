import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from portal.ui.middleware import SecurityHeadersMiddleware

TRUSTED_TYPES = "require-trusted-types-for 'script'"


def answer(path="/", cookies=None, **attributes):
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies or {})
    response = HttpResponse()
    for name, value in attributes.items():
        setattr(response, name, value)
    return SecurityHeadersMiddleware(lambda _request: response)(request)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("X-Permitted-Cross-Domain-Policies", "none"),
    ],
)
def test_every_answer_carries(header, value):
    assert answer().headers[header] == value


def test_a_stricter_header_of_a_view_stays():
    request = RequestFactory().get("/")
    view_answer = HttpResponse(headers={"Cross-Origin-Resource-Policy": "same-site"})
    SecurityHeadersMiddleware(lambda _request: view_answer)(request)
    assert view_answer.headers["Cross-Origin-Resource-Policy"] == "same-site"


def directives(path):
    return set(answer(path).headers["Content-Security-Policy"].split("; "))


def test_every_answer_carries_the_policy_of_the_settings():
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives("/antrag/") == {
        f"{name} {value if isinstance(value, str) else ' '.join(value)}" for name, value in policy.items()
    }


def test_admin_goes_without_trusted_types_only():
    assert directives("/antrag/") - directives("/verwaltung/") == {TRUSTED_TYPES}
    assert directives("/verwaltung/") < directives("/antrag/")


def test_policy_changed_in_the_settings_counts_at_once(settings):
    layer = SecurityHeadersMiddleware(lambda _request: HttpResponse())
    assert "'none'" in layer(RequestFactory().get("/")).headers["Content-Security-Policy"]
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": ["'self'"]}}
    assert layer(RequestFactory().get("/")).headers["Content-Security-Policy"] == "default-src 'self'"


def test_policy_of_a_view_stays():
    own = HttpResponse(headers={"Content-Security-Policy": "sandbox"})
    result = SecurityHeadersMiddleware(lambda _request: own)(RequestFactory().get("/"))
    assert result.headers["Content-Security-Policy"] == "sandbox"


def test_anonymous_page_may_be_kept():
    assert "Cache-Control" not in answer().headers


@pytest.mark.parametrize("case", [{"cookies": {settings.SESSION_COOKIE_NAME: "x"}}, {"no_store": True}])
def test_what_may_be_personal_is_not_stored(case):
    assert answer(**case).headers["Cache-Control"] == "no-store"


def test_answer_that_opens_a_session_is_not_stored():
    response = HttpResponse()
    response.set_cookie(settings.SESSION_COOKIE_NAME, "new")
    result = SecurityHeadersMiddleware(lambda _request: response)(RequestFactory().get("/"))
    assert result.headers["Cache-Control"] == "no-store"
