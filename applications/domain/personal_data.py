"""What drafts and applications hold of a person, how it is handed out and how long it is kept.

Of the automatic checks the copy holds what the person is shown, in the same words. Notes among colleagues are left out
here; the person may look at them in the file itself (§ 25 SGB X).
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.catalogue.summary import SummaryBlock, SummarySection, summarise
from applications.domain.draft import Course, course_of
from applications.domain.status_texts import status_text
from applications.models import (
    Application,
    Draft,
    Finding,
    GrantPeriod,
    OwnPartReply,
    RequestAnswer,
    SentAnswers,
    StatusChange,
    Withdrawal,
)
from applications.selectors.application import applications_visible_to, timeline, told_claimant
from applications.selectors.consent import answers_to
from applications.selectors.draft import drafts_visible_to
from applications.selectors.grant_period import grant_periods_visible_to
from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors import actor_concerned, own_persons
from portal.ui.formats import format_date, format_moment


def export_drafts(user_id: UUID) -> Exported:
    """What the person has filled in and not sent, as questions and answers."""
    actor = actor_concerned(user_id, purpose="data_copy")
    own = drafts_visible_to(actor).filter(person__in=own_persons(actor), cleared_at__isnull=True)
    found = [(draft, course_of(draft)) for draft in own.order_by("created_at", "id")]
    return Exported(
        records=tuple(_draft_record(draft, course) for draft, course in found),
        data=[
            {
                "form": {"key": draft.form_key, "version": draft.catalogue_version},
                "created_at": draft.created_at,
                "updated_at": draft.updated_at,
                "expires_at": draft.expires_at,
                "answers": draft.answers,
            }
            for draft, _course in found
        ],
    )


def export_applications(user_id: UUID) -> Exported:
    """How the person's applications stand and stood, and what the checks have asked her."""
    actor = actor_concerned(user_id, purpose="data_copy")
    own = (
        applications_visible_to(actor)
        .filter(person__in=own_persons(actor))
        .select_related("submission", "sent_answers")
        .prefetch_related("withdrawals__submission")
    )
    found = list(own.order_by("received_at", "id"))
    return Exported(
        records=tuple(_application_record(application) for application in found),
        data=[_application_data(application) for application in found],
    )


def export_grant_periods(user_id: UUID) -> Exported:
    """For how long money was granted, as the jobcenter has entered it: the latest entry counts."""
    actor = actor_concerned(user_id, purpose="data_copy")
    own = grant_periods_visible_to(actor).filter(case__persons__in=own_persons(actor)).distinct()
    periods = list(own)
    lines = tuple(
        _("Bewilligt von %(first)s bis %(last)s, eingetragen am %(day)s")
        % {
            "first": format_date(period.starts_on),
            "last": format_date(period.ends_on),
            "day": format_date(period.entered_at),
        }
        for period in periods
    )
    return Exported(
        records=(Record(title=_("Bewilligungszeitraum"), lines=lines),) if lines else (),
        data=[
            {
                "starts_on": period.starts_on,
                "ends_on": period.ends_on,
                "entered_at": period.entered_at,
                "reminded_at": period.reminded_at,
            }
            for period in periods
        ],
    )


def export_own_part(user_id: UUID) -> Exported:
    """What the person has said about the own part of somebody else's application, and about own post."""
    persons = own_persons(actor_concerned(user_id, purpose="data_copy"))
    replies = list(OwnPartReply.objects.filter(person__in=persons).order_by("created_at"))
    wanting = [person for person in persons if person.wants_own_post_since]
    said = tuple(f"{format_moment(each.created_at)}: {_said(each)}" for each in replies)
    wished = tuple(
        _("Eigene Post gewünscht am %(day)s. %(way)s")
        % {"day": format_date(person.wants_own_post_since), "way": person.safe_contact or ""}
        for person in wanting
        if person.wants_own_post_since
    )
    return Exported(
        records=(Record(title=_("Ihr Teil in einem Antrag"), lines=(*said, *wished)),) if said or wished else (),
        data=[
            *({"at": each.created_at, "agrees": each.agrees, "remark": each.remark} for each in replies),
            *(
                {"wants_own_post_since": person.wants_own_post_since, "safe_contact": person.safe_contact}
                for person in wanting
            ),
        ],
    )


def _said(reply: OwnPartReply) -> str:
    return _("Das stimmt so") if reply.agrees else _("Etwas stimmt nicht: %(remark)s") % {"remark": reply.remark}


def _draft_record(draft: Draft, course: Course) -> Record:
    facts = (
        (_("Begonnen"), format_moment(draft.created_at)),
        (_("Zuletzt gespeichert"), format_moment(draft.updated_at)),
        (_("Wird gelöscht am"), format_date(draft.expires_at)),
    )
    sections = summarise(course.walked, course.stored, course.people)
    return Record(
        title=_("%(form)s, nicht abgeschickt") % {"form": course.form.title},
        facts=facts,
        records=tuple(_section(section) for section in sections),
    )


def _section(part: SummarySection) -> Record:
    return Record(title=str(part.section.title), records=tuple(_block(block) for block in part.blocks))


def _block(block: SummaryBlock) -> Record:
    facts = ((str(entry.label), entry.value or _("nicht beantwortet")) for entry in block.entries)
    return Record(title=block.title, facts=tuple(facts))


def _application_record(application: Application) -> Record:
    told = told_claimant(application)
    status = _status(application, application.status)
    facts = [(_("Stand"), status), (_("Eingegangen"), format_moment(application.received_at))]
    if application.effective_from:
        facts.append((_("Gilt ab"), format_date(application.effective_from)))
    answers = tuple(_answered(each) for each in answers_to(application))
    changes = tuple(
        f"{format_moment(each.at)}: {_status(application, each.to_status)}" for each in timeline(application)
    )
    taken_back = tuple(
        _("%(at)s: Rücknahme erklärt (%(reference)s)")
        % {"at": format_moment(each.at), "reference": each.submission.reference}
        for each in application.withdrawals.all()
    )
    inside = (
        Record(title=_("Verlauf"), lines=(*changes, *taken_back)),
        Record(title=_("Unsere Antworten"), lines=answers),
        Record(title=_("Fragen und Hinweise aus der automatischen Prüfung"), lines=tuple(told.questions)),
        Record(title=_("Unterlagen, die fehlen"), lines=tuple(told.papers)),
    )
    title = f"{application.submission.title} ({application.submission.reference})"
    return Record(title=title, facts=tuple(facts), records=tuple(record for record in inside if record.lines))


def _answered(answer: RequestAnswer) -> str:
    said = f"{format_moment(answer.at)}: {answer.get_verdict_display()}"
    return f"{said}. {answer.text}" if answer.text else said


def _application_data(application: Application) -> dict[str, Any]:
    told = told_claimant(application)
    return {
        "reference": application.submission.reference,
        "status": application.status,
        "effective_from": application.effective_from,
        "received_at": application.received_at,
        "history": [{"at": each.at, "status": each.to_status} for each in timeline(application)],
        "office_answers": [
            {"at": each.at, "verdict": each.verdict, "text": each.text} for each in answers_to(application)
        ],
        "questions": told.questions,
        "missing_papers": told.papers,
        "withdrawals": [
            {"at": each.at, "reference": each.submission.reference, "waits_for": each.waits_for}
            for each in application.withdrawals.all()
        ],
        "answers": application.sent_answers.answers if hasattr(application, "sent_answers") else {},
    }


def _status(application: Application, value: str) -> str:
    return str(status_text(value, application.submission.kind).shown_as)


PARTS = (
    ExportPart(
        key="drafts", title=gettext_lazy("Was Sie noch nicht abgeschickt haben"), models=(Draft,), collect=export_drafts
    ),
    ExportPart(
        key="applications",
        title=gettext_lazy("Wie es um Ihre Anträge steht"),
        models=(Application, SentAnswers, StatusChange, Finding, RequestAnswer, Withdrawal),
        collect=export_applications,
    ),
    ExportPart(
        key="grant_periods",
        title=gettext_lazy("Wie lange Ihr Geld bewilligt ist"),
        models=(GrantPeriod,),
        collect=export_grant_periods,
    ),
    ExportPart(
        key="own_part",
        title=gettext_lazy("Was Sie zu Ihrem Teil eines Antrags gesagt haben"),
        models=(OwnPartReply,),
        collect=export_own_part,
    ),
)
RULES = (
    RetentionRule(
        key="drafts",
        what=gettext_lazy("Was Sie ausgefüllt und nicht abgeschickt haben, mit den Unterlagen dazu"),
        kept=gettext_lazy("%(figure)s Tage, nachdem Sie zuletzt gespeichert haben"),
        why=gettext_lazy("Damit Sie später weiterschreiben können. Das Jobcenter sieht es nicht."),
        basis=gettext_lazy("§ 84 SGB X, Artikel 17 DSGVO"),
        models=(Draft,),
        figure="retention.unsubmitted_draft_days",
        ends_with_account=True,
    ),
    kept_with_case(
        "applications",
        gettext_lazy("Die Bearbeitung Ihrer Anträge: Stand, Fragen der automatischen Prüfung, Vermerke"),
        Application,
        SentAnswers,
        StatusChange,
        Finding,
        OwnPartReply,
        RequestAnswer,
        GrantPeriod,
        Withdrawal,
    ),
)
