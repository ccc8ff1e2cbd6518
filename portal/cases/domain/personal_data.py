"""What a case holds of a person, who may act for her, who has looked; how it is handed out and how long it is kept.

Of others in the household only what the applicant has entered is shown, and only to the applicant.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.audit.models import ActorKey, AuditEvent
from portal.audit.models.personal_data import Exported, ExportPart, Record, RetentionRule
from portal.cases.enums import STAFF_ROLES, Role, Scope
from portal.cases.models import (
    AccessLetter,
    Case,
    CaseStatusChange,
    Invitation,
    JobcenterChange,
    Person,
    PersonIndex,
    Standing,
)
from portal.cases.models.retention import kept_with_case
from portal.cases.selectors.own import actor_concerned, own_persons
from portal.cases.selectors.own_post import events_to_show
from portal.ui.formats import format_date, format_moment

PURPOSE = "data_copy"
WHO = {
    Role.CLAIMANT: gettext_lazy("eine andere Person Ihres Haushalts"),
    Role.MEMBER: gettext_lazy("eine andere Person Ihres Haushalts"),
    Role.HELPER: gettext_lazy("eine Person, die Ihnen hilft"),
    Role.ADVISER: gettext_lazy("Beratungsstelle oder Maßnahmeträger"),
    Role.REPRESENTATIVE: gettext_lazy("bevollmächtigte Person"),
    Role.GUARDIAN: gettext_lazy("rechtliche Betreuung oder Vertretung"),
    Role.GUEST: gettext_lazy("jemand ohne Konto, mit Code"),
    Role.CASEWORKER: gettext_lazy("Sachbearbeitung"),
    Role.TEAM_LEAD: gettext_lazy("Teamleitung"),
    Role.ADMINISTRATOR: gettext_lazy("Verwaltung des Portals"),
}
MAY = {
    Scope.FILL_IN: gettext_lazy("ausfüllen und Angaben lesen"),
    Scope.SEND: gettext_lazy("absenden"),
    Scope.UPLOAD: gettext_lazy("Unterlagen hochladen"),
    Scope.READ_POSTBOX: gettext_lazy("Postfach lesen"),
    Scope.READ_DECISIONS: gettext_lazy("Bescheide und Stand lesen"),
    Scope.APPOINTMENTS: gettext_lazy("Termine"),
    Scope.OWN_PART: gettext_lazy("eigene Angaben sehen und bestätigen"),
}


def export_cases(user_id: UUID) -> Exported:
    """The own cases, the own person in each, and the names that the applicant has given of others."""
    persons = _persons(user_id)
    others = _others(persons)
    return Exported(
        records=tuple(_case_record(person, others.get(person.case_id, [])) for person in persons),
        data=[_case_data(person, others.get(person.case_id, [])) for person in persons],
    )


def export_standings(user_id: UUID) -> Exported:
    """Who may or might act for the person, by the name she gave; for how many others the account may act, unnamed."""
    persons = _persons(user_id)
    for_me = Q(person__in=persons) | Q(person=None, case__in=[person.case_id for person in persons])
    granted = list(Standing.objects.filter(for_me).exclude(user_id=user_id).order_by("created_at"))
    held = list(Standing.objects.filter(user_id=user_id).of_others().order_by("created_at"))
    asked = list(Invitation.objects.filter(created_by_user_id=user_id).order_by("created_at"))
    groups = (
        (_("Wer für Sie handeln darf oder durfte"), [_standing_line(each, each.holder_name) for each in granted]),
        (_("Für wie viele andere Sie handeln dürfen oder durften"), [_standing_line(each) for each in held]),
        (_("Ihre Einladungen und Anfragen"), [_invitation_line(each) for each in asked]),
    )
    return Exported(
        records=tuple(Record(title=title, lines=tuple(lines)) for title, lines in groups if lines),
        data={
            "for_me": [_standing_data(standing) | {"name": standing.holder_name or ""} for standing in granted],
            "held_by_me": [_standing_data(standing) for standing in held],
            "invitations": [_invitation_data(invitation) for invitation in asked],
        },
    )


def export_access(user_id: UUID) -> Exported:
    """Who else has looked at or changed the own cases: function, time, purpose; the newest first. Names nobody."""
    persons = _persons(user_id)
    own = ActorKey.objects.filter(user_id=user_id).values_list("key", flat=True)
    mine = set(own)
    found = [
        event
        for person in persons
        for event in events_to_show(person)
        if event.role != Role.SYSTEM and (event.actor_key not in mine or event.role in STAFF_ROLES)
    ]
    lines = tuple(_event_line(event) for event in found)
    return Exported(
        records=(Record(title=_("Zugriffe"), lines=lines),) if lines else (),
        data=[{"at": event.at, "role": event.role, "event": event.event, "purpose": event.purpose} for event in found],
    )


def export_letters(user_id: UUID) -> Exported:
    """The access letters that the office has printed for the person: when, on which kind of ID. Never the code."""
    letters = list(AccessLetter.objects.filter(person__in=_persons(user_id)).order_by("printed_at"))
    lines = tuple(_letter_line(letter) for letter in letters)
    return Exported(
        records=(Record(title=_("Zugangsbriefe"), lines=lines),) if lines else (),
        data=[
            {
                "printed_at": letter.printed_at,
                "expires_at": letter.expires_at,
                "identity_document": letter.identity_document,
                "status": letter.status,
            }
            for letter in letters
        ],
    )


def _letter_line(letter: AccessLetter) -> str:
    return _("gedruckt am %(moment)s, gezeigter Ausweis: %(kind)s, %(state)s") % {
        "moment": format_moment(letter.printed_at),
        "kind": letter.get_identity_document_display(),
        "state": letter.get_status_display(),
    }


def _persons(user_id: UUID) -> list[Person]:
    actor = actor_concerned(user_id, purpose=PURPOSE)
    return list(own_persons(actor).select_related("case__jobcenter", "index").order_by("created_at"))


def _others(persons: Iterable[Person]) -> dict[UUID, list[Person]]:
    """Other persons by case, where the own person is the applicant: she has entered them. One query."""
    entered = Person.objects.filter(case__in=[person.case_id for person in persons if person.is_applicant])
    others: dict[UUID, list[Person]] = {}
    for other in entered.exclude(pk__in=[person.pk for person in persons]).exclude(answer_id=""):
        others.setdefault(other.case_id, []).append(other)
    return others


def _index(person: Person) -> PersonIndex | None:
    return getattr(person, "index", None)


def _case_record(person: Person, others: list[Person]) -> Record:
    case, index, prefers = person.case, _index(person), person.prefers_personal_since
    facts = [(_("Stand"), case.get_status_display()), (_("Angelegt am"), format_moment(case.created_at))]
    facts += [
        (label, value)
        for label, value in (
            (_("Jobcenter"), case.jobcenter.name if case.jobcenter else ""),
            (_("Nummer der Bedarfsgemeinschaft"), case.household_number or ""),
            (_("Eröffnet"), format_moment(case.opened_at) if case.opened_at else ""),
            (_("Beendet"), format_moment(case.closed_at) if case.closed_at else ""),
            (_("Ihr Name"), person.name),
            (_("Sie sprechen am besten"), str(person.get_language_display())),
            (_("Sie sprechen lieber persönlich, seit"), format_moment(prefers) if prefers else ""),
            (_("Geburtsdatum zur Suche"), format_date(index.birth_date) if index and index.birth_date else ""),
            (_("Telefon zur Suche"), index.contact_phone if index else ""),
            (_("Weitere Personen, die Sie angegeben haben"), ", ".join(other.name for other in others if other.name)),
        )
        if value
    ]
    title = _("Fall %(number)s") % {"number": case.number} if case.number else _("Fall ohne Nummer")
    return Record(title=title, facts=tuple(facts))


def _case_data(person: Person, others: list[Person]) -> dict[str, Any]:
    case, index = person.case, _index(person)
    return {
        "id": case.pk,
        "status": case.status,
        "number": case.number,
        "household_number": case.household_number,
        "jobcenter": case.jobcenter.name if case.jobcenter else None,
        "created_at": case.created_at,
        "opened_at": case.opened_at,
        "closed_at": case.closed_at,
        "person": {
            "id": person.pk,
            "name": person.name,
            "is_applicant": person.is_applicant,
            "language": person.language,
            "prefers_personal_since": person.prefers_personal_since,
            "birth_date": index.birth_date if index else None,
            "phone": index.contact_phone if index else "",
        },
        "entered_persons": [{"name": other.name} for other in others],
    }


def _invitation_line(invitation: Invitation) -> str:
    return _("%(what)s vom %(date)s, %(name)s: %(state)s") % {
        "what": invitation.get_kind_display(),
        "date": format_date(invitation.created_at),
        "name": invitation.invitee_name or _("kein Name angegeben"),
        "state": invitation.get_status_display(),
    }


def _invitation_data(invitation: Invitation) -> dict[str, Any]:
    return {
        "side": invitation.side,
        "kind": invitation.kind,
        "scopes": invitation.scopes,
        "name": invitation.invitee_name,
        "status": invitation.status,
        "created_at": invitation.created_at,
        "expires_at": invitation.expires_at,
    }


def _standing_line(standing: Standing, name: str | None = "") -> str:
    end = standing.revoked_at or standing.valid_to
    allowed = ", ".join(str(MAY[Scope(scope)]) for scope in standing.scopes)
    words = _("%(kind)s: %(allowed)s; seit %(start)s") % {
        "kind": f"{standing.get_kind_display()} ({name})" if name else standing.get_kind_display(),
        "allowed": allowed,
        "start": format_date(standing.valid_from),
    }
    return _("%(words)s, bis %(end)s") % {"words": words, "end": format_date(end)} if end else words


def _standing_data(standing: Standing) -> dict[str, Any]:
    return {
        "kind": standing.kind,
        "scopes": standing.scopes,
        "valid_from": standing.valid_from,
        "valid_to": standing.valid_to,
        "revoked_at": standing.revoked_at,
    }


def _event_line(event: AuditEvent) -> str:
    who = WHO.get(Role(event.role), event.role) if event.role in set(Role) else event.role
    return _("%(moment)s: %(who)s – %(what)s") % {"moment": format_moment(event.at), "who": who, "what": event.label}


PARTS = (
    ExportPart(
        key="cases",
        title=gettext_lazy("Ihr Fall"),
        models=(Case, Person, PersonIndex),
        collect=export_cases,
    ),
    ExportPart(
        key="standings",
        title=gettext_lazy("Wer für Sie handeln darf"),
        models=(Standing, Invitation),
        collect=export_standings,
    ),
    ExportPart(
        key="access_letters",
        title=gettext_lazy("Zugangsbriefe, die für Sie gedruckt wurden"),
        models=(AccessLetter,),
        collect=export_letters,
    ),
    ExportPart(
        key="access",
        title=gettext_lazy("Wer Ihre Daten gesehen hat"),
        models=(AuditEvent, ActorKey),
        collect=export_access,
    ),
)
RULES = (
    kept_with_case(
        "cases",
        gettext_lazy("Ihr Fall: wer dazugehört, welches Jobcenter zuständig ist, wer für Sie handeln darf"),
        Case,
        CaseStatusChange,
        JobcenterChange,
        Person,
        PersonIndex,
        Standing,
        Invitation,
        AccessLetter,
    ),
    RetentionRule(
        key="access",
        what=gettext_lazy("Das Protokoll, wer wann auf Ihre Daten zugegriffen hat"),
        kept=gettext_lazy(
            "so lange wie die Akte; danach führen die Einträge zu keiner Akte mehr; nach dem Schließen des Kontos ohne "
            "Verbindung zu Ihnen"
        ),
        why=gettext_lazy(
            "So kann man später prüfen, ob jemand ohne Grund in Ihre Akte gesehen hat. In den Einträgen stehen keine "
            "Namen und keine Inhalte."
        ),
        basis=gettext_lazy("Artikel 5 Absatz 2 und Artikel 32 DSGVO"),
        models=(AuditEvent, ActorKey),
    ),
)
