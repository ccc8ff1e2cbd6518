"""Addresses of the postbox."""

from django.urls import path

from mailbox.views import evidence, evidence_files, postbox

app_name = "mailbox"
urlpatterns = [
    path("", postbox.inbox, name="inbox"),
    path("<uuid:pk>/", postbox.thread, name="thread"),
    path("bitten/<uuid:pk>/", evidence.EvidenceRequestView.as_view(), name="request"),
    path("bitten/<uuid:pk>/brief.pdf", evidence_files.letter, name="request_letter"),
    path("bitten/<uuid:pk>/deckblatt/<int:number>.pdf", evidence_files.cover_sheet, name="request_sheet"),
]
