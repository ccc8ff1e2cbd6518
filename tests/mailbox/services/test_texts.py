import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from mailbox.enums import TextPurpose
from mailbox.errors import AlreadyPublished, KeyTaken, UnknownPlaceholder
from mailbox.models import TextVersion
from mailbox.selectors import texts_in_use
from mailbox.services import begin_text, change_text, publish_version, save_version, take_over_text
from portal.cases.errors import NotPermitted
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import staff_actor
from tests.factories.desk_postbox import TextTemplateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    return JobcenterFactory()


@pytest.fixture
def lead(house):
    return staff_actor(StaffMembershipFactory(jobcenter=house, team_lead=True))


def offered(actor):
    return [(version.language, version.number, version.body) for version in texts_in_use(actor, TextPurpose.MESSAGE)]


def test_draft_is_kept_once_and_offered_when_published(lead):
    template = begin_text(actor=lead, key="hallo", purpose=TextPurpose.MESSAGE, title="Hallo")
    save_version(actor=lead, template=template, language="de", body="Guten Tag")
    draft = save_version(actor=lead, template=template, language="de", body="Guten Tag {name}")

    assert (TextVersion.objects.count(), offered(lead)) == (1, [])
    publish_version(actor=lead, version=draft)
    assert offered(lead) == [("de", 1, "Guten Tag {name}")]


def test_published_version_stays_and_the_next_one_takes_its_place(lead, house):
    template = TextTemplateFactory(jobcenter=house, published="Alt")
    first = template.versions.get()
    second = save_version(actor=lead, template=template, language="de", body="Neu")

    assert (second.number, offered(lead)) == (2, [("de", 1, "Alt")])
    publish_version(actor=lead, version=second)
    assert offered(lead) == [("de", 2, "Neu")]
    with pytest.raises(AlreadyPublished):
        publish_version(actor=lead, version=second)
    with pytest.raises(DatabaseError), transaction.atomic():
        TextVersion.objects.filter(pk=first.pk).update(body="Anders")


def test_unknown_placeholder_is_refused_by_name(lead, house):
    template = TextTemplateFactory(jobcenter=house)

    with pytest.raises(UnknownPlaceholder) as refused:
        save_version(actor=lead, template=template, language="de", body="{iban}")
    assert refused.value.names == ("iban",)


def test_own_text_goes_before_the_general_one_of_the_same_key(lead):
    general = TextTemplateFactory(jobcenter=None, key="hallo", published="Für alle")
    own = take_over_text(actor=lead, template=general)
    again = take_over_text(actor=lead, template=general)

    assert (own, offered(lead)) == (again, [])  # nothing of its own is published yet
    publish_version(actor=lead, version=own.versions.get())
    assert offered(lead) == [("de", 1, "Für alle")]
    change_text(actor=lead, template=own, title="Hallo", is_active=False)
    assert offered(lead) == []


def test_key_is_taken_once_in_a_house(lead):
    begin_text(actor=lead, key="hallo", purpose=TextPurpose.MESSAGE, title="Hallo")

    with pytest.raises(KeyTaken):
        begin_text(actor=lead, key="hallo", purpose=TextPurpose.MESSAGE, title="Hallo noch einmal")


def test_only_leads_write_and_only_their_own(house, lead):
    worker = staff_actor(StaffMembershipFactory(jobcenter=house))
    own, general, foreign = (
        TextTemplateFactory(jobcenter=house),
        TextTemplateFactory(jobcenter=None),
        TextTemplateFactory(),
    )

    for actor, template in ((worker, own), (lead, general), (lead, foreign)):
        with pytest.raises(NotPermitted):
            save_version(actor=actor, template=template, language="de", body="x")
    assert offered(lead) == []
