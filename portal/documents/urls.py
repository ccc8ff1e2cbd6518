"""Addresses of documents."""

from django.urls import path

from portal.documents.views import DownloadView, MyDocumentsView, RemoveView, SendForSomebodyView

app_name = "documents"
urlpatterns = [
    path("", MyDocumentsView.as_view(), name="list"),
    path("schicken/", SendForSomebodyView.as_view(), name="send"),
    path("<uuid:pk>/", DownloadView.as_view(), name="download"),
    path("<uuid:pk>/entfernen/", RemoveView.as_view(), name="remove"),
]
