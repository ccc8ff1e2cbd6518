"""Which texts of the office are offered for a purpose."""

from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from mailbox.models import TextVersion


def texts_for(jobcenter_id: UUID | None, purpose: str, *, language: str = "de") -> list[TextVersion]:
    """Return the newest published version of each text, by name; an office's own goes before everybody's. One SQL."""
    mine = Q(template__jobcenter__isnull=True)
    if jobcenter_id:
        mine |= Q(template__jobcenter_id=jobcenter_id)
    found = TextVersion.objects.filter(
        mine,
        template__purpose=purpose,
        template__is_active=True,
        language=language,
        published_at__lte=timezone.now(),
    ).select_related("template")
    newest: dict[str, TextVersion] = {}
    for version in found.order_by(F("template__jobcenter_id").asc(nulls_last=True), "-number"):
        newest.setdefault(version.template.key, version)
    return sorted(newest.values(), key=lambda version: version.template.title)
