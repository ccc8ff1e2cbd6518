"""``python -m tests.faults.haste.clerk``: reads ``["deed", argument …]`` line by line and answers with a line of JSON."""

import json
import sys

import django

django.setup()

from django.conf import settings
from django.db import connection

from portal.accounts.enums import StaffRole
from portal.accounts.models import StaffMembership
from portal.desk.management.commands.load_demo import load_jobcenters, load_people
from tests.browser import Browser
from tests.factories.accounts import UserFactory
from tests.faults.haste.figures import figures
from tests.faults.haste.people import account, draft_of


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


DEEDS = {deed.__name__: deed for deed in (open_offices, claimant, verified_account, administrator, figures)}

if __name__ == "__main__":
    for line in sys.stdin:
        deed, *arguments = json.loads(line)
        connection.close()  # the database may have been killed meanwhile
        print(json.dumps(DEEDS[deed](*arguments)), flush=True)
