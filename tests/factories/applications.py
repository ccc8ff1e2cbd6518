"""Invented drafts. Answers of personas stand in ``tests.factories.personas``."""

import datetime

import factory
from django.utils import timezone

from applications.catalogue.main_application import FORM
from applications.domain.draft import expiry
from applications.models import Draft
from tests.factories.cases import CaseFactory, StandingFactory

LONG_AGO = datetime.datetime(2026, 1, 5, 12, 0, tzinfo=datetime.UTC)


class DraftFactory(factory.django.DjangoModelFactory):
    """A draft of the main application on a prospective case, whose applicant may fill in and send it.

    ``draft.person.user`` is the account. Trait ``expired``: its time is over, its answers are still there.
    """

    class Meta:
        model = Draft

    class Params:
        standing = factory.SubFactory(StandingFactory, person__case=factory.SubFactory(CaseFactory, prospective=True))
        expired = factory.Trait(created_at=LONG_AGO, updated_at=LONG_AGO, expires_at=expiry(LONG_AGO))

    case = factory.SelfAttribute("standing.case")
    person = factory.SelfAttribute("standing.person")
    form_key = FORM.key
    catalogue_version = FORM.version
    answers = factory.LazyFunction(lambda: {"started_on": "2026-11-16"})
    created_at = factory.LazyFunction(timezone.now)
    updated_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda draft: expiry(draft.updated_at))
