"""The public check: whoever is shown an Eingangsbestätigung can see whether it is real, and nothing personal."""

from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View

from portal.submissions.domain.attempts import note_wrong_code, require_attempt_left
from portal.submissions.domain.facts import describe_files
from portal.submissions.domain.moments import proof_moment
from portal.submissions.domain.verification import HASH_DIGITS, group_code, normalise_code
from portal.submissions.errors import TooManyAttempts
from portal.submissions.forms import VerificationForm
from portal.submissions.selectors import receipt_by_code


@method_decorator(login_not_required, name="dispatch")
class VerificationFormView(View):
    """GET: a form for the code. POST: to the answer, whose address can be kept and shared."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return _form_page(request, VerificationForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """On to the answer, or the form with a hint."""
        form = VerificationForm(request.POST)
        if not form.is_valid():
            return _form_page(request, form)
        return redirect("submissions:verify", code=form.cleaned_data["code"])


@method_decorator(login_not_required, name="dispatch")
class VerificationView(View):
    """GET: time, number of files and pages, beginning of the file's hash. 404 with the form for a wrong code."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        """Costs one query; twenty wrong codes within ten minutes are enough (429)."""
        address = _network_address(request)
        try:
            require_attempt_left(address)
        except TooManyAttempts as error:
            response = _form_page(request, None, too_many=True, status=HTTPStatus.TOO_MANY_REQUESTS)
            response.headers["Retry-After"] = str(error.seconds)
            return response
        normalised = normalise_code(code)
        receipt = receipt_by_code(normalised) if normalised else None
        if receipt is None:
            note_wrong_code(address)
            return _form_page(request, VerificationForm(), unknown=True, status=HTTPStatus.NOT_FOUND)
        return _no_store(render(request, "submissions/verified.html", _shown(receipt)))


def _shown(receipt: Any) -> dict[str, Any]:
    digits = (receipt.confirmation_sha256 or "")[:HASH_DIGITS]
    return {
        "moment": proof_moment(receipt.submission.received_at),
        "files": describe_files(receipt.file_count, None if receipt.uncounted else receipt.page_count),
        "code": group_code(receipt.verification_code),
        "digits": group_code(digits, 4, " "),
    }


def _form_page(
    request: HttpRequest, form: VerificationForm | None, *, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    return _no_store(render(request, "submissions/verify.html", {"form": form, **context}, status=status))


def _no_store(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _network_address(request: HttpRequest) -> str:
    """The caller's address as sign-in sees it, too (behind a proxy only with ALLAUTH_TRUSTED_PROXY_COUNT)."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:  # allauth: the address cannot be read
        return ""
