"""A member of the household sees what is said about them, confirms it or says what is wrong."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications.domain.own_part import said_about
from applications.forms.own_part import RIGHT, OwnPartForm, OwnPostForm
from applications.models import Draft
from applications.selectors.own_part import drafts_with_own_part, latest_reply
from applications.services.own_part import answer_own_part
from portal.cases.models import Actor, Person
from portal.cases.permissions import may_see_own_part
from portal.cases.selectors import own_person
from portal.cases.services import ask_for_own_post, give_up_own_post
from portal.cases.views.actor import actor_of

PURPOSE = "own_part"
ANSWER, OWN_POST, SHARED_POST = "antwort", "eigene-post", "gemeinsame-post"


@require_http_methods(["GET", "HEAD", "POST"])
def own_part(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """GET: what is said about the signed-in person. POST `was`: the answer, or the wish for own post and back."""
    actor = actor_of(request, purpose=PURPOSE)
    draft = get_object_or_404(drafts_with_own_part(actor), pk=draft_id)
    person = own_person(actor, draft.case_id)
    if person is None or not may_see_own_part(actor, person):
        raise Http404
    if request.method != "POST":
        return _page(request, draft, person)
    what = request.POST.get("was")
    if what == ANSWER:
        return _answer(request, actor, draft, person)
    if what == OWN_POST:
        return _own_post(request, actor, draft, person)
    if what == SHARED_POST:
        give_up_own_post(actor=actor, person=person)
        messages.success(request, _("Gespeichert. Sie bekommen keine eigene Post mehr."))
    return redirect("applications:own_part", draft_id=draft.pk)


def _answer(request: HttpRequest, actor: Actor, draft: Draft, person: Person) -> HttpResponse:
    form = OwnPartForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, person, form=form)
    agrees = form.cleaned_data["verdict"] == RIGHT
    answer_own_part(
        actor=actor,
        draft=draft,
        person=person,
        agrees=agrees,
        remark=form.cleaned_data["remark"],
        applicant_may_read=form.cleaned_data["applicant_may_read"],
    )
    messages.success(request, _("Danke. Ihre Antwort ist gespeichert."))
    return redirect("applications:own_part", draft_id=draft.pk)


def _own_post(request: HttpRequest, actor: Actor, draft: Draft, person: Person) -> HttpResponse:
    form = OwnPostForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, person, post_form=form)
    ask_for_own_post(actor=actor, person=person, safe_contact=form.cleaned_data["safe_contact"])
    messages.success(request, _("Gespeichert. Was nur Sie angeht, schicken wir ab jetzt nur Ihnen."))
    return redirect("applications:own_part", draft_id=draft.pk)


def _page(
    request: HttpRequest,
    draft: Draft,
    person: Person,
    *,
    form: OwnPartForm | None = None,
    post_form: OwnPostForm | None = None,
) -> HttpResponse:
    context = {
        "draft": draft,
        "person": person,
        "blocks": said_about(draft, person),
        "reply": latest_reply(draft.pk, person),
        "form": form or OwnPartForm(),
        "post_form": post_form or OwnPostForm(initial={"safe_contact": person.safe_contact or ""}),
    }
    return render(request, "applications/own_part.html", context)
