"""What the person has sent before, with the day and the papers: what a new form need not ask again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from msgspec import Struct

from applications.claim.model import Claim, PaperOnFile
from applications.models import Application
from applications.selectors.application import applications_visible_to, claim_of
from portal.cases.models import Actor
from portal.documents.models import Document
from portal.law.dates import day_of

LOOKED_AT = 20  # submissions; each is opened


class Sent(Struct, frozen=True):
    """One submission: the day in Germany, the answers as they were typed, the papers that came with it.

    ``lay_there``: the papers that counted as in the file when it was sent. ``application``: what it became.
    """

    received_on: date
    answers: Mapping[str, Any]
    papers: tuple[PaperOnFile, ...] = ()
    lay_there: tuple[PaperOnFile, ...] = ()
    application: UUID | None = None

    @property
    def all_papers(self) -> tuple[PaperOnFile, ...]:
        """Everything that is there since it was sent."""
        return (*self.papers, *self.lay_there)


def sent_before(actor: Actor, person_id: UUID, matter: Collection[UUID] = ()) -> list[Sent]:
    """Return the person's last submissions, the newest first. At most two SQL.

    Those that ``actor`` may read, and those of the ``matter`` that is followed up, whoever fills in for the person.
    """
    found = applications_visible_to(actor).filter(person_id=person_id)
    if matter:
        found = Application.objects.filter(Q(pk__in=found.values("pk")) | Q(pk__in=matter), person_id=person_id)
    newest = found.select_related("submission", "sent_answers").order_by("-received_at", "-id")[:LOOKED_AT]
    return [
        Sent(
            received_on=day_of(application.received_at),
            answers=application.sent_answers.answers if hasattr(application, "sent_answers") else {},
            papers=papers,
            lay_there=tuple(_lay_there(application, claim)),
            application=application.pk,
        )
        for application, claim, papers in with_papers(list(newest))
    ]


def with_papers(
    applications: Sequence[Application],
) -> Iterator[tuple[Application, Claim | None, tuple[PaperOnFile, ...]]]:
    """Yield each with its claim and the papers that came with it, since that day. One SQL.

    A promise is no paper, and what is of no use is none either: a file that is gone, could not be accepted or was
    judged unusable.
    """
    handed_in = Document.objects.usable().filter(
        case_id__in={application.case_id for application in applications}, handed_in_at__isnull=False
    )
    usable = {str(pk) for pk in handed_in.values_list("pk", flat=True)}
    for application in applications:
        claim = claim_of(application)
        papers = tuple(
            PaperOnFile(
                document_class=entry.document_class,
                person_id=entry.person_id,
                item_id=entry.item_id,
                received_on=day_of(application.received_at),
            )
            for entry in (claim.evidence if claim else ())
            if any(file.id in usable for file in entry.documents)
        )
        yield application, claim, papers


def _lay_there(application: Application, claim: Claim | None) -> Iterator[PaperOnFile]:
    """What counted then. What is added or corrected rests on what lay there for the first, and on its papers."""
    if claim is None or claim.supplement is not None or application.is_correction:
        return
    on = claim.application_date
    yield from (paper for paper in claim.on_file if paper.counts and not (on and paper.until and paper.until < on))
