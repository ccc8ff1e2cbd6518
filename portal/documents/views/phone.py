"""On the phone: upload for one item of a form that is open elsewhere. No account, nothing to read, nothing to lose."""

from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from portal.documents.domain.hand_over_code import indexes_of, normalise_code
from portal.documents.domain.words import say
from portal.documents.errors import HandOverClosed
from portal.documents.forms.hand_over import PhoneCodeForm
from portal.documents.models import HandOver
from portal.documents.selectors import came_by, hand_over_by_index
from portal.documents.services import receive_from_phone
from portal.documents.views.taking_in import take_in


@method_decorator(login_not_required, name="dispatch")
class PhoneCodeView(View):
    """GET: type the code that the computer shows. POST: on to the page it opens."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The field."""
        return _code_page(request, PhoneCodeForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """A wrong code is said at the field; whether it was right once nobody learns."""
        form = PhoneCodeForm(request.POST)
        if not form.is_valid():
            return _code_page(request, form)
        return redirect("phone:upload", code=form.cleaned_data["code"])


@method_decorator(login_not_required, name="dispatch")
class PhoneView(View):
    """GET: choose or take photos. POST: take them in, and say what has arrived. Wrong or old code: the field again."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        """The page for exactly this item."""
        hand_over = _open(request, code)
        return hand_over if isinstance(hand_over, HttpResponse) else _upload_page(request, hand_over)

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        """Each photo on its own: one that is refused does not hold up the others."""
        hand_over = _open(request, code)
        if isinstance(hand_over, HttpResponse):
            return hand_over
        try:
            arrived, refused = take_in(request, "files", partial(receive_from_phone, hand_over=hand_over))
        except HandOverClosed:
            return _closed(request)
        if not (arrived or refused):
            refused = [_("Bitte machen Sie mindestens ein Foto oder wählen Sie eine Datei aus.")]
        if refused:
            return _upload_page(request, hand_over, refused=refused, number=len(arrived))
        return redirect("phone:upload", code=code)


def _open(request: HttpRequest, code: str) -> HandOver | HttpResponse:
    """What the code opens, or the answer instead of it."""
    return hand_over_by_index(indexes_of(normalise_code(code))) or _closed(request)


def _closed(request: HttpRequest) -> HttpResponse:
    form = PhoneCodeForm()
    return _code_page(request, form, is_closed=True, status=HTTPStatus.NOT_FOUND)


def _upload_page(request: HttpRequest, hand_over: HandOver, **news: Any) -> HttpResponse:
    arrived = [say(document) for document in came_by(hand_over).with_notes()]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if news else HTTPStatus.OK
    context = {"hand_over": hand_over, "arrived": arrived, **news}
    return _kept_nowhere(render(request, "documents/phone.html", context, status=status))


def _code_page(
    request: HttpRequest, form: PhoneCodeForm, *, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else status
    return _kept_nowhere(render(request, "documents/phone_code.html", {"form": form, **context}, status=status))


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
