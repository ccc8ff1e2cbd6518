"""Ask for a copy of everything, see how far it is, download it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from portal.accounts.models import User
from portal.accounts.views.step_up import step_up_required
from portal.audit.models.personal_data import declarations
from portal.documents.views import file_response
from portal.leaving.errors import NoCopy
from portal.leaving.selectors import copy_of, kept_data
from portal.leaving.services import open_copy, request_copy
from portal.leaving.views.account import signed_in


@method_decorator(step_up_required, name="dispatch")
class DataCopyView(View):
    """GET: what is in a copy and how far it is. POST: ask for one."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """One query of its own."""
        now = timezone.now()
        copy = copy_of(signed_in(request).pk)
        context: dict[str, Any] = {
            "copy": copy,
            "is_ready": copy is not None and copy.is_open_at(now),
            "is_waiting": copy is not None and copy.ready_at is None,
            "titles": [part.title for part in declarations.parts],
            "kept": kept_data(timezone.localdate(now)),
        }
        return render(request, "leaving/data_copy.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Asking twice is the same as once, as long as the first is being made."""
        request_copy(user=signed_in(request))
        return redirect("leaving:data_copy")


@method_decorator(step_up_required, name="dispatch")
class DownloadView(View):
    """GET: the ZIP, decrypted while it flows. 404 when there is none."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The download is written to the audit trail of every case in it."""
        user: User = signed_in(request)
        try:
            stored, pieces = open_copy(user=user)
        except NoCopy:
            raise Http404 from None
        name = _("Datenkopie %(day)s.zip") % {"day": timezone.localdate(stored.created_at).isoformat()}
        return file_response(pieces, name=name, media_type=stored.media_type, size=stored.size)
