"""From an access letter to an account: code and birth date, e-mail address, its code, password. No script needed."""

from http import HTTPStatus
from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.accounts.errors import AddressTaken
from portal.accounts.models import User
from portal.accounts.views.availability import unavailable_without_services
from portal.cases.errors import LetterNotValid
from portal.cases.forms.recovery import EmailCodeForm, EmailForm, LetterForm, NewPasswordForm
from portal.cases.models import AccessLetter
from portal.cases.services import present_letter, use_letter
from portal.cases.views.letter_in_hand import AddressCheck, forget_letter, remember_letter, remembered_letter

NOT_FOUND = _(
    "Mit diesen Angaben kommen wir nicht weiter. Bitte vergleichen Sie den Code mit dem Brief und das Geburtsdatum mit "
    "Ihrem Ausweis. Ein Brief gilt 14 Tage und nur einmal. Im Jobcenter bekommen Sie einen neuen."
)
TOO_OFT = _("Das waren zu viele Versuche. Bitte warten Sie zehn Minuten. Ihr Brief gilt weiter.")
BEGIN_AGAIN = _("Das hat zu lange gedauert. Bitte geben Sie den Code aus dem Brief noch einmal ein. Er gilt weiter.")
CODE_OVER = _("Dieser Code gilt nicht mehr. Bitte geben Sie Ihre E-Mail-Adresse noch einmal ein.")
WRONG_CODE = _("Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern in unserer letzten E-Mail.")
JUST_TAKEN = _("Diese E-Mail-Adresse geht gerade nicht. Bitte wählen Sie eine andere.")
TOO_SOON = _("Wir haben gerade schon einen Code geschickt. Bitte warten Sie einen Moment.")
SENT_AGAIN = _("Wir haben einen neuen Code geschickt.")


@method_decorator([login_not_required, unavailable_without_services], name="dispatch")
class PresentLetterView(View):
    """GET: a form for code and birth date. POST: on to the address, or one answer for everything that does not fit."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form; who is signed in is asked to sign out first, so that no two people get mixed up."""
        return _page(request, "letter", LetterForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Twenty tries in ten minutes for each address of the network."""
        form = LetterForm(request.POST)
        if request.user.is_authenticated or not form.is_valid():
            return _page(request, "letter", form)
        if not ratelimit.consume(request, action="access_letter"):
            form.add_error(None, TOO_OFT)
            return _page(request, "letter", form, status=HTTPStatus.TOO_MANY_REQUESTS)
        letter = present_letter(code=form.cleaned_data["code"], birth_date=form.cleaned_data["birth_date"])
        if letter is None:
            form.add_error(None, NOT_FOUND)
            return _page(request, "letter", form)
        remember_letter(request, letter)
        return redirect("cases:letter_email")


@method_decorator([login_not_required, unavailable_without_services], name="dispatch")
class _LetterView(View):
    """A page behind the letter: without one it leads back to the beginning and says why."""

    http_method_names = ["get", "head", "post", "options"]
    letter: AccessLetter

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the letter of this browser."""
        letter = remembered_letter(request)
        if letter is None or request.user.is_authenticated:
            return begin_again(request)
        self.letter = letter
        return super().dispatch(request, *args, **kwargs)


class LetterEmailView(_LetterView):
    """Which address from now on. Says before anything happens what will happen."""

    def get(self, _request: HttpRequest) -> HttpResponse:
        """The empty form."""
        return self._shown(EmailForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send a code there, whether the address is free or not."""
        form = EmailForm(request.POST)
        if not form.is_valid():
            return self._shown(form)
        email = form.cleaned_data["email"]
        if not ratelimit.consume(request, action="confirm_email", key=email):
            form.add_error(None, TOO_SOON)
            return self._shown(form, status=HTTPStatus.TOO_MANY_REQUESTS)
        AddressCheck.begin(request, self.letter, email)
        return redirect("cases:letter_code")

    def _shown(self, form: Form, *, status: int = HTTPStatus.OK) -> HttpResponse:
        has_account = self.letter.person.user is not None
        return _page(self.request, "letter_email", form, status=status, has_account=has_account)


class LetterCodeView(_LetterView):
    """The code from the e-mail."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form, or back to the address when there is nothing to confirm any more."""
        check = AddressCheck.resume(request)
        return self._shown(check, EmailCodeForm()) if check else redirect("cases:letter_email")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Another code, or on to the password."""
        check = AddressCheck.resume(request)
        if check is None:
            return _back_to_address(request)
        if request.POST.get("action") == "resend":
            return self._resend(check)
        form = EmailCodeForm(request.POST)
        if form.is_valid() and check.try_code(form.cleaned_data["code"]):
            return redirect("cases:letter_password")
        if AddressCheck.resume(request) is None:
            return _back_to_address(request)
        if not form.errors:
            form.add_error("code", WRONG_CODE)
        return self._shown(check, form)

    def _resend(self, check: AddressCheck) -> HttpResponse:
        free = check.can_resend and ratelimit.consume(self.request, action="confirm_email", key=check.email)
        if free:
            check.resend()
        messages.info(self.request, SENT_AGAIN if free else TOO_SOON)
        return redirect("cases:letter_code")

    def _shown(self, check: AddressCheck, form: Form) -> HttpResponse:
        return _page(
            self.request, "letter_code", form, verify_form=form, email=check.email, can_resend=check.can_resend
        )


class LetterPasswordView(_LetterView):
    """The new password; with it everything counts at once."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form, once the address is confirmed."""
        check = _confirmed(request)
        return self._shown(check, NewPasswordForm(user=User(email=check.email))) if check else _back_to_address(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Open the account and forget the letter here."""
        check = _confirmed(request)
        if check is None:
            return _back_to_address(request)
        form = NewPasswordForm(request.POST, user=User(email=check.email))
        if not form.is_valid():
            return self._shown(check, form)
        try:
            use_letter(letter_id=self.letter.pk, email=check.email, password=form.cleaned_data["password1"])
        except LetterNotValid:
            return begin_again(request)
        except AddressTaken:  # somebody else has just taken it
            check.abort()
            messages.warning(request, JUST_TAKEN)
            return redirect("cases:letter_email")
        forget_letter(request)
        return redirect("cases:letter_done")

    def _shown(self, check: AddressCheck, form: Form) -> HttpResponse:
        has_account = self.letter.person.user is not None
        return _page(self.request, "letter_password", form, email=check.email, has_account=has_account)


@method_decorator(login_not_required, name="dispatch")
class LetterDoneView(View):
    """It worked: what was done, where to sign in. Says nothing about whom."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        return _page(request, "letter_done", None)


def begin_again(request: HttpRequest) -> HttpResponse:
    """Back to the first page, with the reason."""
    messages.warning(request, BEGIN_AGAIN)
    return redirect("cases:letter")


def _back_to_address(request: HttpRequest) -> HttpResponse:
    messages.warning(request, CODE_OVER)
    return redirect("cases:letter_email")


def _confirmed(request: HttpRequest) -> AddressCheck | None:
    check = AddressCheck.resume(request)
    return check if check is not None and check.is_confirmed else None


def _page(
    request: HttpRequest, template: str, form: Form | None, *, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    response = render(request, f"cases/{template}.html", {"form": form, **context}, status=status)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
