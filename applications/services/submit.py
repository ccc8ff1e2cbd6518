"""Send a draft: from this moment it counts."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.catalogue.compose import compose
from applications.catalogue.continuing import form_continuing
from applications.catalogue.values import Stored
from applications.claim.household import presumed_unit
from applications.claim.model import Claim
from applications.domain.application import register_application
from applications.domain.before_sending import responsible_jobcenter
from applications.domain.draft import Course, course_of, document_ids
from applications.domain.draft_answers import clear_answers
from applications.domain.evidence import evidence_lines, references, sent_by_helpers
from applications.domain.on_file import papers_now
from applications.domain.receipt_content import receipt_content
from applications.enums import FormKind
from applications.errors import DraftClosed, NotAllowed
from applications.models import Application, Draft
from applications.permissions.draft import may_send
from applications.selectors.continuing import application_to_continue
from applications.selectors.matter import ids_of_matter
from applications.selectors.sent_before import sent_before
from mailbox.selectors import apart_from_postbox
from portal.cases.models import Actor, Case, Person, system_actor
from portal.cases.services import PersonDetails, admit_case, enter_members, keep_contact_address, name_persons
from portal.documents.models import Document
from portal.documents.selectors import by_every_id, usable_documents
from portal.law.dates import day_of
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission

KINDS = {
    FormKind.APPLICATION: SubmissionKind.APPLICATION,
    FormKind.NOTICE: SubmissionKind.CHANGE_NOTICE,
    FormKind.REQUEST: SubmissionKind.MESSAGE,
}


@transaction.atomic
def submit_draft(*, actor: Actor, draft: Draft, stepped_up: bool = False) -> Submission:
    """Hand the draft in as it is, complete or not, and return the receipt's submission.

    In one transaction: the case opens with the jobcenter of the postcode (unknown or ambiguous: clearing list), the
    presumed members of the Bedarfsgemeinschaft enter the person index, submission, files, receipt row and application
    are stored, their facts published, the answers cleared. ``stepped_up``: the person has just proved once more who
    they are; what a helper proves says nothing about the person (BANK-06). Sending again returns the same submission.
    Raises NotAllowed, DraftClosed (expired) and DocumentNotThere (a file was removed in another window just now).
    """
    if not may_send(actor=actor, draft=draft):
        raise NotAllowed
    locked = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("case", "person", "submission", "follows__submission")
        .get(pk=draft.pk)
    )
    if locked.submission is not None:
        return locked.submission
    if not locked.is_open:
        raise DraftClosed
    now = timezone.now()
    _find_what_it_continues(locked)
    course = course_of(locked, over=_papers_there(locked, now))
    documents = by_every_id(apart_from_postbox(usable_documents(actor, case_id=locked.case_id)).with_parts())
    claim = course.claim(received_at=now, documents=references(documents))
    if locked.is_correction:  # what it corrects counts from when that came in
        claim = claim.model_copy(update={"counts_from_first": False})
    submission = _hand_in(
        actor, locked, course, claim, documents, now, stepped_up=stepped_up and actor.acting_for is None
    )
    locked.submission = submission
    locked.submitted_at = submission.received_at
    clear_answers(draft=locked, at=now)
    return submission


def _hand_in(
    actor: Actor,
    draft: Draft,
    course: Course,
    claim: Claim,
    documents: Mapping[str, Document],
    now: datetime,
    *,
    stepped_up: bool,
) -> Submission:
    """Open the case, name the person, receive, register."""
    case = admit_case(actor=actor, case=draft.case, jobcenter=responsible_jobcenter(claim), at=now)
    person = draft.person
    _name_household(actor, case, person, claim, now)
    lines = evidence_lines(claim, course.counted, documents, course.people)
    submission = receive_submission(
        actor=actor,
        kind=KINDS[course.form.kind],
        title=_title(draft, course),
        case=case,
        person=person,
        content=receipt_content(course, claim, lines, now, name=person.name, corrects=_corrected(draft)),
        data=claim.model_dump(mode="json"),
        document_ids=_handed_in(course, documents),
        token=draft.pk,
        form_key=course.form.key,
        form_version="+".join(part for part in (course.form.version, course.form.overlay_version) if part),
        received_at=now,
        stepped_up=stepped_up,
    )
    application = register_application(
        submission=submission,
        case=case,
        person=person,
        claim=claim,
        course=course,
        at=now,
        follows=draft.follows,
        is_correction=_corrected(draft) is not None,
    )
    _tell_drafts_of(application)
    return submission


def _corrected(draft: Draft) -> Application | None:
    return draft.follows if draft.is_correction else None


def _title(draft: Draft, course: Course) -> str:
    title = str(course.form.title)
    return _("Berichtigung: %(title)s") % {"title": title} if _corrected(draft) else title


def _find_what_it_continues(draft: Draft) -> None:
    """A short application that came in while this draft was open gives it its date, whoever began which first."""
    if draft.follows is None:
        form = compose(draft.form_key, draft.catalogue_version, draft.overlay_version)
        draft.follows = application_to_continue(draft.case_id, draft.person_id, form)


def _papers_there(draft: Draft, now: datetime) -> Stored:
    """The papers as they lie in the file now: what came to the same matter while the draft was open is there, too.

    For the office, whoever sends it. No SQL for a draft that follows nothing.
    """
    form = compose(draft.form_key, draft.catalogue_version, draft.overlay_version)
    if draft.follows is None or not form.asks_for_papers:
        return {}
    matter = ids_of_matter(draft.follows)
    sent = sent_before(system_actor("applications.submit"), draft.person_id, matter)
    return papers_now(form, draft.answers, sent=sent, on=day_of(now), matter=matter)


def _tell_drafts_of(application: Application) -> None:
    """The whole application that lies open goes on with the short one just sent: its pages say so."""
    form = form_continuing(application.form_key)
    if form is not None:
        waiting = Draft.objects.filter(case_id=application.case_id, form_key=form.key, cleared_at__isnull=True)
        waiting.filter(person_id=application.person_id, follows=None).update(follows=application)


def _handed_in(course: Course, documents: Mapping[str, Document]) -> list[UUID]:
    """The files that go with it: those of the page of papers, in its order, then what helpers have sent besides."""
    if not course.form.asks_for_papers:
        return []
    chosen = [documents[key].pk for key in document_ids(course.counted) if key in documents]
    return [*chosen, *(document.pk for document in sent_by_helpers(course.stored, documents))]


def _name_household(actor: Actor, case: Case, person: Person, claim: Claim, now: datetime) -> None:
    """The applicant and the presumed members of the Bedarfsgemeinschaft become persons that staff can find."""
    applicant = claim.applicant
    members = {
        member.id: PersonDetails(name=member.display_name, birth_date=member.birth_date)
        for member in presumed_unit(claim, day_of(now))
        if member.id != applicant.id and member.display_name
    }
    persons = enter_members(actor=actor, case=case, answer_ids=members)
    details = {persons[key]: named for key, named in members.items()}
    details[person] = PersonDetails(
        name=applicant.display_name, birth_date=applicant.birth_date, phone=claim.contact.phone or ""
    )
    name_persons(actor=actor, case=case, details=details)
    # Somebody in danger may not be alone with her mailbox: no e-mail to an address nobody has confirmed.
    keep_contact_address(
        actor=actor, case=case, person=person, email="" if claim.urgency.violence else claim.contact.email or ""
    )
