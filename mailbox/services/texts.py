"""Write the texts of an office: a version is a draft until it is published, and never changes after that."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from mailbox.domain.texts import unknown_placeholders
from mailbox.enums import TextPurpose
from mailbox.errors import AlreadyPublished, KeyTaken, UnknownPlaceholder
from mailbox.events import TEXT_PUBLISHED, TEXT_SAVED
from mailbox.models import TextTemplate, TextVersion
from mailbox.permissions import may_change_text, may_write_texts
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor


@transaction.atomic
def begin_text(*, actor: Actor, key: str, purpose: TextPurpose, title: str) -> TextTemplate:
    """Make a text of the actor's jobcenter, without words yet. Raises NotPermitted, KeyTaken."""
    if not may_write_texts(actor):
        raise NotPermitted(None)
    try:
        with transaction.atomic():
            template = TextTemplate.objects.create(
                jobcenter_id=actor.jobcenter_id, key=key, purpose=purpose, title=title
            )
    except IntegrityError:
        raise KeyTaken from None
    record(actor, TEXT_SAVED, subject=template)
    return template


@transaction.atomic
def take_over_text(*, actor: Actor, template: TextTemplate) -> TextTemplate:
    """Make the jobcenter's own text of a general one, with its words as drafts; the same once it is there already.

    Raises NotPermitted.
    """
    if actor.jobcenter_id is None or not may_write_texts(actor):
        raise NotPermitted(None)
    own, created = TextTemplate.objects.get_or_create(
        jobcenter_id=actor.jobcenter_id,
        key=template.key,
        defaults={"purpose": template.purpose, "title": template.title},
    )
    if created:
        published = template.versions.filter(published_at__isnull=False).order_by("language", "-number")
        for version in published.distinct("language"):
            _new_version(actor, own, version.language, version.body)
        record(actor, TEXT_SAVED, subject=own)
    return own


@transaction.atomic
def change_text(*, actor: Actor, template: TextTemplate, title: str, is_active: bool) -> None:
    """Rename a text, offer it or not. Raises NotPermitted."""
    if not may_change_text(actor, template.jobcenter_id):
        raise NotPermitted(None)
    template.title, template.is_active = title, is_active
    template.save(update_fields=["title", "is_active"])
    record(actor, TEXT_SAVED, subject=template)


@transaction.atomic
def save_version(*, actor: Actor, template: TextTemplate, language: str, body: str) -> TextVersion:
    """Keep the words as the draft of the next version in this language; there is one draft at most.

    Raises NotPermitted, UnknownPlaceholder.
    """
    if not may_change_text(actor, template.jobcenter_id):
        raise NotPermitted(None)
    unknown = unknown_placeholders(body)
    if unknown:
        raise UnknownPlaceholder(unknown)
    TextTemplate.objects.select_for_update().get(pk=template.pk)  # two people do not make the same number
    draft = template.versions.filter(language=language, published_at__isnull=True).first()
    if draft is None:
        draft = _new_version(actor, template, language, body)
    else:
        draft.body, draft.author_id = body, actor.membership_id
        draft.save(update_fields=["body", "author"])
    record(actor, TEXT_SAVED, subject=template)
    return draft


@transaction.atomic
def publish_version(*, actor: Actor, version: TextVersion) -> TextVersion:
    """Put a draft into force: from now on it is offered, and never changes. Raises NotPermitted, AlreadyPublished."""
    locked = TextVersion.objects.select_for_update(of=("self",)).select_related("template").get(pk=version.pk)
    if not may_change_text(actor, locked.template.jobcenter_id):
        raise NotPermitted(None)
    if locked.published_at is not None:
        raise AlreadyPublished
    locked.published_at = timezone.now()
    locked.save(update_fields=["published_at"])
    record(actor, TEXT_PUBLISHED, subject=locked.template)
    return locked


def _new_version(actor: Actor, template: TextTemplate, language: str, body: str) -> TextVersion:
    latest = template.versions.filter(language=language).order_by("-number").values_list("number", flat=True).first()
    return TextVersion.objects.create(
        template=template, language=language, number=(latest or 0) + 1, body=body, author_id=actor.membership_id
    )
