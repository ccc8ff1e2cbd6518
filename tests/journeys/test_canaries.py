"""Words that only the answers hold are sent through the whole portal, then searched wherever they must not be."""

import base64
import os
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from redis import Redis

from ops.demo import WORKERS
from portal.accounts.models import Session
from portal.desk.management.commands.load_demo import PASSWORD as DEMO_PASSWORD
from tests.factories.personas import P02, fresh
from tests.journeys import papers, steps
from tests.journeys.drafts import CLAIMANT, claimant_with, path_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INDEXED = {"first_name": "Zwitscherine", "last_name": "Kanarigall"}  # staff search for names: person index only
CHILD = "Goldammera"
PHONE, PHONE_AS_INDEXED = "+4915155512347", "015155512347"
HIDDEN = {
    "street": "Pirolgasse 47b",
    "iban": "DE09999999998675309421",
    "remark": "Wiedehopf-Geheimnis",
    "landlord": "Zaunkönig Immobilien",
    "file": "Rotkehlchenbrief",
    "note": "Eisvogelnotiz",
}
INDEX_TABLE = "cases_personindex"


def canaries():
    answers = fresh(P02)
    answers["you"] |= INDEXED | {"phone": PHONE}
    answers["home"] |= {"street": HIDDEN["street"], "landlord_name": HIDDEN["landlord"]}
    answers["people"]["persons"][0]["first_name"] = CHILD
    answers["bank"] |= {"iban": HIDDEN["iban"], "holder": f"{INDEXED['first_name']} {INDEXED['last_name']}"}
    answers["assets"]["money"][0]["iban"] = HIDDEN["iban"]
    return answers


def test_answers_lie_only_where_they_belong(visit, employee, site):
    words = [*HIDDEN.values(), *INDEXED.values(), CHILD, PHONE, PHONE_AS_INDEXED]
    claimant, draft = claimant_with(visit, canaries(), secrets=words)
    site.processes.stop(*WORKERS)  # so that messages wait in Redis while we look
    receipt = hand_in(claimant, draft)
    waiting = everything_in_redis()
    assert "outbox.deliver" in waiting  # or we look in the wrong place
    site.processes.start(*WORKERS)
    steps.fetch_files(claimant, site, receipt)
    work_on(employee(secrets=words), receipt)
    site.processes.settle()

    assert found(words, site.printed.getvalue() + site.processes.written()) == []
    assert found(words, "".join(site.mails.all())) == []
    assert found(words, waiting + everything_in_redis()) == []
    assert found(words, "".join(str(session.get_decoded()) for session in Session.objects.all())) == []
    assert leaks_into_tables(words) == []
    assert found(words, *(path.read_bytes() for path in stored_files())) == []


def hand_in(claimant, draft):
    """Type the remark (once after an expired session), upload, send."""
    claimant.open(path_of(draft, "unterlagen"))
    name = f"{HIDDEN['file']}.pdf"
    steps.upload(claimant, "Mietvertrag", papers.file(name, steps.LEASE, "application/pdf"))
    claimant.press("Speichern und weiter")
    claimant.fill(remarks=HIDDEN["remark"])
    claimant.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    claimant.press("Speichern und weiter")
    assert found(list(HIDDEN.values()), "".join(str(each.get_decoded()) for each in Session.objects.all())) == []
    claimant.sign_in(CLAIMANT, DEMO_PASSWORD)
    claimant.press("Speichern und weiter")
    claimant.press("Antrag jetzt absenden")
    return steps.receipt_on(claimant)


def work_on(desk, receipt):
    """Search by name, open, write a note, settle a finding with a reason."""
    desk.press("Anträge", within="header")
    desk.fill(q=INDEXED["last_name"])
    desk.press("Anzeigen")
    desk.leave_by(desk.page.locator("tr", has_text=receipt.reference).locator("a").first.click)
    desk.press("Ich übernehme")
    desk.fill(note=HIDDEN["note"])
    desk.press("In Prüfung nehmen")
    assert HIDDEN["note"] in desk.text


def found(words, *texts):
    """Which words stand in the texts, plain or in an encoding that hides nothing."""
    return [word for word in words for text in texts if any(form in text for form in forms(word, type(text)))]


def forms(word, kind):
    raw = word.encode()
    plain = {word, quote(word), raw.hex(), word.encode("unicode_escape").decode(), base64.b64encode(raw).decode()}
    return plain if kind is str else {form.encode() for form in plain}


def everything_in_redis():
    """All keys and values of all databases, as text."""
    socket, pieces = os.environ["PORTAL_CACHE_URL"].removeprefix("unix://").split("?")[0], []
    readers = {
        b"string": Redis.get,
        b"hash": Redis.hgetall,
        b"list": lambda link, key: link.lrange(key, 0, -1),
        b"set": Redis.smembers,
        b"zset": lambda link, key: link.zrange(key, 0, -1),
        b"none": Redis.get,  # it was taken, or its time was over, since we saw the key
    }
    for number in range(16):
        with Redis(unix_socket_path=socket, db=number) as link:
            for key in link.scan_iter():
                pieces += [key, str(readers[link.type(key)](link, key)).encode()]
    return b"\n".join(pieces).decode(errors="replace")


def leaks_into_tables(words):
    """(table, word) for every word in clear, but for the index that staff search in."""
    allowed = {word.lower() for word in (*INDEXED.values(), CHILD, PHONE_AS_INDEXED)}
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        texts = {}
        for table in tables:
            cursor.execute(f'SELECT string_agg("{table}"::text, chr(10)) FROM "{table}"')  # noqa: S608 -- names of tables
            texts[table] = (cursor.fetchone()[0] or "").lower()
    assert all(word in texts[INDEX_TABLE] for word in allowed)
    lowered = [word.lower() for word in words]
    return [
        (table, word)
        for table, text in texts.items()
        for word in found(lowered, text)
        if not (table == INDEX_TABLE and word in allowed)
    ]


def stored_files():
    return [path for path in settings.PORTAL.data_dir.rglob("*") if path.is_file()]
