"""Addresses of the postbox."""

from django.urls import path

from mailbox.views import decisions, evidence, evidence_files, export
from mailbox.views.compose import ComposeView
from mailbox.views.postbox import InboxView, LeftView
from mailbox.views.thread import AttachmentView, ThreadView

app_name = "mailbox"
urlpatterns = [
    path("", InboxView.as_view(), name="inbox"),
    path("neu/", ComposeView.as_view(), name="new"),
    path("entwurf/<uuid:pk>/", LeftView.as_view(), name="left"),
    path("<uuid:pk>/", ThreadView.as_view(), name="thread"),
    path("<uuid:pk>/anhang/<uuid:attachment>/", AttachmentView.as_view(), name="attachment"),
    path("bitten/<uuid:pk>/", evidence.EvidenceRequestView.as_view(), name="request"),
    path("bitten/<uuid:pk>/brief.pdf", evidence_files.letter, name="request_letter"),
    path("bitten/<uuid:pk>/deckblatt/<int:number>.pdf", evidence_files.cover_sheet, name="request_sheet"),
    path("bescheide/<uuid:pk>/", decisions.show, name="decision"),
    path("bescheide/<uuid:pk>/datei/", decisions.file, name="decision_file"),
    path("herunterladen/", export.choose, name="export"),
    path("herunterladen/<uuid:pk>/pdf/", export.case, {"kind": "pdf"}, name="export_case_pdf"),
    path("herunterladen/<uuid:pk>/zip/", export.case, {"kind": "zip"}, name="export_case_zip"),
    path("<uuid:pk>/herunterladen/pdf/", export.thread, {"kind": "pdf"}, name="export_thread_pdf"),
    path("<uuid:pk>/herunterladen/zip/", export.thread, {"kind": "zip"}, name="export_thread_zip"),
]
