"""The task list: all sections, how far each is, where to go on."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from msgspec.structs import replace

from applications.catalogue.before_start import expected_papers
from applications.catalogue.progress import SectionProgress, SectionState, came_up, progress
from applications.catalogue.structure import Page
from applications.catalogue.walk import find
from applications.domain.draft import carried_on, document_ids
from applications.domain.evidence import EvidenceCount, count_evidence
from applications.models import Draft
from applications.permissions.draft import may_discard
from applications.views.drafts import DraftMixin
from applications.views.grant import Grant
from applications.views.pages import counting_dates, last_hand, offers_to_secure, papers_to_come, secured_on, step_url
from portal.law.dates import BERLIN

BADGES = {
    SectionState.UNTOUCHED: ("info", ""),
    SectionState.PREFILLED: ("info", "edit"),
    SectionState.STARTED: ("info", "edit"),
    SectionState.INCOMPLETE: ("warning", "warning"),
    SectionState.DONE: ("success", "success"),
}


class TasksView(DraftMixin, View):
    """GET only."""

    shows = ()  # how far each section is, but no answer
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Sections with their state. A person in danger sees the phone number here, too."""
        course = self.course
        today = timezone.localdate(timezone=BERLIN)
        papers = count_evidence(course.claim(on=today), course.stored, document_ids(course.stored))
        known = progress(course.walked, course.stored, open_papers=papers.open)
        is_new = self.draft.version == 0
        sections = tuple(_as_begun(part, self.draft) for part in known if not part.is_held)
        new_pages = {} if is_new else came_up(course.walked, course.stored)
        last = find(course.walked, self.draft.last_step)
        open_section = next((part for part in sections if part.state is not SectionState.DONE), None)
        context: dict[str, Any] = {
            "draft": self.draft,
            "form": course.form,
            "tasks": [_line(self.draft.pk, part, papers, new_pages.get(part.section.key, 0)) for part in sections],
            "done": sum(part.state is SectionState.DONE for part in sections),
            "is_new": is_new,
            "came_up": sum(new_pages.values()),
            "papers": expected_papers(course.form) if is_new else None,
            "carried_on": carried_on(course.stored),
            "last_hand": last_hand(self.draft, self.actor),
            "continue_url": step_url(draft_id, (last or (open_section or sections[0]).first).slug),
            "grant": Grant() if course.form.confirms and course.granted_until is None else None,
            "is_urgent": bool((course.stored.get("urgent") or {}).get("dangers")),
            "may_discard": may_discard(actor=self.actor, draft=self.draft),
            "may_secure": offers_to_secure(self.actor, course, self.draft),
            **counting_dates(
                course.form,
                today,
                course.granted_until,
                is_correction=self.draft.is_correction,
                secured=secured_on(self.actor, course, self.draft),
            ),
        }
        return render(request, "applications/tasks.html", context)


def _as_begun(part: SectionProgress, draft: Draft) -> SectionProgress:
    """In a draft that nobody has saved yet all answers are from before: nothing is "done" that nobody has looked at.

    A correction begins with what was sent, as it was sent.
    """
    is_from_before = draft.version == 0 and carried_on(draft.answers) is not None and not draft.is_correction
    if is_from_before and part.state is not SectionState.UNTOUCHED:
        return replace(part, state=SectionState.PREFILLED)
    return part


def _line(draft_id: UUID, part: SectionProgress, papers: EvidenceCount, new_pages: int) -> dict[str, Any]:
    """One line: title, address, badge. Pages that another answer has made necessary are counted."""
    kind, icon = BADGES[part.state]
    state = _state(part)
    if new_pages:
        state = ngettext("%(number)s neue Seite", "%(number)s neue Seiten", new_pages) % {"number": new_pages}
    to_come = papers_to_come(papers) if part.first.page is Page.EVIDENCE else ""
    if to_come and part.state not in {SectionState.UNTOUCHED, SectionState.PREFILLED}:
        kind, icon, state = "info", "", to_come  # no warning: papers may follow when everything is sent
    return {
        "title": part.section.title,
        "url": step_url(draft_id, part.first.slug),
        "kind": kind,
        "icon": icon,
        "state": state,
    }


def _state(part: SectionProgress) -> str:
    """The state in words."""
    if part.state is SectionState.INCOMPLETE:
        return ngettext("%(number)s Angabe fehlt", "%(number)s Angaben fehlen", part.missing) % {"number": part.missing}
    names = {
        SectionState.UNTOUCHED: _("nicht begonnen"),
        SectionState.PREFILLED: _("vorausgefüllt, bitte prüfen"),
        SectionState.STARTED: _("angefangen"),
        SectionState.DONE: _("fertig"),
    }
    return names[part.state]
