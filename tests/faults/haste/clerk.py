"""``python -m tests.faults.haste.clerk``: reads ``["deed", argument …]`` line by line and answers with a line of JSON."""

import io
import json
import os
import sys
import zipfile

import django

django.setup()

from django.conf import settings
from django.db import connection

from portal.accounts.enums import StaffRole
from portal.accounts.models import StaffMembership
from portal.cases.models import Person
from portal.desk.management.commands.load_demo import load_jobcenters, load_people
from portal.documents.models import StoredFile
from portal.documents.services import open_file
from portal.leaving.models import DataCopy
from portal.leaving.services import request_copy
from tests.browser import Browser
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory, StandingFactory
from tests.factories.documents import DocumentFactory, store_without_own_key
from tests.factories.stores import local_path
from tests.faults.haste.crowd import make_crowd
from tests.faults.haste.decisions import decision, release_decision
from tests.faults.haste.figures import cleaned, figures
from tests.faults.haste.papers import papers, resume_papers, upload_papers
from tests.faults.haste.people import account, draft_of
from tests.faults.haste.telling import ask_again, dispatches, release_notices, tell

WITH_ONE_FILE = 3  # the file, the page, the data


def open_offices():
    load_jobcenters()
    load_people()


def claimant(number):
    """Somebody signed in with a draft that could be sent."""
    user = account(number)
    return {"cookies": signed_in(user), "draft": str(draft_of(user).pk)}


def verified_account(email):
    """Somebody who can sign in with a password."""
    UserFactory(email=email)


def administrator():
    return signed_in(StaffMembership.objects.filter(role=StaffRole.ADMINISTRATOR).select_related("user").first().user)


def signed_in(user):
    browser = Browser()
    browser.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {name: browser.cookies[name].value}


def crowd(people, colleagues, times):
    """Many who want the same few times."""
    return make_crowd(signed_in, people, colleagues, times)


def copy_that_hangs():
    """Somebody asks for a copy with a file on which reading hangs; returns its path and where its content waits."""
    own = StandingFactory()
    path = local_path(DocumentFactory(case=own.case, person=own.person).stored)
    aside = path.rename(path.with_suffix(".aside"))
    os.mkfifo(path)
    request_copy(user=own.user)
    return [str(path), str(aside)]


def copies():
    """How many copies open as a ZIP, and whether the disk holds a file for each row and no other."""
    stored = [copy.stored for copy in DataCopy.objects.select_related("stored").exclude(stored=None)]
    archives = [zipfile.ZipFile(io.BytesIO(b"".join(open_file(each)))) for each in stored]
    whole = sum(archive.testzip() is None and len(archive.namelist()) == WITH_ONE_FILE for archive in archives)
    return {"whole": whole, "files_match_rows": cleaned() == StoredFile.objects.count()}


def old_papers(persons, files):
    """People, and files from before each had a key of its own."""
    case = PersonFactory().case
    Person.objects.bulk_create(Person(case=case, name=f"Person {number}") for number in range(persons - 1))
    for number in range(files):
        store_without_own_key(b"%d" % number)


def open_everything():
    """How many names and files open."""
    names = [person.name for person in Person.objects.all()]
    files = {b"".join(open_file(stored)) for stored in StoredFile.objects.all()}
    return {"names": len(set(names)), "files": len(files)}


DEEDS = {
    deed.__name__: deed
    for deed in (
        open_offices,
        claimant,
        verified_account,
        administrator,
        crowd,
        figures,
        copy_that_hangs,
        copies,
        old_papers,
        open_everything,
        upload_papers,
        resume_papers,
        papers,
        tell,
        release_notices,
        dispatches,
        ask_again,
        release_decision,
        decision,
    )
}

if __name__ == "__main__":
    for line in sys.stdin:
        deed, *arguments = json.loads(line)
        connection.close()  # the database may have been killed meanwhile
        print(json.dumps(DEEDS[deed](*arguments)), flush=True)
