"""The whole way of a copy, and what is in the ZIP."""

import hashlib
import io
import json
import re
import zipfile
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.audit.models.personal_data import declarations
from portal.documents.domain.storage import delete_file, remove_orphans
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.leaving.domain.data_copy import delete_copy, delete_expired_copies, make_copy
from portal.leaving.models import DataCopy
from portal.leaving.services import request_copy
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.accounts import UserFactory
from tests.factories.leaving import CANARY, make_household
from tests.factories.stores import raw

pytestmark = pytest.mark.django_db

VOID = {"meta", "br", "link", "hr", "img", "input"}


class Page(HTMLParser):
    """Levels of headings, links, text; refuses what is not closed in order."""

    def __init__(self, html):
        super().__init__()
        self.open, self.headings, self.links, self.ids, self.tags, self.text = [], [], [], set(), set(), ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.add(tag)
        self.ids.add(values.get("id"))
        if tag == "a":
            self.links.append(values["href"])
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def opened(user) -> zipfile.ZipFile:
    copy = DataCopy.objects.select_related("stored").get(user=user)
    return zipfile.ZipFile(io.BytesIO(b"".join(open_file(copy.stored))))


def make(user) -> zipfile.ZipFile:
    make_copy(request_copy(user=user).pk)
    return opened(user)


def files_on_disk(data_dir):
    return len(list((data_dir / "files").glob("??/*")))


@transaction.atomic
def die_in_the_middle(copy):
    """What a kill leaves: a file without a row."""
    make_copy(copy.pk)
    raise KeyboardInterrupt


def test_zip_holds_page_data_and_the_own_files_only():
    household = make_household(issued=True)
    reference = household.submission.reference

    archive = make(household.user)

    assert archive.testzip() is None
    assert archive.namelist() == [
        "dateien/unterlagen/001_Mietvertrag.pdf",
        "dateien/unterlagen/002_Lohn_ Mai_.pdf",
        f"dateien/eingaenge/{reference}_Eingangsbestätigung.pdf",
        f"dateien/eingaenge/{reference}_Kopie Ihrer Angaben.pdf",
        "index.html",
        "daten.json",
    ]


def test_nothing_of_other_people_is_in_the_zip(household):
    archive = make(household.user)

    found = {name for name in archive.namelist() if CANARY.encode() in archive.read(name)}
    page = archive.read("index.html").decode()

    assert not any(CANARY in name for name in archive.namelist())
    # the applicant has entered her partner's name herself; it stands once, and nothing else of her
    assert (found, page.count(CANARY), archive.read("daten.json").decode().count(CANARY)) == (
        {"index.html", "daten.json"},
        1,
        1,
    )
    assert f"{CANARY} Partnerin" in page


def test_partner_gets_her_own_part_only(household):
    archive = make(household.partner.user)
    page = archive.read("index.html").decode()

    assert archive.namelist() == [f"dateien/unterlagen/001_{CANARY}.pdf", "index.html", "daten.json"]
    assert [word for word in ("Miriam", "Mietvertrag", household.submission.reference, "0170123") if word in page] == []


def test_helper_gets_the_account_and_nothing_of_whom_she_helps(household):
    helper = household.case.standings.get(kind="helper").user
    archive = make(helper)
    data = json.loads(archive.read("daten.json"))

    assert archive.namelist() == ["index.html", "daten.json"]
    assert {key: value for key, value in data["parts"].items() if value} == {
        "account": data["parts"]["account"],
        "standings": {"for_me": [], "held_by_me": data["parts"]["standings"]["held_by_me"], "invitations": []},
    }
    assert data["parts"]["account"]["email"] == helper.email
    assert len(data["parts"]["standings"]["held_by_me"]) == 1
    assert "Miriam" not in archive.read("index.html").decode()


def test_page_is_one_document_without_script_that_links_every_file(household):
    archive = make(household.user)
    html = archive.read("index.html").decode()
    page = Page(html)
    files = {unquote(link) for link in page.links if not link.startswith("#")}

    assert files == {name for name in archive.namelist() if name.startswith("dateien/")}
    assert {link[1:] for link in page.links if link.startswith("#")} <= page.ids
    assert page.tags & {"script", "img", "link", "iframe", "form"} == set()
    assert page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert 'lang="de"' in html
    assert "Bitte rufen Sie uns an <b>heute</b>." in page.text  # typed signs stay signs


def test_page_says_questions_and_answers_messages_findings_and_who_looked(household):
    text = Page(make(household.user).read("index.html").decode()).text

    for words in (
        "miriam@example.org",
        "Lohn im Monat (netto)",
        "612,40 Euro",
        household.submission.reference,
        "Wie hoch ist Ihre Miete?",
        "Eingegangen – wird geprüft",
        "Hauptantrag",
        "eine andere Person Ihres Haushalts",
        "10 Jahre, nachdem der Fall zu Ende ist",
        "§ 25 SGB X",
    ):
        assert words in text
    assert "Nur intern" not in text
    assert "intern" not in re.findall(r"\bintern\b", text)


def test_data_has_a_key_for_every_part_and_every_file_with_its_checksum(household):
    archive = make(household.user)
    data = json.loads(archive.read("daten.json"))

    assert list(data) == ["format", "version", "made_at", "parts", "files", "kept"]
    assert list(data["parts"]) == [part.key for part in declarations.parts]
    assert {file["path"]: file["sha256"] for file in data["files"]} == {
        name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if "/" in name
    }
    assert data["parts"]["submissions"][0]["data"] == {"household": {"persons": 2}}
    assert data["parts"]["drafts"][0]["answers"] == household.draft.answers


def test_copy_is_encrypted_on_disk_and_leaves_after_seven_days(household, data_dir, django_capture_on_commit_callbacks):
    make(household.user)
    copy = DataCopy.objects.get()

    assert b"index.html" not in raw(copy.stored.name)
    assert copy.expires_at - copy.ready_at == timedelta(days=7)
    before = files_on_disk(data_dir)
    assert delete_expired_copies(now=copy.expires_at - timedelta(seconds=1)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_expired_copies(now=copy.expires_at) == 1
    assert (DataCopy.objects.count(), files_on_disk(data_dir)) == (0, before - 1)
    assert AuditEvent.objects.latest("id").event == "data_copy.expired"


def test_file_that_is_gone_is_named_and_stops_nothing(household):
    delete_file(household.sent.stored_id)

    archive = make(household.user)
    data = json.loads(archive.read("daten.json"))

    assert "dateien/unterlagen/001_Mietvertrag.pdf" not in archive.namelist()
    assert "001_Mietvertrag.pdf: Diese Datei konnten wir nicht öffnen." in archive.read("index.html").decode()
    assert [file["is_readable"] for file in data["files"]] == [False, True]


def test_second_run_changes_nothing(household):
    copy = request_copy(user=household.user)
    make_copy(copy.pk)
    first = DataCopy.objects.get().stored_id
    make_copy(copy.pk)

    assert DataCopy.objects.get().stored_id == first
    assert StoredFile.objects.filter(media_type="application/zip").count() == 1


@pytest.mark.django_db(transaction=True)
def test_worker_that_dies_before_the_end_leaves_one_copy_after_the_next_try(household, data_dir):
    OutboxMessage.objects.all().delete()  # receipts of the household
    copy = request_copy(user=household.user)
    before = files_on_disk(data_dir)
    with pytest.raises(KeyboardInterrupt):
        die_in_the_middle(copy)
    assert (files_on_disk(data_dir), DataCopy.objects.get().ready_at) == (before + 1, None)

    deliver_due()
    remove_orphans(now=timezone.now() + timedelta(days=2))

    assert files_on_disk(data_dir) == before + 1
    assert opened(household.user).testzip() is None
    assert [message.to for message in mail.outbox if "fertig" in message.subject] == [["miriam@example.org"]]


@pytest.mark.django_db(transaction=True)
def test_deleting_takes_the_file_and_twice_is_once(household, data_dir):
    make(household.user)
    copy, before = DataCopy.objects.get(), files_on_disk(data_dir)

    delete_copy(copy)
    delete_copy(copy)

    assert (DataCopy.objects.count(), files_on_disk(data_dir)) == (0, before - 1)


def test_copy_of_an_account_that_was_closed_meanwhile_is_not_made(household):
    copy = request_copy(user=household.user)
    DataCopy.objects.all().delete()

    make_copy(copy.pk)

    assert not StoredFile.objects.filter(media_type="application/zip").exists()


def test_copy_of_an_empty_account_says_so():
    text = Page(make(UserFactory()).read("index.html").decode()).text

    assert text.count("Hier ist nichts gespeichert.") == len(declarations.parts) - 1
