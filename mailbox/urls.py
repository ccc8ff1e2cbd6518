"""Addresses of the postbox."""

from django.urls import path

from mailbox.views import export, postbox

app_name = "mailbox"
urlpatterns = [
    path("", postbox.inbox, name="inbox"),
    path("herunterladen/", export.choose, name="export"),
    path("herunterladen/<uuid:pk>/pdf/", export.case, {"kind": "pdf"}, name="export_case_pdf"),
    path("herunterladen/<uuid:pk>/zip/", export.case, {"kind": "zip"}, name="export_case_zip"),
    path("<uuid:pk>/herunterladen/pdf/", export.thread, {"kind": "pdf"}, name="export_thread_pdf"),
    path("<uuid:pk>/herunterladen/zip/", export.thread, {"kind": "zip"}, name="export_thread_zip"),
    path("<uuid:pk>/", postbox.thread, name="thread"),
]
