"""People who have agreed to something, and how they want to be told."""

import factory

from portal.notices.domain.consent_texts import CURRENT
from portal.notices.enums import ConsentKind
from portal.notices.models import Consent, NoticeSettings
from tests.factories.accounts import UserFactory


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
