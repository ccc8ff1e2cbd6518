"""Addresses of the pages around an access letter, and of everything without an account."""

from django.urls import path

from portal.cases.views import guest as guest_views
from portal.cases.views import guest_code, recovery
from portal.cases.views.redeem import RedeemView

app_name = "cases"
urlpatterns = [
    path("", recovery.PresentLetterView.as_view(), name="letter"),
    path("e-mail/", recovery.LetterEmailView.as_view(), name="letter_email"),
    path("code/", recovery.LetterCodeView.as_view(), name="letter_code"),
    path("passwort/", recovery.LetterPasswordView.as_view(), name="letter_password"),
    path("fertig/", recovery.LetterDoneView.as_view(), name="letter_done"),
]

guest = (
    [
        path("weiter/", guest_views.ResumeView.as_view(), name="resume"),
        path("weiter/ohne-konto/", guest_views.BeginView.as_view(), name="begin"),
        path("weiter/code/", guest_code.CodeView.as_view(), name="code"),
        path("weiter/code/e-mail/", guest_code.MailView.as_view(), name="mail"),
        path("weiter/konto/", guest_code.KeepView.as_view(), name="keep"),
        path("weiter/beenden/", guest_views.EndView.as_view(), name="end"),
        path("weiter/beendet/", guest_views.EndedView.as_view(), name="ended"),
        path("konto/code-einloesen/", RedeemView.as_view(), name="redeem"),
    ],
    "guest",
)
