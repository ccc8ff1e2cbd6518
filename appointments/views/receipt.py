"""The receipt of what was just done with the link, to keep without an account."""

from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from appointments.selectors.receipt_by_link import receipt_by_link
from appointments.views.finding import OfAppointment
from portal.documents.views import file_response
from portal.submissions.errors import ReceiptNotReady
from portal.submissions.services import open_confirmation

RETRY_AFTER: Final = 10  # seconds


class ReceiptView(OfAppointment):
    """GET: the Eingangsbestätigung of the last deed; a friendly page as long as the worker has not made it (202).

    404 when the last deed was not done with a link. A link that was replaced since opens nothing.
    """

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The file; handing it out is written down."""
        submission = receipt_by_link(self.actor, self.appointment)
        if submission is None:
            raise Http404
        try:
            stored, pieces = open_confirmation(actor=self.actor, submission=submission)
        except ReceiptNotReady:
            waiting = self.shown(
                request, "receipt_not_ready", status=HTTPStatus.ACCEPTED, reference=submission.reference
            )
            waiting.headers["Retry-After"] = str(RETRY_AFTER)
            return waiting
        name = f"{_('Eingangsbestätigung')} {submission.reference}.pdf"
        return file_response(pieces, name=name, media_type=stored.media_type, size=stored.size)
