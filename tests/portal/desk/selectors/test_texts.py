import datetime

import pytest
from django.utils import timezone

from mailbox.models import TextTemplate, TextVersion
from portal.desk.selectors.texts import texts_for
from tests.factories.accounts import JobcenterFactory

pytestmark = pytest.mark.django_db


def text(key, body, *, jobcenter=None, purpose="decision", number=1, published=True, **fields):
    template, _created = TextTemplate.objects.get_or_create(
        jobcenter=jobcenter, key=key, defaults={"purpose": purpose, "title": key.title(), **fields}
    )
    at = timezone.now() - datetime.timedelta(days=1) if published else None
    return TextVersion.objects.create(template=template, number=number, body=body, published_at=at)


def bodies(jobcenter):
    return [version.body for version in texts_for(jobcenter.pk if jobcenter else None, "decision")]


def test_own_text_of_the_office_goes_before_everybodys():
    mine, other = JobcenterFactory(), JobcenterFactory()
    text("grant", "für alle")
    text("grant", "von uns", jobcenter=mine)
    text("refusal", "von denen", jobcenter=other)

    assert (bodies(mine), bodies(None)) == (["von uns"], ["für alle"])


def test_newest_published_version_counts():
    text("grant", "erste")
    text("grant", "zweite", number=2)
    text("grant", "noch nicht", number=3, published=False)

    assert bodies(None) == ["zweite"]


def test_other_purposes_and_what_is_no_longer_offered_stay_out():
    text("letter", "Anschreiben", purpose="request")
    text("old", "früher", is_active=False)

    assert bodies(None) == []
