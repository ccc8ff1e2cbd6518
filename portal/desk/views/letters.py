"""Access letters: print one for a person of a case, see which were printed lately, withdraw one."""

from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.permissions.application import may_work_on
from applications.permissions.own_account import may_have_own_account
from portal.audit.services import record
from portal.cases.enums import IdentityDocument
from portal.cases.errors import LetterNotPossible, LetterNotValid
from portal.cases.events import LETTERS_LISTED
from portal.cases.models import Actor, Person
from portal.cases.permissions import may_list_letters
from portal.cases.selectors import persons_with_access, recent_letters
from portal.cases.services import print_letter, withdraw_letter
from portal.cases.views.actor import staff_actor_of
from portal.desk.domain.access_letter_pdf import letter_pdf
from portal.desk.forms.letter import LetterForm
from portal.desk.views.case_access import application_of
from portal.desk.views.page import desk_page

PURPOSE = "access_letter"
PER_PAGE = 50
TOO_YOUNG = gettext_lazy("Kein Brief: Die Person ist noch minderjährig. Für sie handelt, wer den Antrag stellt.")
NOT_POSSIBLE = gettext_lazy(
    "Kein Brief: Das Konto ist gesperrt oder gehört zu einer beschäftigten Person. Bitte wenden Sie sich an die "
    "Verwaltung des Portals."
)


@require_http_methods(["GET", "HEAD", "POST"])
def print_access_letter(request: HttpRequest, pk: UUID, person_pk: UUID) -> HttpResponse:
    """GET: what was checked. POST: the letter as a PDF; nothing of it stays here, and a reload makes a new one."""
    actor, application = application_of(request, pk, purpose=PURPOSE)
    person = get_object_or_404(persons_with_access(actor, application.case_id), pk=person_pk)
    known = person.index.birth_date if hasattr(person, "index") else None
    if not may_work_on(actor=actor, application=application) or not _is_old_enough(person, known):
        raise PermissionDenied
    form = LetterForm(request.POST if request.method == "POST" else None, known=known)
    refused: Any = ""
    if form.is_valid() and not _is_old_enough(person, form.cleaned_data["birth_date"]):
        refused = TOO_YOUNG
    elif form.is_valid():
        try:
            return _pdf(actor, person, form)
        except LetterNotPossible:
            refused = NOT_POSSIBLE
    context = {"application": application, "person": person, "form": form, "refused": refused}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or refused else HTTPStatus.OK
    return desk_page(request, "desk/letter.html", title=_("Zugangsbrief drucken"), context=context, status=status)


@require_safe
def list_letters(request: HttpRequest) -> HttpResponse:
    """Who printed letters for whom in the last 30 days. For who leads; looking is recorded."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    if not may_list_letters(actor):
        raise PermissionDenied
    page = Paginator(recent_letters(actor), PER_PAGE).get_page(request.GET.get("seite"))
    record(actor, LETTERS_LISTED)
    context = {"page": page, "now": timezone.now()}
    return desk_page(request, "desk/letters.html", title=_("Zugangsbriefe"), context=context)


@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a letter worthless."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    if not may_list_letters(actor):
        raise PermissionDenied
    letter = get_object_or_404(recent_letters(actor).select_related("person__case"), pk=pk)
    try:
        withdraw_letter(actor=actor, letter=letter)
    except LetterNotValid:
        messages.info(request, _("Dieser Brief galt schon nicht mehr."))
    else:
        messages.success(request, _("Gesperrt. Mit diesem Brief kommt niemand mehr in das Konto."))
    return HttpResponseRedirect(reverse("desk:letters"))


def _is_old_enough(person: Person, birth_date: date | None) -> bool:
    return may_have_own_account(birth_date=birth_date, is_applicant=person.is_applicant, on=timezone.localdate())


def _pdf(actor: Actor, person: Person, form: LetterForm) -> HttpResponse:
    printed = print_letter(
        actor=actor,
        person=person,
        identity_document=IdentityDocument(form.cleaned_data["identity_document"]),
        birth_date=form.cleaned_data["birth_date"],
    )
    response = HttpResponse(letter_pdf(printed), content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="Zugangsbrief.pdf"'
    response.headers["Cache-Control"] = "no-store"
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
