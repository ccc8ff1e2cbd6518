"""Addresses of the postbox."""

from django.urls import path

from mailbox.views import postbox

app_name = "mailbox"
urlpatterns = [
    path("", postbox.inbox, name="inbox"),
    path("<uuid:pk>/", postbox.thread, name="thread"),
]
