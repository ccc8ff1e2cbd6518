"""Addresses of submissions and of the public check."""

from django.urls import path

from portal.submissions.views import (
    ConfirmationFileView,
    ConfirmationView,
    CopyFileView,
    SheetView,
    VerificationFormView,
    VerificationView,
)

app_name = "submissions"
urlpatterns = [
    path("eingang/<uuid:pk>/", ConfirmationView.as_view(), name="confirmation"),
    path("eingang/<uuid:pk>/bestaetigung.pdf", ConfirmationFileView.as_view(), name="confirmation_pdf"),
    path("eingang/<uuid:pk>/kopie.pdf", CopyFileView.as_view(), name="copy_pdf"),
    path("eingang/<uuid:pk>/mit-code.pdf", SheetView.as_view(), name="sheet"),
    path("pruefen/", VerificationFormView.as_view(), name="verify_form"),
    path("pruefen/<str:code>/", VerificationView.as_view(), name="verify"),
]
