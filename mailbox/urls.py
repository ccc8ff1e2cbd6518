"""Addresses of the postbox."""

from django.urls import path

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
]
