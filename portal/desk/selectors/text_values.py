"""What the placeholders of a text stand for, in one conversation and for one writer."""

from typing import cast
from uuid import UUID

from django.utils import timezone

from mailbox.enums import Topic
from mailbox.models import Thread
from portal.accounts.models import StaffMembership
from portal.accounts.selectors import office_for_page
from portal.cases.models import Actor, Person
from portal.submissions.models import Submission
from portal.ui.formats import format_date


def values_for(actor: Actor, *, person: Person, topic: str, thread: Thread | None = None) -> dict[str, str]:
    """Return the words for `mailbox.domain.texts.PLACEHOLDERS`; "" for what is not known, and no deadline. Five SQL."""
    membership = StaffMembership.objects.select_related("team", "jobcenter").get(pk=cast("UUID", actor.membership_id))
    team, jobcenter = membership.team, membership.jobcenter
    submissions = Submission.objects.filter(case_id=person.case_id, person=person).order_by("-received_at")
    latest = thread.submission if thread and thread.submission else submissions.only("reference").first()
    office = office_for_page(jobcenter.pk)
    return {
        "name": person.name or "",
        "vorgang": latest.reference if latest else "",
        "thema": str(Topic(topic).label) if topic in Topic.values else "",
        "datum": format_date(timezone.localdate()),
        "jobcenter": jobcenter.name,
        "team": team.name if team else "",
        "bearbeitung": membership.display_name,
        "telefon": membership.phone or (team.phone if team else "") or jobcenter.phone,
        "sprechzeiten": membership.reachable or ("; ".join(office.hours) if office else ""),
    }
