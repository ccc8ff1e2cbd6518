"""Invented texts and routes of an office."""

import factory
from django.utils import timezone

from mailbox.enums import TextPurpose, Topic
from mailbox.models import TextTemplate, TextVersion, TopicRoute
from tests.factories.accounts import JobcenterFactory, TeamFactory


class TopicRouteFactory(factory.django.DjangoModelFactory):
    """A team of its own for questions about housing."""

    class Meta:
        model = TopicRoute

    jobcenter = factory.SubFactory(JobcenterFactory)
    topic = Topic.HOUSING
    team = factory.SubFactory(TeamFactory, jobcenter=factory.SelfAttribute("..jobcenter"))


class TextTemplateFactory(factory.django.DjangoModelFactory):
    """A text for messages; ``published`` and ``draft`` are words of German versions of it."""

    class Meta:
        model = TextTemplate
        skip_postgeneration_save = True

    jobcenter = factory.SubFactory(JobcenterFactory)
    key = factory.Sequence(lambda n: f"text-{n}")
    purpose = TextPurpose.MESSAGE
    title = "Termin bestätigen"

    @factory.post_generation
    def published(self, create, extracted, **_kwargs):
        if create and extracted:
            TextVersion.objects.create(template=self, number=1, body=extracted, published_at=timezone.now())

    @factory.post_generation
    def draft(self, create, extracted, **_kwargs):
        if create and extracted:
            TextVersion.objects.create(template=self, number=self.versions.count() + 1, body=extracted)
