"""What invented jobcenters have set up for themselves, and a form that they may switch off."""

import datetime
import sys
from types import ModuleType

import factory
import pytest
from django.utils import timezone

from applications.catalogue.about_you import ABOUT_YOU, only_you
from applications.catalogue.compose import forms
from applications.catalogue.structure import ApplicationType, Page, Section, Step
from applications.claim.builders.about_you import build_about_you
from applications.claim.model import Claim
from applications.domain.local_settings import new_key
from applications.enums import FormKind
from applications.models import LocalForm, LocalHint, LocalPaper, LocalQuestion, LocalSettings
from tests.factories.accounts import JobcenterFactory

LONG_AGO = datetime.date(2026, 1, 1)
TOY = ApplicationType(
    key="toy",
    title="Spielzeug",
    version="1",
    sections=(ABOUT_YOU, Section("evidence", "Unterlagen", (Step("unterlagen", "Unterlagen", page=Page.EVIDENCE),))),
    people=only_you,
    kind=FormKind.REQUEST,
    place=900,
)


class LocalSettingsFactory(factory.django.DjangoModelFactory):
    """The first version of a jobcenter, not published."""

    class Meta:
        model = LocalSettings

    jobcenter = factory.SubFactory(JobcenterFactory)
    number = 1
    key = factory.LazyAttribute(lambda row: f"haus-{row.jobcenter.pk.hex[:8]}-{row.number}")
    valid_from = LONG_AGO


class LocalQuestionFactory(factory.django.DjangoModelFactory):
    """A question with yes or no at the end of the section "Sie"."""

    class Meta:
        model = LocalQuestion

    settings = factory.SubFactory(LocalSettingsFactory)
    key = factory.LazyFunction(new_key)
    place = "main_application.you"
    kind = "yes_no"
    label = "Haben Sie einen Hund?"
    why = "Die Gemeinde zahlt die Hundesteuer."


class LocalPaperFactory(factory.django.DjangoModelFactory):
    """A paper with a name of its own."""

    class Meta:
        model = LocalPaper

    settings = factory.SubFactory(LocalSettingsFactory)
    key = factory.LazyFunction(new_key)
    form_key = "main_application"
    title = "Formblatt der Gemeinde"
    reason = "Die Gemeinde braucht es für die Hundesteuer."


class LocalHintFactory(factory.django.DjangoModelFactory):
    """A hint on the section "Sie"."""

    class Meta:
        model = LocalHint

    settings = factory.SubFactory(LocalSettingsFactory)
    place = "main_application.you"
    text = "Wir helfen im Haus am Markt."


class LocalFormFactory(factory.django.DjangoModelFactory):
    """The toy form, switched off."""

    class Meta:
        model = LocalForm
        skip_postgeneration_save = True

    settings = factory.SubFactory(LocalSettingsFactory)
    form_key = "toy"

    @factory.post_generation
    def teams(self, create, extracted, **_kwargs):
        if create and extracted:
            self.teams.set(extracted)


def in_force(settings: LocalSettings) -> LocalSettings:
    """The version as it is once published; nothing can be added to it any more."""
    settings.published_at = timezone.now()
    settings.save()
    return settings


@pytest.fixture
def toy(monkeypatch):
    """A small form that may be switched off, with its builder, for one test."""
    builder = ModuleType("applications.claim.builders.toy")
    builder.build = lambda answers, head: Claim(**head, **build_about_you(answers))
    monkeypatch.setitem(sys.modules, builder.__name__, builder)
    monkeypatch.setitem(forms(), (TOY.key, TOY.version), TOY)
    return TOY
