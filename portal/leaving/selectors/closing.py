"""What closing an account would mean for this person, before it is done."""

from datetime import datetime

from msgspec import Struct

from applications.catalogue.compose import compose
from applications.selectors.draft import open_drafts
from portal.accounts.enums import StaffRole
from portal.accounts.models import StaffMembership, User
from portal.accounts.selectors import staff_membership
from portal.cases.enums import CaseStatus
from portal.cases.selectors import actor_for_user, cases_left_alone, cases_visible_to, rights_resting_on
from portal.documents.selectors import documents_visible_to


class UnsentDraft(Struct, frozen=True):
    """Something filled in and not sent, by its name and when it was last saved."""

    title: str
    saved_at: datetime


class Closing(Struct, frozen=True, kw_only=True):
    """``drafts`` and ``unsent_files`` would be deleted, ``helpers`` lose their rights; with ``has_file`` a part stays.

    ``works_here``: closing is refused; ``ask`` names who can help then.
    """

    drafts: tuple[UnsentDraft, ...] = ()
    unsent_files: int = 0
    helpers: int = 0
    has_file: bool = False
    works_here: bool = False
    ask: tuple[str, ...] = ()


def closing_of(user: User) -> Closing:
    """Return what closing this account would do today. Seven queries at most, however much there is."""
    membership = staff_membership(user)
    if membership is not None or user.is_superuser:
        return Closing(works_here=True, ask=administrators_of(membership))
    actor = actor_for_user(user, purpose="closing")
    alone = cases_left_alone(actor)
    drafts = open_drafts(actor).filter(case_id__in=alone)
    return Closing(
        drafts=tuple(
            UnsentDraft(
                str(compose(each.form_key, each.catalogue_version, each.overlay_version).title), each.updated_at
            )
            for each in drafts
        ),
        unsent_files=documents_visible_to(actor).waiting().filter(case_id__in=alone).count(),
        helpers=rights_resting_on(actor).count(),
        has_file=cases_visible_to(actor).exclude(status=CaseStatus.PROSPECTIVE).exists(),
    )


def administrators_of(membership: StaffMembership | None) -> tuple[str, ...]:
    """Return the names of those who administer the portal at the same jobcenter; nobody for an operator."""
    if membership is None:
        return ()
    colleagues = StaffMembership.objects.current().filter(jobcenter=membership.jobcenter, role=StaffRole.ADMINISTRATOR)
    return tuple(colleagues.exclude(user=membership.user).values_list("display_name", flat=True))
