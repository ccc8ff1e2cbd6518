"""What a receipt says about an application: every answer as it was shown, whom it is for, what it means."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.catalogue.progress import missing_in
from applications.catalogue.summary import SummaryEntry, SummarySection, summarise
from applications.claim.effect import counts_from
from applications.claim.model import Claim
from applications.domain.draft import Course
from applications.domain.evidence import EvidenceLine
from applications.models import Application
from portal.law.dates import day_of
from portal.submissions.models.content import Entry, Group, Section, SubmissionContent
from portal.ui.formats import format_date


def receipt_content(
    course: Course,
    claim: Claim,
    lines: Sequence[EvidenceLine],
    received_at: datetime,
    *,
    name: str,
    corrects: Application | None = None,
) -> SubmissionContent:
    """Everything the receipt prints. `received_at` decides from when it counts, unless an earlier date holds on.

    `name` is the applicant's, asked by this form or known from before; `corrects` is what was sent before.
    """
    sections = [_section(part) for part in summarise(course.walked, course.stored, course.people)]
    papers = tuple(
        Entry(label=line.title, value=line.words, place=f"evidence.{line.key}")
        for line in lines
        if line.is_settled or line.item.required
    )
    if course.form.asks_for_papers:
        sections.append(Section(title=_("Unterlagen"), entries=papers))
    return SubmissionContent(
        sections=tuple(sections),
        applicant=name,
        for_whom=for_whom(claim, name),
        statements=tuple(_statements(course, claim, received_at, corrects)),
        open_points=tuple(open_points(course, lines)),
    )


def for_whom(claim: Claim, name: str) -> str:
    """One line that may be shown to others: the applicant by name, the rest as a number."""
    name = name or _("antragstellende Person")
    others = len(claim.household.members)
    if not others:
        return name
    words = ngettext("%(name)s und %(number)s weitere Person", "%(name)s und %(number)s weitere Personen", others)
    return words % {"name": name, "number": others}


def _statements(course: Course, claim: Claim, received_at: datetime, corrects: Application | None) -> Iterator[str]:
    """What the receipt says in so many words."""
    if corrects is not None:
        yield _(
            "Das ist eine Berichtigung zum Vorgang %(reference)s. Was Sie früher geschickt haben, bleibt erhalten, "
            "auch das Eingangsdatum."
        ) % {"reference": corrects.submission.reference}
    if claim.counts_from_first:
        sent_on = day_of(received_at)
        counts_on = min(sent_on, course.secured_on or sent_on)
        if course.secured_on is not None:
            yield _("Ihr Antrag vom %(day)s zählt weiter.") % {"day": format_date(counts_on)}
        start = format_date(counts_from(claim, counts_on))
        yield _("Ihr Antrag gilt ab dem %(date)s (§ 37 Abs. 2 SGB II).") % {"date": start}
    if course.form.statements is not None:
        yield from (str(words) for words in course.form.statements(course.answers))


def open_points(course: Course, lines: Sequence[EvidenceLine]) -> list[str]:
    """What can still follow: papers by name, unanswered questions by section."""
    points = [line.title for line in lines if line.item.required and not line.documents]
    missing: dict[str, int] = {}
    for instance in course.walked:
        title = str(instance.section.title)
        missing[title] = missing.get(title, 0) + len(missing_in(instance, course.stored))
    for title, number in missing.items():
        if number:
            words = ngettext("%(title)s: %(number)s Angabe fehlt", "%(title)s: %(number)s Angaben fehlen", number)
            points.append(words % {"title": title, "number": number})
    return points


def _section(part: SummarySection) -> Section:
    """Answers about the applicant and the household first, then a group for each person and thing."""
    return Section(
        title=str(part.section.title),
        entries=tuple(_entry(entry) for block in part.blocks if not block.is_item for entry in block.entries),
        groups=tuple(
            Group(title=block.title, entries=tuple(_entry(entry) for entry in block.entries))
            for block in part.blocks
            if block.is_item
        ),
    )


def _entry(entry: SummaryEntry) -> Entry:
    return Entry(label=str(entry.label), value=entry.value, place=entry.address)
