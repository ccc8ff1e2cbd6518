"""Where an application begins: continue, start anew, see what was sent."""

from collections.abc import Container, Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.continuing import form_continuing, short_form
from applications.catalogue.structure import ApplicationType
from applications.domain.draft import expiry
from applications.domain.status_texts import status_text
from applications.enums import Topic
from applications.errors import FormNotOffered, NotAllowed
from applications.models import Application, Draft
from applications.selectors.application import applications_visible_to
from applications.selectors.consent import consent_of
from applications.selectors.continuing import goes_on_in_longer, is_continued, may_go_on_with
from applications.selectors.draft import open_drafts
from applications.selectors.grant_period import grant_periods_visible_to
from applications.selectors.local_settings import Offer, offer_to
from applications.selectors.own_part import drafts_with_own_part
from applications.services.draft import start_draft
from applications.views.drafts import PURPOSE
from applications.views.grant import grant_of
from portal.cases.models import Actor
from portal.cases.views.actor import acting_case, known_actor_of
from portal.law.dates import BERLIN

NEWEST = 3  # of what was sent is shown at once; the rest is folded up
NOT_OFFERED = _(
    "Dieses Formular bietet Ihr Jobcenter zurzeit nicht an. Es wurde nichts begonnen. Sie können Ihr Anliegen formlos "
    "schreiben, anrufen oder vorbeikommen."
)


@method_decorator(login_not_required, name="dispatch")  # strangers choose here how to begin
class OverviewView(View):
    """GET: drafts, forms, sent applications; for strangers the ways to begin. POST `form`: begin (or go on with) it."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Everything of the signed-in person, or of the guest."""
        actor = known_actor_of(request, purpose=PURPOSE)
        if actor is None:
            return _to_strangers(request)
        drafts = list(open_drafts(actor))
        begun = {draft.form_key for draft in drafts if not draft.is_correction}
        now = timezone.now()
        visible = applications_visible_to(actor).annotate(continued=is_continued(), goes_on=goes_on_in_longer())
        applications = list(visible.select_related("submission").order_by("-received_at"))
        period = grant_periods_visible_to(actor).select_related("renewed_by").first()
        sent = [_entry(actor, application) for application in applications]
        secured = any(entry["may_go_on"] for entry in sent)
        topics = _by_topic(_offered(begun, offer_to(actor, timezone.localdate(now)), secured=secured))
        whole = form_continuing(short_form().key)
        context: dict[str, Any] = {
            "drafts": [{"draft": draft, "form": _form_of(draft)} for draft in drafts],
            "first": next(iter(topics), None),
            "topics": topics[1:],
            "short": short_form(),
            "whole": whole,
            "whole_is_begun": whole is not None and whole.key in begun,
            "sent": sent[:NEWEST],
            "sent_before": sent[NEWEST:],
            "own_parts": [{"draft": draft, "form": _form_of(draft)} for draft in drafts_with_own_part(actor)],
            "grant": grant_of(period, applications, timezone.localdate(timezone=BERLIN)),
            "draft_days": (expiry(now) - now).days,
        }
        return render(request, "applications/overview.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Begin. A form that is unknown or not offered leads back, and so does being a stranger."""
        actor = known_actor_of(request, purpose=PURPOSE)
        key = request.POST.get("form", "")
        if actor is None or key not in {known for known, _version in forms()}:
            return redirect("applications:overview")
        try:
            draft = start_draft(actor=actor, form_key=key)
        except NotAllowed:
            raise Http404 from None
        except FormNotOffered:
            messages.info(request, NOT_OFFERED)
            return redirect("applications:overview")
        return redirect("applications:tasks", draft_id=draft.pk)


def _to_strangers(request: HttpRequest) -> HttpResponse:
    """With or without an account; in the space of somebody whom one helps, only with."""
    if acting_case(request) is not None:
        return redirect_to_login(request.path)
    return render(request, "applications/begin.html")


def _form_of(draft: Draft) -> ApplicationType:
    return compose(draft.form_key, draft.catalogue_version, draft.overlay_version)


def _offered(begun: Container[str], offer: Offer, *, secured: bool) -> Iterator[ApplicationType]:
    """Every form in its latest version that is not begun yet and that the jobcenter has not switched off.

    The short one not to who has just sent it.
    """
    keys = {key for key, _version in forms() if key not in begun and offer.includes(key)}
    offered = (compose(key, current_version(key)) for key in keys)
    return (form for form in offered if not (secured and form == short_form()))


def _by_topic(offered: Iterable[ApplicationType]) -> list[tuple[Topic, list[ApplicationType]]]:
    """Forms under their headings: what most people need first, within a heading by place."""
    found: dict[Topic, list[ApplicationType]] = {}
    for form in sorted(offered, key=lambda form: (form.place, form.key)):
        found.setdefault(form.topic, []).append(form)
    return [(topic, found[topic]) for topic in Topic if topic in found]


def _entry(actor: Actor, application: Application) -> dict[str, Any]:
    """A sent application with its state in the words of the status page, and whether the whole one can follow it."""
    words = status_text(
        application.status,
        application.submission.kind,
        asks_for_consent=consent_of(application) is not None,
        is_continued=application.goes_on,  # type: ignore[attr-defined] # annotated
    )
    return {
        "application": application,
        "shown_as": words.shown_as,
        "kind": words.kind,
        "may_go_on": may_go_on_with(actor, application, continued=application.continued),  # type: ignore[attr-defined] # annotated
    }
