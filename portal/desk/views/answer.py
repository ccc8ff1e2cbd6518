"""Answering somebody who asks for the jobcenter's consent. What is chosen here the person reads at once."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from applications.enums import Verdict
from applications.errors import NotAllowed
from applications.permissions.application import may_answer
from applications.selectors.consent import consent_of
from applications.services.consent import answer_request
from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.desk.forms.answer import AnswerForm
from portal.desk.views.case_access import application_of
from portal.desk.views.page import desk_page

SAVED = {
    Verdict.AGREED: gettext_lazy("Gespeichert. Die Person liest jetzt, dass Sie zugestimmt haben."),
    Verdict.REFUSED: gettext_lazy("Gespeichert. Die Person liest jetzt, dass Sie nicht zustimmen, und Ihren Grund."),
    Verdict.ASKED: gettext_lazy("Gespeichert. Die Person liest jetzt Ihre Frage. Die Anfrage bleibt offen."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET: what was asked and the form. POST: yes, no or a question."""
    actor, application = application_of(request, pk, purpose="case_work")
    consent = consent_of(application)
    if consent is None:
        raise Http404
    if not may_answer(actor=actor, application=application):
        return _back(request, pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        verdict = form.cleaned_data["verdict"]
        try:
            answer_request(actor=actor, application=application, verdict=verdict, text=form.cleaned_data["text"])
        except NotAllowed:
            return _back(request, pk)
        messages.success(request, SAVED[verdict])
        return HttpResponseRedirect(reverse("desk:application", args=[pk]))
    note_seen(actor=actor, case_id=application.case_id, shown=[Shown.ANSWERS], subject=application)
    context = {
        "application": application,
        "asked": application.submission.parsed_content().sections[:1],
        "form": form,
        "consent": consent,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return desk_page(request, "desk/answer.html", title=_("Anfrage beantworten"), context=context, status=status)


def _back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing to answer any more, or not here: the page of the case says where it stands."""
    messages.info(request, _("Diese Anfrage ist schon beantwortet oder liegt woanders."))
    return HttpResponseRedirect(reverse("desk:application", args=[pk]))
