"""On the computer: the QR code for the phone, and what has arrived from it."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.documents.domain.hand_over_code import grouped
from portal.documents.models import HandOver
from portal.documents.selectors import came_by, hand_over_of
from portal.documents.services import close_hand_over
from portal.documents.views.arranging import entries
from portal.pdf.services import qr_code

PURPOSE = "phone_hand_over"


class HandOverView(View):
    """GET: code, QR code, and what has arrived. POST: done, back to the page that asked. 404 for those of others."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The page; it may be looked at again and again."""
        actor = actor_of(request, purpose=PURPOSE)
        hand_over = _own(actor, pk)
        address = settings.PORTAL.base_url + reverse("phone:upload", args=[hand_over.code])
        context = {
            "hand_over": hand_over,
            "qr": qr_code(address),
            "address": settings.PORTAL.base_url.partition("://")[2] + reverse("phone:code"),
            "code": grouped(hand_over.code),
            "arrived": list(entries(actor, came_by(hand_over).to_show()).values()),
        }
        note_seen(actor=actor, case_id=hand_over.case_id, shown=[Shown.FILE_NAMES])
        return render(request, "documents/hand_over.html", context)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """The code ends; what has arrived is there on the page that asked."""
        actor = actor_of(request, purpose=PURPOSE)
        hand_over = _own(actor, pk)
        close_hand_over(actor=actor, hand_over_id=hand_over.pk)
        return redirect(hand_over.back)


def _own(actor: Actor, pk: UUID) -> HandOver:
    found = hand_over_of(actor, pk)
    if found is None:
        raise Http404
    return found
