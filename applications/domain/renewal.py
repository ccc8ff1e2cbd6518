"""What still holds when a renewal is begun: sections, the period that runs. Kept in the draft from then on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from applications.catalogue.carry import known_sections
from applications.catalogue.structure import ApplicationType, Section
from applications.catalogue.values import Stored
from applications.claim.effect import starts_after
from applications.domain.draft_answers import put_beside_answers
from applications.models import Draft, GrantPeriod
from applications.selectors.grant_period import RENEWAL
from applications.selectors.sent_before import Sent
from portal.law.dates import effective_from
from portal.law.parameter import find

GRANTED = "granted"


def what_holds_on(
    form: ApplicationType, answers: Mapping[str, Any], *, sent: Sequence[Sent], period: GrantPeriod | None, on: date
) -> Stored:
    """Say for a new draft what need not be asked: ``known``, sections that need only be confirmed.

    ``granted`` is the period that runs. ``answers`` are those the draft begins with, ``sent`` the newest first.
    """
    overtaken = {section.key for section in form.sections if _is_overtaken(section, sent, period, on)}
    held: Stored = {"known": [key for key in known_sections(form, answers) if key not in overtaken]}
    if period is not None:
        held[GRANTED] = _days(period)
    return held


def tell_begun_renewals(period: GrantPeriod) -> None:
    """Put a period that staff have just entered into the renewal that was begun in its case and is not sent yet.

    Else it would go on saying that the end is not known, and from when it counts would be told wrongly. Only the period
    changes: no page that was filled in is asked for anew. Call it in a transaction.
    """
    begun = Draft.objects.filter(case_id=period.case_id, form_key=RENEWAL, cleared_at__isnull=True)
    for draft in begun.select_for_update().order_by("pk"):
        put_beside_answers(draft=draft, key=GRANTED, value=_days(period))


def _days(period: GrantPeriod) -> dict[str, str]:
    return {"from": period.starts_on.isoformat(), "until": period.ends_on.isoformat()}


def _is_overtaken(section: Section, sent: Sequence[Sent], period: GrantPeriod | None, on: date) -> bool:
    """Whether the section was last told under another law than the one the next period falls under.

    A period that began under today's law was decided by it, so what it rests on was told for it (§ 65a(1) SGB II).
    """
    law = section.holding.law if section.holding else ""
    begins = starts_after(period.ends_on if period else None, effective_from(on))
    version = find(law, begins) if law else None
    if version is None:
        return False
    told = max((each.received_on for each in sent if each.answers.get(section.key)), default=date.min)
    return max(told, period.starts_on if period else date.min) < version.valid_from
