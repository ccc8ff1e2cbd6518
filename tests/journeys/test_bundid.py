"""To the invented BundID and back in a real browser, under the real policy of the pages."""

from threading import Thread

import pytest
from msgspec import structs

from ops.mock_bundid.server import MockBundId
from portal.settings.identity_providers import providers
from portal.ui.security_headers import content_security_policy
from tests.factories.bundid import connection, pair

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def bundid(site, settings):
    """Serves on loopback; the portal is configured for it."""
    server = MockBundId(0, pair=pair("bundid"), portal_certificates=[pair("portal").certificate])
    settings.BUNDID = connection(idp_entity_id=server.entity_id, sso_url=server.sso_url, base_url=site.url)
    settings.SOCIALACCOUNT_PROVIDERS = providers(structs.replace(settings.PORTAL, bundid_sso_url=server.sso_url))
    settings.CONTENT_SECURITY_POLICY = content_security_policy(form_targets=[server.url])
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def at_bundid(visitor, person="Karim", level="hoch"):
    """Choose somebody there and come back."""
    visitor.page.get_by_label(person).check()
    visitor.page.get_by_label(level).check()
    visitor.page.get_by_role("button", name="Anmelden").click()
    back_to_the_portal(visitor)


def back_to_the_portal(visitor):
    """Where one arrives: a state of loading could still be that of the page before."""
    with visitor.page.expect_navigation(url=f"{visitor.site}/**", wait_until="load"):
        visitor.page.get_by_role("button", name="Zurück zum Portal").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_person_without_address_signs_up_confirms_and_stays_in(bundid, visit, scripts):
    karim = visit(scripts=scripts)
    karim.watch.elsewhere, karim.watch.expected = (bundid.url,), {403}  # is refused once
    karim.open("/konto/anmelden/")
    karim.page.get_by_role("button", name="Mit BundID anmelden").click()
    at_bundid(karim)
    assert karim.heading == "Sie sind zum ersten Mal hier"
    karim.press("Konto anlegen")
    assert karim.heading == "Was muss ich tun?"
    karim.open("/konto/bundid/bestaetigen/?next=/konto/anmeldewege/")
    assert karim.heading == "Mit BundID bestätigen"
    karim.page.get_by_role("button", name="Weiter zu BundID").click()
    at_bundid(karim, level="niedrig")
    assert "nicht sicher genug" in karim.text
    karim.open("/konto/bundid/bestaetigen/?next=/konto/anmeldewege/")
    karim.page.get_by_role("button", name="Weiter zu BundID").click()
    at_bundid(karim)
    karim.press("BundID trennen")
    assert "Ohne diese Verbindung kommen Sie nicht mehr in Ihr Konto." in karim.text


def test_person_turns_back_at_bundid(bundid, visit):
    visitor = visit()
    visitor.open("/konto/anmelden/")
    visitor.page.get_by_role("button", name="Mit BundID anmelden").click()
    visitor.page.get_by_role("button", name="Abbrechen").click()
    back_to_the_portal(visitor)
    assert visitor.heading == "Anmeldung abgebrochen"
