from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import activate, deactivate_all, get_language

from portal.ui.middleware import LanguageMiddleware


def test_page_is_in_the_language_of_the_settings():
    seen = []
    deactivate_all()
    try:
        LanguageMiddleware(lambda _request: seen.append(get_language()) or HttpResponse())(RequestFactory().get("/"))
    finally:
        activate("de")

    assert seen == ["de"]
