from urllib.parse import parse_qs, urlsplit

import pytest

from ops.mock_bundid.questions import BadQuestion, read_question
from portal.accounts.domain.bundid_request import ask
from tests.factories.bundid import SSO_URL, connection, pair


def query(question) -> str:
    return urlsplit(question.url).query


def read(question):
    return read_question(query(question), [pair("portal").certificate])


def test_question_goes_to_bundid_and_is_signed():
    question = ask(connection(), level=1, again=False)
    assert question.url.startswith(f"{SSO_URL}?")
    assert read(question).id == question.id


def test_question_signed_by_somebody_else_is_none():
    with pytest.raises(BadQuestion):
        read_question(query(ask(connection(), level=1, again=False)), [pair("stranger").certificate])


def test_question_has_no_empty_relay_state():
    """Libraries differ in how they sign an empty one."""
    parameters = parse_qs(query(ask(connection(), level=1, again=False)), keep_blank_values=True)
    assert sorted(parameters) == ["SAMLRequest", "SigAlg", "Signature"]


@pytest.mark.parametrize(
    ("level", "methods"),
    [(1, ("Benutzername", "Elster", "eID", "eIDAS")), (3, ("Elster", "eID", "eIDAS")), (4, ("eID", "eIDAS"))],
)
def test_question_offers_only_what_reaches_the_level(level, methods):
    asked = read(ask(connection(), level=level, again=False))
    assert (asked.level, asked.methods) == (level, methods)


def test_question_can_ask_for_a_fresh_proof():
    assert [read(ask(connection(), level=1, again=again)).again for again in (False, True)] == [False, True]


def test_person_is_shown_who_asks():
    asked = read(ask(connection(organization="Jobcenter <Nord> & Süd"), level=1, again=False))
    assert (asked.organization, asked.service_id) == ("Jobcenter <Nord> & Süd", "BMI-0000")
