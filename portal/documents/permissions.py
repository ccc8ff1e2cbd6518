"""Who may do what with documents."""

from uuid import UUID

from portal.cases.enums import Scope
from portal.cases.models import Actor, Case, Person
from portal.cases.permissions import has_own_post, may_work_on, stands_for
from portal.documents.enums import Purpose
from portal.documents.models import Document


def may_upload(actor: Actor, case_id: UUID, person: Person | None = None) -> bool:
    """Whoever has the scope for the case, a member of the household with own post for themselves, the portal itself."""
    for_oneself = person is not None and person.case_id == case_id and has_own_post(actor, person)
    return actor.is_system or actor.may(Scope.UPLOAD, case_id) or for_oneself


def may_change(actor: Actor, document: Document) -> bool:
    """Arrange, keep or remove an upload: as for uploading; own post only whose it is, and who represents them."""
    if not document.is_own_post or document.person is None:
        return may_upload(actor, document.case_id)
    is_theirs = has_own_post(actor, document.person)
    represents = stands_for(actor, document.person) and actor.may(Scope.UPLOAD, document.case_id)
    return actor.is_system or is_theirs or represents


def may_bring_in(actor: Actor, case: Case) -> bool:
    """Bring in files of the office: staff who work on the case, and the office's own system."""
    return actor.is_system or (actor.membership_id is not None and may_work_on(actor, case))


def may_remove(actor: Actor, document: Document) -> bool:
    """As for uploading; staff remove what the office has put there, never what a person has uploaded."""
    if document.is_from_office:
        return may_bring_in(actor, document.case)
    return may_change(actor, document)


def may_judge(actor: Actor, document: Document) -> bool:
    """Staff who work on the case say whether a document can be used; of a restricted one only who may open it."""
    works = actor.membership_id is not None and may_work_on(actor, document.case)
    return works and document.handed_in_at is not None and may_ever_open(actor, document)


def may_ever_open(actor: Actor, document: Document) -> bool:
    """Whether the actor has the function that a restricted document needs. Says nothing about other documents."""
    return not document.is_restricted or not actor.is_staff or actor.opens_restricted


def may_open_now(actor: Actor, document: Document) -> bool:
    """The same, and staff have said what for, in one of the words that the person reads."""
    is_protected = document.is_restricted and actor.is_staff
    return not is_protected or (actor.opens_restricted and actor.purpose in Purpose.values)


def may_seal(actor: Actor, document: Document) -> bool:
    """Protecting a document more needs no function: whoever works on the case sees what nobody had asked for."""
    return may_work_on(actor, document.case) and document.handed_in_at is not None


def may_unseal(actor: Actor, document: Document) -> bool:
    """Only who may open it. What is restricted by its class stays so."""
    return may_seal(actor, document) and actor.opens_restricted and document.sealed_at is not None


def may_empty(actor: Actor, document: Document) -> bool:
    """Have the content deleted: the person, once the office has said that it is not needed; or, at the person's
    request, staff with the function.
    """
    if actor.is_citizen:
        is_theirs = document.is_own_post and document.person is not None and has_own_post(actor, document.person)
        return document.deletion_proposed_at is not None and (actor.may(Scope.SEND, document.case_id) or is_theirs)
    return may_seal(actor, document) and actor.opens_restricted
