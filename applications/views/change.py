"""A changed account or address, before sending: confirming it is offered, never a condition (§ 60 SGB I)."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from msgspec import Struct

from applications.claim.changes import Change, changes_since, told_in
from applications.claim.model import Claim
from applications.models import Draft
from applications.selectors.told import told_before
from applications.views.drafts import DraftMixin
from portal.accounts.views.step_up import has_stepped_up, step_up_required
from portal.cases.models import Actor
from portal.crypto.services import blind_index
from portal.law.dates import BERLIN

CONFIRMED: Final = "applications.confirmed_changes"  # in the session: keyed hash of what was confirmed, by draft
_TITLES = {
    (Change.BANK,): _("Neue Bankverbindung"),
    (Change.ADDRESS,): _("Neue Adresse"),
    (Change.BANK, Change.ADDRESS): _("Neue Bankverbindung und neue Adresse"),
}
THANKS = _("Danke. Sie haben die Änderung bestätigt. Bitte senden Sie jetzt ab.")


class ChangeBox(Struct, frozen=True):
    """What the page before sending says. ``can_confirm``: only the person herself can, with an account."""

    changes: tuple[Change, ...]
    is_confirmed: bool
    can_confirm: bool

    @property
    def title(self) -> str:
        """What has changed."""
        return str(_TITLES[self.changes])

    @property
    def is_about_money(self) -> bool:
        """Whether the account is among it."""
        return Change.BANK in self.changes


def change_box(request: HttpRequest, actor: Actor, draft: Draft, claim: Claim) -> ChangeBox | None:
    """What to say about a changed account or address; None when nothing goes elsewhere. One SQL."""
    changes = changes_since(told_before(draft.case_id), claim)
    if not changes:
        return None
    can_confirm = request.user.is_authenticated and actor.acting_for is None
    return ChangeBox(changes, can_confirm and is_confirmed(request, draft, claim), can_confirm)


def is_confirmed(request: HttpRequest, draft: Draft, claim: Claim) -> bool:
    """Whether the person has proved who they are: a moment ago, or in this session for just this account and address.

    Whoever confirms and then goes on reading has confirmed; whoever enters another account afterwards has not.
    """
    confirmed = request.session.get(CONFIRMED, {})
    return has_stepped_up(request) or confirmed.get(str(draft.pk)) == _mark(draft, claim)


@method_decorator(step_up_required, name="dispatch")
class ConfirmChangeView(DraftMixin, View):
    """GET, after the confirmation of who one is: note it for what stands in the draft now, and back to the review."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:
        """Nothing changes but the session; helpers cannot confirm in another's place."""
        if self.actor.acting_for is None:
            claim = self.course.claim(on=timezone.localdate(timezone=BERLIN))
            mark = _mark(self.draft, claim)
            request.session[CONFIRMED] = request.session.get(CONFIRMED, {}) | {str(draft_id): mark}
            messages.success(request, THANKS)
        return redirect("applications:review", draft_id=draft_id)


def _mark(draft: Draft, claim: Claim) -> str:
    told = told_in(claim)
    return blind_index(f"{draft.pk}|{told.iban}|{told.address}", purpose=CONFIRMED)
