"""Addresses of the postbox."""

from mailbox.views import postbox

from django.urls import path

app_name = "mailbox"
urlpatterns = [
    path("", postbox.inbox, name="inbox"),
    path("<uuid:pk>/", postbox.thread, name="thread"),
]
