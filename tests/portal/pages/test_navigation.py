import pytest
from django.urls import resolve

from portal.cases.enums import Scope
from portal.pages.navigation import first_existing, footer_links, header_links


def test_header_marks_the_page_one_is_on():
    links = {link.url: link.current for link in header_links("/", signed_in=False)}
    assert links["/"] == "page"
    assert links["/konto/anmelden/"] == ""


def test_header_marks_the_service_of_a_page_below_it():
    assert {link.current for link in header_links("/konto/anmelden/x/", signed_in=False)} == {"", "true"}


def test_header_offers_to_sign_in_or_out():
    assert header_links("/", signed_in=False)[-1].url == "/konto/anmelden/"
    assert header_links("/", signed_in=True)[-1].url == "/konto/abmelden/"


def test_own_pages_are_offered_to_somebody_signed_in_only():
    own = {"/unterlagen/", "/konto/"}
    assert own <= {link.url for link in header_links("/", signed_in=True)}
    assert not own & {link.url for link in header_links("/", signed_in=False)}


@pytest.mark.parametrize("signed_in", [True, False])
def test_no_link_is_dead(signed_in):
    links = header_links("/", signed_in=signed_in) + footer_links("/")
    assert all(resolve(link.url.partition("#")[0]) for link in links)


def test_pages_that_do_not_exist_are_not_linked():
    assert "/gebaerdensprache/" not in [link.url for link in footer_links("/")]
    assert first_existing("/gibt-es-nicht/", "/kontakt/") == "/kontakt/"
    assert first_existing("/gibt-es-nicht/") == ""


def test_pages_of_the_demo_are_not_linked_elsewhere():
    assert [link.url for link in footer_links("/") if link.url in {"/demo/mails/", "/design/"}] == []


def test_header_of_a_space_links_what_the_scopes_show():
    links = {link.url for link in header_links("/", signed_in=True, space="/fuer/x/", scopes=frozenset({Scope.UPLOAD}))}
    assert "/fuer/x/" in links
    assert not {"/fuer/x/antrag/", "/fuer/x/postfach/", "/fuer/x/unterlagen/"} & links
    reader = header_links("/", signed_in=True, space="/fuer/x/", scopes=frozenset({Scope.READ_POSTBOX}))
    assert {"/fuer/x/postfach/", "/fuer/x/unterlagen/"} <= {link.url for link in reader}


def test_staff_find_their_desk():
    desk = "/verwaltung/"
    assert desk in {link.url for link in header_links("/", signed_in=True, is_staff=True)}
    assert desk not in {link.url for link in header_links("/", signed_in=True)}
