import pytest
from django.utils import timezone

from mailbox.enums import TextPurpose
from mailbox.models import TextVersion
from mailbox.selectors import own_before_general, texts_in_use, texts_visible_to
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.desk_postbox import TextTemplateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def membership():
    return StaffMembershipFactory()


def test_texts_of_the_house_and_of_all_are_seen(membership):
    own, general = TextTemplateFactory(jobcenter=membership.jobcenter), TextTemplateFactory(jobcenter=None)
    TextTemplateFactory()

    assert set(texts_visible_to(staff_actor(membership))) == {own, general}
    assert not texts_visible_to(claimant_actor(CaseFactory())).exists()


def test_own_text_hides_the_general_one(membership):
    general = TextTemplateFactory(jobcenter=None, key="hallo")
    own = TextTemplateFactory(jobcenter=membership.jobcenter, key="hallo")

    assert own_before_general([general, own]) == [own]


@pytest.mark.parametrize("number", [1, 5])
def test_newest_published_version_of_each_language_is_offered(membership, number, django_assert_num_queries):
    for _ in range(number):
        template = TextTemplateFactory(jobcenter=membership.jobcenter, published="alt")
        TextVersion.objects.create(template=template, number=2, body="neu", published_at=timezone.now())
        TextVersion.objects.create(template=template, number=3, body="Entwurf")
        TextVersion.objects.create(template=template, language="en", number=1, body="new", published_at=timezone.now())
    TextTemplateFactory(jobcenter=membership.jobcenter, published="nicht mehr", is_active=False)
    actor = staff_actor(membership)

    with django_assert_num_queries(2):
        found = texts_in_use(actor, TextPurpose.MESSAGE)
    assert sorted(version.body for version in found) == ["neu"] * number + ["new"] * number
