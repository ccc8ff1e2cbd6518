import os

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.http import Http404
from django.test import RequestFactory

from portal.desk.management.commands.load_demo import APP_SECRET
from portal.pages.views.demo import MailsView, read_mails
from tests.browser import app_code


def write(folder, *subjects):
    """Let Django write the e-mails of one connection to one file."""
    backend = EmailBackend(file_path=str(folder))
    backend.send_messages(
        [EmailMessage(subject, "Guten Tag, Łucja", "a@b.example", ["x@y.example"]) for subject in subjects]
    )
    backend.close()


def test_mails_are_read_from_the_files(tmp_path):
    write(tmp_path, "Code: 123", "Neue Nachricht für Sie")
    assert {mail.subject for mail in read_mails(tmp_path)} == {"Code: 123", "Neue Nachricht für Sie"}
    assert {(mail.recipient, mail.text) for mail in read_mails(tmp_path)} == {("x@y.example", "Guten Tag, Łucja")}


def test_newest_mail_stands_first(tmp_path):
    write(tmp_path, "alt")
    old = next(tmp_path.glob("*.log"))
    old.write_bytes(old.read_bytes().replace(b"Date: ", b"Date: Mon, 2 Nov 2026 10:00:00 +0000\nX-Old: "))
    os.utime(old, (0, 0))
    write(tmp_path, "neu")
    assert [mail.subject for mail in read_mails(tmp_path)] == ["neu", "alt"]


def test_missing_folder_is_an_empty_mailbox(tmp_path):
    assert read_mails(tmp_path / "nothing") == []


def test_view_does_not_exist_outside_the_demo(settings):
    settings.PORTAL_IS_DEMO = False
    with pytest.raises(Http404):
        MailsView.as_view()(RequestFactory().get("/demo/mails/"))


def test_view_shows_the_mails_of_the_demo(settings, tmp_path):
    settings.PORTAL_IS_DEMO, settings.EMAIL_FILE_PATH = True, str(tmp_path)
    write(tmp_path, "Ihr Code")
    response = MailsView.as_view()(RequestFactory().get("/demo/mails/"))
    assert [mail.subject for mail in response.context_data["mails"]] == ["Ihr Code"]


def test_view_shows_the_code_of_the_app_of_the_staff(settings, tmp_path, time_machine):
    time_machine.move_to("2026-11-26 10:00:10+01:00", tick=False)
    settings.PORTAL_IS_DEMO, settings.EMAIL_FILE_PATH = True, str(tmp_path)
    shown = MailsView.as_view()(RequestFactory().get("/demo/mails/")).context_data
    assert (shown["app_code"], shown["app_code_seconds"]) == (app_code(APP_SECRET), 20)
