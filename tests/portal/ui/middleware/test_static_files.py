from http import HTTPStatus

import pytest

ADDRESS = "/static/page.0123456789ab.css"


@pytest.fixture
def visitor(client, tmp_path, settings):
    """Somebody before a process that has just looked at its static files."""
    (tmp_path / "page.0123456789ab.css").write_text("p { color: black }")
    settings.STATIC_ROOT = tmp_path
    settings.WHITENOISE_AUTOREFRESH = False
    return client


def test_file_is_served_to_be_kept_for_ever(visitor):
    answer = visitor.get(ADDRESS)

    assert b"".join(answer) == b"p { color: black }"
    assert answer["Content-Type"] == 'text/css; charset="utf-8"'
    assert answer["Cache-Control"] == "max-age=315360000, public, immutable"


def test_who_has_the_file_gets_it_once(visitor):
    known = visitor.get(ADDRESS)
    b"".join(known)

    assert visitor.get(ADDRESS, headers={"if-none-match": known["ETag"]}).status_code == HTTPStatus.NOT_MODIFIED
