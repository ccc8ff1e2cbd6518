"""Addresses of the pages around an access letter."""

from django.urls import path

from portal.cases.views import recovery

app_name = "cases"
urlpatterns = [
    path("", recovery.PresentLetterView.as_view(), name="letter"),
    path("e-mail/", recovery.LetterEmailView.as_view(), name="letter_email"),
    path("code/", recovery.LetterCodeView.as_view(), name="letter_code"),
    path("passwort/", recovery.LetterPasswordView.as_view(), name="letter_password"),
    path("fertig/", recovery.LetterDoneView.as_view(), name="letter_done"),
]
