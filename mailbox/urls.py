"""Addresses of the postbox."""

from django.urls import path

from mailbox.views import decisions, postbox

app_name = "mailbox"
urlpatterns = [
    path("", postbox.inbox, name="inbox"),
    path("bescheide/<uuid:pk>/", decisions.show, name="decision"),
    path("bescheide/<uuid:pk>/datei/", decisions.file, name="decision_file"),
    path("<uuid:pk>/", postbox.thread, name="thread"),
]
