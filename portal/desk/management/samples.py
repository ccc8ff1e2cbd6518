"""Invented applications for the demo, sent through the same services as everybody's."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from applications.catalogue.complete import complete
from applications.catalogue.compose import compose
from applications.domain.draft_answers import store_answers
from applications.domain.evidence_texts import paper_draft
from applications.enums import DocumentClass
from applications.models import Application, Draft
from applications.services.draft import start_draft
from applications.services.submit import submit_draft
from mailbox.models import EvidenceRequest
from mailbox.services.evidence import draft_request, send_request
from portal.accounts.enums import OrganisationKind
from portal.accounts.models import Organisation, User
from portal.accounts.services import OrganisationDetails, register_organisation
from portal.cases.domain.periods import USUAL_MONTHS, months_later
from portal.cases.enums import Scope, StandingKind
from portal.cases.models import Standing
from portal.cases.selectors import actor_acting_for, actor_for_staff, actor_for_user
from portal.cases.services import Ask, Grant, begin_for_somebody, grant_standing, prepare_mandate
from portal.law.cooperation import suggested_deadline

HOUSEHOLDS = Path(__file__).parents[1] / "demo" / "households.json"
FORM = "main_application"


def sample_households() -> list[dict[str, Any]]:
    """Each with ``email``, ``answers`` without what is answered with no, and the sections that are still ``open``."""
    households: list[dict[str, Any]] = json.loads(HOUSEHOLDS.read_text())
    return households


def load_application(user: User, answers: dict[str, Any], *, still_open: Collection[str]) -> None:
    """Fill in a draft for the user and send it if no section of it is still open.

    Does nothing when there is an application or a draft already.
    """
    owned = {"case__standings__user": user}
    if Application.objects.filter(**owned).exists() or Draft.objects.filter(**owned).exists():
        return
    draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key=FORM)
    form = compose(draft.form_key, draft.catalogue_version, draft.overlay_version)
    said = complete(form, {**answers, **draft.answers})
    stored = {section: part for section, part in said.items() if section not in still_open}
    store_answers(draft=draft, answers=stored, slug="", at=draft.created_at)
    if not still_open:
        submit_draft(actor=actor_for_user(user, purpose="own_case"), draft=draft)


def load_helper(helper: User, helped: User) -> None:
    """Let ``helper`` act for ``helped``, and begin something for a person without an account. Does nothing twice."""
    if Standing.objects.filter(user=helper).exists():
        return
    ends_at = months_later(timezone.now(), USUAL_MONTHS)
    own = Standing.objects.own().select_related("case", "person").get(user=helped)
    grant = Grant(
        kind=StandingKind.HELPER,
        holder=helper,
        scopes={Scope.FILL_IN, Scope.UPLOAD, Scope.SEND, Scope.READ_POSTBOX},
        ends_at=ends_at,
        holder_name="Julia",
        known_as="Mama",
    )
    grant_standing(actor=actor_for_user(helped, purpose="helping"), case=own.case, person=own.person, grant=grant)
    actor = actor_for_user(helper, purpose="helping")
    begun = begin_for_somebody(actor=actor, known_as="Papa", helper_name="Julia", ends_at=ends_at)
    acting = actor_acting_for(helper, begun.case_id, purpose="helping")
    if acting is not None:
        start_draft(actor=acting, form_key=FORM)


ASKED_FOR = (DocumentClass.BANK_STATEMENT, DocumentClass.PAYSLIP, DocumentClass.LEASE)


def load_request(employee: User, *, claimant: User) -> None:
    """Let somebody of the office ask ``claimant`` for three papers. Does nothing twice, or without an application."""
    applied = Application.objects.filter(person__user=claimant)
    application = applied.select_related("submission", "case__jobcenter", "person").first()
    actor = actor_for_staff(employee, purpose="case_work")
    if application is None or actor is None or EvidenceRequest.objects.filter(case=application.case).exists():
        return
    today = timezone.localdate()
    with transaction.atomic():
        request = draft_request(
            actor=actor,
            case=application.case,
            person=application.person,
            submission=application.submission,
            items=[paper_draft(kind, on=today) for kind in ASKED_FOR],
            introduction="Danke für Ihren Antrag. Damit wir rechnen können, fehlt uns noch etwas.",
            deadline=suggested_deadline(today),
        )
        send_request(actor=actor, request=request)


BRIDGE_HOUSE = OrganisationDetails(
    name="Beratungsstelle Brückenhaus",
    kind=OrganisationKind.ADVICE_CENTRE,
    street="Am Brunnen 3",
    postcode="00100",
    city="Musterstadt",
    phone="030 23125 300",
)


def load_organisation(member: User, *, client: User) -> None:
    """Let an advice centre act for ``client``, and prepare a Vollmacht for somebody without an account.

    Does nothing twice.
    """
    if Organisation.objects.filter(name=BRIDGE_HOUSE.name).exists():
        return
    organisation = register_organisation(user=member, details=BRIDGE_HOUSE, display_name="Frau Yıldız")
    organisation.confirmed_at = timezone.now()
    organisation.save(update_fields=["confirmed_at"])
    ends_at = months_later(timezone.now(), USUAL_MONTHS)
    scopes = {Scope.FILL_IN, Scope.UPLOAD, Scope.SEND}
    own = Standing.objects.own().select_related("case", "person").get(user=client)
    kind, known_as = StandingKind.ADVISER, "Frau Reuter"
    grant = Grant(kind=kind, holder=organisation, scopes=scopes, ends_at=ends_at, known_as=known_as)
    grant_standing(actor=actor_for_user(client, purpose="helping"), case=own.case, person=own.person, grant=grant)
    ask = Ask(scopes=scopes, ends_at=ends_at, inviter_name="Frau Yıldız", invitee_name="Selma Aydın")
    prepare_mandate(actor=actor_for_user(member, purpose="helping"), organisation=organisation, ask=ask)
