"""Reads of the texts of an office: what is offered, and what is being written."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils import timezone

from mailbox.enums import TextPurpose
from mailbox.models import TextTemplate, TextVersion
from portal.cases.models import Actor


def texts_visible_to(actor: Actor) -> QuerySet[TextTemplate]:
    """Return the texts of all and those of the actor's jobcenter, with their versions; for citizens none."""
    if actor.is_citizen:
        return TextTemplate.objects.none()
    versions = Prefetch("versions", TextVersion.objects.select_related("author").order_by("language", "-number"))
    of_house = Q() if actor.is_system else Q(jobcenter__isnull=True) | Q(jobcenter_id=actor.jobcenter_id)
    return TextTemplate.objects.filter(of_house).prefetch_related(versions).order_by("purpose", "title", "pk")


def texts_in_use(actor: Actor, purpose: TextPurpose) -> list[TextVersion]:
    """Return the newest published version of each text of this purpose, one for each language, by name. Two SQL.

    A text of the own jobcenter goes before the general one of the same key, and hides it when it is not offered.
    """
    return newest_versions(own_before_general(texts_visible_to(actor).filter(purpose=purpose)))


def text_in_force(jobcenter_id: UUID | None, purpose: TextPurpose, language: str) -> TextVersion | None:
    """Return the newest published text of this purpose: the jobcenter's own before the general one. Two SQL at most."""
    published = TextVersion.objects.filter(
        template__purpose=purpose, template__is_active=True, language=language, published_at__lte=timezone.now()
    ).order_by("-published_at", F("number").desc())
    own = published.filter(template__jobcenter_id=jobcenter_id).first() if jobcenter_id is not None else None
    return own or published.filter(template__jobcenter__isnull=True).first()


def own_before_general(templates: Iterable[TextTemplate]) -> list[TextTemplate]:
    """Return each key once: the house's own text where there is one."""
    found = list(templates)
    own = {template.key for template in found if template.jobcenter_id is not None}
    return [template for template in found if template.jobcenter_id is not None or template.key not in own]


def newest_versions(templates: Iterable[TextTemplate]) -> list[TextVersion]:
    """Return what is in force of those that are offered, by name and language; of prefetched versions, no query."""
    newest: dict[tuple[UUID, str], TextVersion] = {}
    for template in templates:
        for version in template.versions.all() if template.is_active else ():
            known = newest.get((template.pk, version.language))
            if version.published_at is not None and (known is None or known.number < version.number):
                version.template = template
                newest[template.pk, version.language] = version
    return sorted(newest.values(), key=lambda version: (version.template.title, version.language))
