"""People who have agreed to something, and how they want to be told."""

import datetime

import factory
from django.db.models import F

from portal.notices.domain.consent_texts import CURRENT
from portal.notices.enums import ConsentKind
from portal.notices.models import Consent, Dispatch, NoticeSettings
from tests.factories.accounts import UserFactory

SOME_DAY = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)


class ConsentFactory(factory.django.DjangoModelFactory):
    """E-mails about news; trait ``decisions``."""

    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    kind = ConsentKind.EMAIL
    text_version = factory.LazyAttribute(lambda consent: CURRENT[consent.kind].version)

    class Params:
        decisions = factory.Trait(kind=ConsentKind.ELECTRONIC_DECISIONS)


class NoticeSettingsFactory(factory.django.DjangoModelFactory):
    """Of somebody who has looked at the page and changed nothing."""

    class Meta:
        model = NoticeSettings

    user = factory.SubFactory(UserFactory)


def agreeing(user, *kinds):
    """The user, who has agreed to e-mails (or to what is named)."""
    for kind in kinds or [ConsentKind.EMAIL]:
        ConsentFactory(user=user, kind=kind)
    return user


def hours_pass():
    """What was sent is long ago, so that the next notice goes out at once."""
    sent = Dispatch.objects.exclude(sent_at=None)
    sent.update(sent_at=F("sent_at") - datetime.timedelta(hours=2))
