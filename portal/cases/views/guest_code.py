"""The code of a guest: shown once, sent in part by e-mail, renewed; and the way to an account.

No address holds the code, not even behind `#`: then a stranger's link could lead somebody into the stranger's draft,
and histories and scanner apps would keep it (ADR 0008). The QR code holds the address of the page where it is typed.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.cases.domain.guest_code import MAILED, code_candidates, group_code, normalise_code
from portal.cases.errors import NotPermitted
from portal.cases.forms.guest import MailCodeForm
from portal.cases.models import Standing
from portal.cases.selectors import guest_standing_of, is_key_of_guest
from portal.cases.services import add_code, renew_code
from portal.cases.views.actor import has_code, is_guest, known_actor_of
from portal.cases.views.guest_limits import may_mail, may_show_code
from portal.cases.views.guest_pages import open_to_guests, page
from portal.cases.views.guest_session import KEEP_PARAMETER, enter_as_guest, forget_guest, note_code_taken, want_to_keep

if TYPE_CHECKING:
    from portal.cases.models import Actor

ENDED_ELSEWHERE = _("Dieser Code gilt nicht mehr. Bitte geben Sie Ihren neuen Code ein oder melden Sie sich an.")
TOO_OFT = _(
    "Wir haben gerade schon eine E-Mail geschickt. Bitte warten Sie eine Stunde oder schreiben Sie den Code auf."
)


@method_decorator(open_to_guests, name="dispatch")
class _GuestView(View):
    """A page for a guest only; whoever is none is asked for the code."""

    http_method_names = ["get", "head", "post", "options"]
    actor: Actor
    standing: Standing

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the guest."""
        if request.user.is_authenticated or not is_guest(request):
            return redirect("guest:resume")
        actor = known_actor_of(request, purpose="guest_access")
        standing = guest_standing_of(actor) if actor is not None else None
        if actor is None or standing is None:
            return ended_elsewhere(request)
        self.actor, self.standing = actor, standing
        return super().dispatch(request, *args, **kwargs)


class CodeView(_GuestView):
    """GET: until when the code holds, and what one can do. POST: a new code, the old one ends."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The code itself is not shown: nobody knows it but its owner."""
        return page(request, "guest_access", until=self.standing.valid_to)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Shown once, in the answer. Who has begun without one ends nothing by asking for it."""
        code = another_code(request, self.actor)
        if code:
            note_code_taken(request)
            return code_page(request, code)
        try:
            access = renew_code(actor=self.actor)
        except NotPermitted:
            return ended_elsewhere(request)
        enter_as_guest(request, access.standing)
        return code_page(request, access.code)


class MailView(_GuestView):
    """POST: send the first part of the code to an address; the code comes with the form, for we do not know it."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """The answer is the page with the code again."""
        code = own_code(request, self.actor)
        if not code:
            return redirect("guest:code")
        form = MailCodeForm(request.POST)
        if not form.is_valid():
            return code_page(request, code, form=form)
        email = form.cleaned_data["email"]
        if not may_mail(request, email):
            form.add_error(None, TOO_OFT)
            return code_page(request, code, form=form, status=HTTPStatus.TOO_MANY_REQUESTS)
        context = {"first_part": group_code(code[:MAILED]), "resume_address": _resume_address()}
        get_adapter(request).send_mail("cases/email/first_part", email, context)
        return code_page(request, code, mailed_to=email)


class KeepView(_GuestView):
    """POST: on to the page that makes an account; once it is confirmed, everything is in it."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """The address of the page carries a random value that is good for this session and one account only."""
        query = {KEEP_PARAMETER: want_to_keep(request), "next": reverse("applications:overview")}
        return HttpResponseRedirect(f"{reverse('account_signup')}?{urlencode(query)}")


def own_code(request: HttpRequest, actor: Actor) -> str:
    """The code that comes with the form, normalised; "" when it is none or not one of this guest's."""
    code = normalise_code(request.POST.get("code", ""))
    return code if code and is_key_of_guest(actor, code_candidates(code)) else ""


def another_code(request: HttpRequest, actor: Actor) -> str:
    """A code for the guest who has begun without one, to be shown in this answer; "" for everybody else.

    None that was shown before ends. Also "" after too many of them.
    """
    if not is_guest(request) or has_code(request) or not may_show_code(request, actor):
        return ""
    try:
        return add_code(actor=actor).code
    except NotPermitted:
        return ""


def code_context(code: str) -> dict[str, Any]:
    """What a template needs to show a code (`cases/code_box.html`): its parts, where to type it, that as a picture."""
    address = _resume_address()
    return {
        "code": code,
        "first_part": group_code(code[:MAILED]),
        "second_part": group_code(code[MAILED:]),
        "shown_address": urlsplit(address).netloc + urlsplit(address).path,
        "qr": _qr(address),
    }


def code_page(
    request: HttpRequest,
    code: str,
    *,
    form: MailCodeForm | None = None,
    mailed_to: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Return the page that shows the code; it exists in this answer and nowhere else."""
    return page(
        request,
        "guest_code",
        form=form or MailCodeForm(),
        mailed_to=mailed_to,
        status=status,
        **code_context(code),
    )


def ended_elsewhere(request: HttpRequest) -> HttpResponse:
    """Answer a guest whose code was renewed or joined to an account on another device."""
    forget_guest(request)
    messages.info(request, ENDED_ELSEWHERE)
    return redirect("guest:resume")


def _resume_address() -> str:
    return f"{settings.PORTAL.base_url}{reverse('guest:resume')}"


def _qr(text: str) -> str:
    """``text`` as a QR code, an SVG in a ``data:`` address (ISO/IEC 18004)."""
    import segno  # noqa: PLC0415 -- few pages need it

    return str(segno.make(text, error="m", micro=False).svg_data_uri(border=4, dark="#000", light="#fff", scale=1))
