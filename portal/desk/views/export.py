"""Take a case's postbox away, for the paper file, another office or a court."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications.selectors.application import applications_visible_to
from mailbox.selectors.export import cases_to_export
from mailbox.services import TooLong, export_pdf, export_zip
from portal.cases.models import Actor, Case
from portal.cases.views.actor import staff_actor_of
from portal.cases.views.reason import with_reason
from portal.desk.forms.export import ZIP, ExportForm
from portal.desk.views.page import desk_page
from portal.documents.views.responses import file_response

PURPOSE = "mailbox_export"


@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """GET: what can be taken away. POST: the file. 404 for other jobcenters; a reason for colleagues' cases."""
    actor = staff_actor_of(request, purpose=PURPOSE)
    case = get_object_or_404(cases_to_export(actor), pk=pk)
    actor = with_reason(request, actor, case.pk)
    form = ExportForm(request.POST if request.method == "POST" else None, actor=actor)
    if not form.is_valid():
        return _page(request, actor, case, form)
    wanted = form.cleaned_data
    if wanted["kind"] == ZIP:
        made = export_zip(actor=actor, case=case, with_notes=wanted["with_notes"], restricted_for=wanted.get("purpose"))
    else:
        try:
            made = export_pdf(actor=actor, case=case)
        except TooLong:
            form.add_error(None, _("Das ist zu viel für eine PDF-Datei. In der ZIP-Datei ist alles da, in mehreren."))
            return _page(request, actor, case, form)
    return file_response(made.pieces, name=made.name, media_type=made.media_type, size=made.size)


def _page(request: HttpRequest, actor: Actor, case: Case, form: ExportForm) -> HttpResponse:
    latest = applications_visible_to(actor).filter(case=case).select_related("submission").order_by("-received_at")
    context = {"form": form, "application": latest.first()}
    title = _("Postfach herunterladen")
    return desk_page(request, "desk/export.html", title=title, context=context, status=422 if form.errors else 200)
