"""One service is away while people work: real processes, and what a person sees in the meantime."""

import pytest

from ops.demo import WORKERS
from tests.faults.fleet import Browser, free_port, wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

PHONE = "030 23125 100"  # of the demo's first jobcenter
ISSUED = "SELECT count(*) FROM submissions_receipt WHERE issued_at IS NOT NULL"
LETTERS = "SELECT count(*) FROM mailbox_message"
SENT = "SELECT count(*) FROM notices_dispatch WHERE status = 'sent'"
CHECKED = "SELECT count(*) FROM applications_application WHERE checks_state = 'done'"
DEAD = "SELECT count(*) FROM outbox_outboxmessage WHERE dead_at IS NOT NULL"
OPEN = "SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NULL"
WAITING = f"{OPEN} AND dead_at IS NULL"


@pytest.fixture
def web(portal, clerk):
    """The port of the portal, warm as after the first visitor."""
    port = free_port()
    portal.start_roles("web", PORTAL_WEB_BIND=f"127.0.0.1:{port}")
    assert wait_until(lambda: answers(port)), portal.written()
    return port


def answers(port):
    try:
        return Browser(port).get("/").status == 200
    except OSError:
        return False


@pytest.fixture
def claimant(web, clerk):
    """``claimant(1)``: a browser signed in, and the address that sends her draft."""

    def new(number=1):
        found = clerk.ask("claimant", number)
        return Browser(web, found["cookies"]), f"/antrag/{found['draft']}/absenden/"

    return new


def send(browser, address):
    """Returns the address of the confirmation page."""
    answer = browser.post(address)
    assert answer.status == 302, answer.text
    return answer.location


def assert_confirmed_without_files(browser, confirmation):
    page = browser.get(confirmation)
    assert page.status == 200
    assert "Wir haben Ihren Antrag bekommen" in page.text
    assert "Zwei PDF-Dateien werden gerade erstellt" in page.text
    file = browser.get(f"{confirmation}bestaetigung.pdf")
    assert (file.status, "Die Datei wird gerade erstellt" in file.text) == (202, True)


def assert_files_there(browser, confirmation):
    assert "Zwei PDF-Dateien werden gerade erstellt" not in browser.get(confirmation).text
    for name in ("bestaetigung", "kopie"):
        file = browser.get(f"{confirmation}{name}.pdf")
        assert (file.status, file.content[:4]) == (200, b"%PDF")


def test_redis_away_while_sending(portal, claimant, count):
    portal.start_roles(*WORKERS, "relay")
    browser, address = claimant()
    portal.services.redis.kill()

    confirmation = send(browser, address)
    assert_confirmed_without_files(browser, confirmation)
    assert Browser(browser.port).get("/gesundheit/").status == 503

    portal.services.redis.start()
    assert wait_until(lambda: count(OPEN) == 0), portal.written()
    assert count(SENT) == 1
    assert_files_there(browser, confirmation)


def test_redis_away_at_sign_in(portal, web, clerk):
    clerk.ask("verified_account", "anna@example.org")
    portal.services.redis.kill()

    answer = Browser(web).post("/konto/anmelden/", login="anna@example.org", password="Regen-Schirm-27")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
    assert "Anmelden geht gerade nicht" in answer.text
    assert "Was Sie gespeichert oder abgeschickt haben, ist sicher." in answer.text
    assert PHONE in answer.text

    portal.services.redis.start()
    again = Browser(web).post("/konto/anmelden/", login="anna@example.org", password="Regen-Schirm-27")
    assert again.status == 302


def test_database_away(portal, claimant, web):
    browser, address = claimant()
    portal.services.postgres.kill()

    for answer in (browser.get("/antrag/"), browser.post(address), browser.get("/postfach/")):
        assert answer.status in {500, 503}
        assert "Bei uns ist ein Fehler passiert" in answer.text
        assert PHONE in answer.text
        assert "Traceback" not in answer.text
    assert Browser(web).get("/").status == 200  # the public pages live on memory
    assert Browser(web).get("/gesundheit/").status == 503

    portal.services.postgres.start()
    assert wait_until(lambda: browser.get("/antrag/").status == 200, 10)
    assert browser.get(send(browser, address)).status == 200


def test_database_restarts_between_two_requests(portal, claimant):
    browser, _address = claimant()
    for _thread in range(8):  # every thread has its connection
        assert browser.get("/antrag/").status == 200
    portal.services.postgres.kill()
    portal.services.postgres.start()

    first = [browser.get("/antrag/").status for _thread in range(8)]
    assert first == [200] * 8


def test_mail_server_away(portal, claimant, count, mail_server):
    portal.start_roles(*WORKERS, "relay")
    mail_server.stop()
    browser, address = claimant()

    confirmation = send(browser, address)
    tried = "SELECT count(*) FROM outbox_outboxmessage WHERE fact = 'message.posted' AND attempts > 1"
    assert wait_until(lambda: count(tried) == 1 and count(OPEN) == 1), portal.written()
    assert (count(LETTERS), count(SENT)) == (1, 0)
    assert_files_there(browser, confirmation)
    assert "Eingangsbestätigung" in browser.get("/postfach/").text

    mail_server.start()
    assert wait_until(lambda: count(SENT) == 1, 20), portal.written()
    assert len(mail_server.received) == 1


def test_workers_off(portal, claimant, count):
    portal.start_roles("relay")
    browser, address = claimant()

    confirmation = send(browser, address)
    assert_confirmed_without_files(browser, confirmation)
    status = f"/antrag/stand/{application(count)}/"
    page = browser.get(status)
    assert page.status == 200
    assert "Stand heute: Eingegangen – wird geprüft" in page.text
    assert "sieht Ihre Angaben gerade auf Lücken durch" in page.text

    portal.start_roles(*WORKERS)
    assert wait_until(lambda: count(OPEN) == 0), portal.written()
    assert_files_there(browser, confirmation)
    assert "sieht Ihre Angaben gerade auf Lücken durch" not in browser.get(status).text


def application(count):
    return count("SELECT id FROM applications_application")


def test_data_folder_not_writable_until_somebody_repairs_it(portal, claimant, web, clerk, count):
    files = portal.services.state / "data" / "files"
    files.write_text("not a folder")  # root may write everywhere, but not into this
    portal.start_roles(*WORKERS, "relay")
    browser, address = claimant()

    confirmation = send(browser, address)
    assert wait_until(lambda: count(DEAD) > 0 and count(WAITING) == 0), portal.written()
    assert_confirmed_without_files(browser, confirmation)
    assert (count(CHECKED), count(LETTERS)) == (1, 0)
    staff = Browser(web, clerk.ask("administrator"))
    stuck = "/verwaltung/outbox/outboxmessage/?stand=stuck"
    assert "submissions.tasks.render_receipt" in staff.get(stuck).text

    files.unlink()
    messages = count("SELECT array_agg(id) FROM outbox_outboxmessage WHERE dead_at IS NOT NULL")
    assert staff.post(stuck, action="try_again", _selected_action=messages).status == 302
    assert wait_until(lambda: count(OPEN) == 0), portal.written()
    assert count(SENT) == 1
    assert_files_there(browser, confirmation)


@pytest.mark.parametrize("applications", [1, 4])  # 4: more than there are processes for checks
def test_stuck_checks_do_not_delay_the_proof(portal, claimant, count, tmp_path, applications):
    stuck = tmp_path / "stuck"
    stuck.touch()
    portal.start_roles(*WORKERS, "relay", HASTE_STUCK_WHILE=str(stuck))
    for number in range(applications):
        send(*claimant(number))

    assert wait_until(lambda: count(ISSUED) == applications or count(CHECKED) > 0)
    assert (count(ISSUED), count(CHECKED)) == (applications, 0)

    stuck.unlink()
    assert wait_until(lambda: count(OPEN) == 0), portal.written()
    assert (count(CHECKED), count(LETTERS), count(DEAD)) == (applications, applications, 0)
