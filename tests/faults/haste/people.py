"""Invented people with a few answers, made and sent through the services that the pages use."""

from django.db import transaction

from applications.domain.draft_answers import store_answers
from applications.models import Draft
from applications.services.draft import start_draft
from portal.accounts.models import User
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import UserFactory
from tests.factories.consents import agreeing

FORM = "main_application"
FEW_ANSWERS = {
    "started_on": "2026-11-16",
    "you": {"first_name": "Jonas", "last_name": "Albers", "birth_date": "1992-03-14"},
    "home": {"postcode": "00101"},
}


def actor(user):
    return actor_for_user(user, purpose="own_case")


def account(number):
    """The same one when asked again."""
    email = f"person{number}@example.org"
    with transaction.atomic():
        return User.objects.filter(email=email).first() or agreeing(UserFactory(email=email))


def draft_of(user):
    """The user's draft with answers, open or sent; asking again after a crash changes nothing."""
    found = Draft.objects.filter(person__user=user).first() or start_draft(actor=actor(user), form_key=FORM)
    if found.is_open and "you" not in found.answers:
        store_answers(draft=found, answers={**found.answers, **FEW_ANSWERS}, slug="", at=found.created_at)
    return Draft.objects.select_related("submission").get(pk=found.pk)
