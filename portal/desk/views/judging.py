"""What staff say of documents: can be used, or cannot and why. Then the next that waits."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mailbox.enums import ItemStatus
from mailbox.models import EvidenceItem
from mailbox.services.evidence import follow_review
from portal.cases.errors import NotPermitted
from portal.desk.forms.document import ReviewForm
from portal.desk.views.case_access import application_of
from portal.desk.views.documents import Place, own_ids, place_of
from portal.desk.views.viewer import PAGE, show_document
from portal.documents.enums import Review
from portal.documents.errors import NotAllowed, NotReadyToReview
from portal.documents.permissions import may_open_now
from portal.documents.selectors import documents_in_case, page_in_case
from portal.documents.services import accept_documents, review_document, turn_page
from portal.documents.views.purpose import with_purpose
from portal.ui.formats import format_date


@require_POST
def review(request: HttpRequest, pk: UUID, document_pk: UUID) -> HttpResponse:
    """Keep the verdict and lead to the next document without one; without an open one back to the application."""
    place = place_of(request, pk, document_pk)
    form = ReviewForm(request.POST)
    if not may_open_now(place.actor, place.document):
        raise Http404
    if form.has_error("verdict"):
        raise Http404
    if not form.is_valid():
        return show_document(request, place, refused=form)
    verdict = form.cleaned_data["verdict"]
    try:
        followed = _review(place, verdict, form.words())
    except (NotAllowed, NotPermitted):
        raise Http404 from None
    except NotReadyToReview:
        messages.error(request, _("Nicht gespeichert: Die Unterlage hat sich inzwischen geändert. Bitte prüfen."))
        return HttpResponseRedirect(_viewer(place))
    for item in followed:
        messages.info(request, _said_of(item))
    return _go_on(request, place, verdict)


def _go_on(request: HttpRequest, place: Place, verdict: Review | None) -> HttpResponse:
    """Say what was kept, and lead to the next without a verdict."""
    if verdict is None:
        messages.success(request, _("Das Urteil ist zurückgenommen."))
        return HttpResponseRedirect(_viewer(place))
    name = _("Unterlage %(number)s von %(count)s") % {"number": place.index + 1, "count": len(place.own)}
    messages.success(request, _said(verdict, name))
    following = place.next_undecided()
    if following is None:
        messages.info(request, _("Alle Unterlagen sind beurteilt."))
        return HttpResponseRedirect(f"{reverse('desk:application', args=[place.application.pk])}#dateien")
    return HttpResponseRedirect(reverse("desk:viewer", args=[place.application.pk, following.pk]))


@require_POST
def accept_all(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept what came with this application and nobody has judged."""
    actor, application = application_of(request, pk, purpose="case_work")
    with_it = own_ids(application)
    documents = [each for each in documents_in_case(actor, application.case_id) if each.pk in with_it]
    open_ones = [each for each in documents if not each.is_restricted]  # each of the others is looked at for a purpose
    with transaction.atomic():
        waiting = [each for each in open_ones if not each.review]
        number = accept_documents(actor=actor, documents=open_ones)
        followed = {item.pk: item for each in waiting for item in follow_review(actor=actor, document=each)}
    for item in followed.values():
        messages.info(request, _said_of(item))
    if number:
        words = ngettext("%(number)s Unterlage ist angenommen.", "%(number)s Unterlagen sind angenommen.", number)
        messages.success(request, words % {"number": number})
    else:
        messages.info(request, _("Es wartet keine Unterlage auf ein Urteil. Es wurde nichts geändert."))
    return HttpResponseRedirect(f"{reverse('desk:application', args=[pk])}#dateien")


@require_POST
def turn(request: HttpRequest, pk: UUID, document_pk: UUID, number: int) -> HttpResponse:
    """Turn the picture of a page by a quarter, for everybody who looks at it later."""
    actor, application = application_of(request, pk, purpose="case_work")
    page = page_in_case(actor, case_id=application.case_id, document_id=document_pk, number=number)
    if page is None:
        raise Http404
    try:
        turn_page(actor=with_purpose(request, actor, page.document), page=page)
    except NotAllowed:
        raise Http404 from None
    return HttpResponseRedirect(f"{reverse('desk:viewer', args=[pk, document_pk])}?{PAGE}={number}")


@transaction.atomic
def _review(place: Place, verdict: Review | None, words: str) -> list[EvidenceItem]:
    """Keep the verdict; what the document was sent for follows it. Returns what has moved."""
    review_document(actor=place.actor, document=place.document, verdict=verdict, reason=words)
    return follow_review(actor=place.actor, document=place.document)


def _said_of(item: EvidenceItem) -> str:
    day = format_date(item.request.sent_at or item.request.created_at)
    words = {"number": item.position, "day": day, "status": ItemStatus(item.status).label}
    return _("Damit steht auch Punkt %(number)s der Bitte vom %(day)s auf „%(status)s“.") % words


def _said(verdict: Review, name: str) -> str:
    if verdict is Review.ACCEPTED:
        return _("Angenommen: %(name)s.") % {"name": name}
    return _("Gespeichert: %(name)s ist so nicht brauchbar. Die Person liest Ihre Worte.") % {"name": name}


def _viewer(place: Place) -> str:
    return reverse("desk:viewer", args=[place.application.pk, place.document.pk])
