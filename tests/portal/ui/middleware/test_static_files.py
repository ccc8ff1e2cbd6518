from http import HTTPStatus

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.ui.middleware import StaticFilesMiddleware

ADDRESS = "/static/page.0123456789ab.css"


@pytest.fixture
def serve(tmp_path, settings):
    (tmp_path / "page.0123456789ab.css").write_text("p { color: black }")
    settings.STATIC_ROOT = tmp_path
    settings.WHITENOISE_AUTOREFRESH = False
    middleware = StaticFilesMiddleware(lambda _request: HttpResponse(status=HTTPStatus.NOT_FOUND))

    def answer(address, **headers):
        response = middleware(RequestFactory().get(address, headers=headers))
        content = b"".join(response)
        response.close()
        return response, content

    return answer


def test_file_is_served_to_be_kept_for_ever(serve):
    answer, content = serve(ADDRESS)

    assert content == b"p { color: black }"
    assert answer["Content-Type"] == 'text/css; charset="utf-8"'
    assert answer["Cache-Control"] == "max-age=315360000, public, immutable"


def test_who_has_the_file_gets_it_once(serve):
    assert serve(ADDRESS, if_none_match=serve(ADDRESS)[0]["ETag"])[0].status_code == HTTPStatus.NOT_MODIFIED


def test_other_addresses_are_passed_on(serve):
    assert serve("/static/other.css")[0].status_code == HTTPStatus.NOT_FOUND
