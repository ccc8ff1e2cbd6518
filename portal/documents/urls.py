"""Addresses of documents."""

from django.urls import path

from portal.documents.views import (
    DownloadView,
    HandOverView,
    MyDocumentsView,
    NotNeededView,
    PhoneCodeView,
    PhoneView,
    PictureView,
    SendForSomebodyView,
    StatesView,
)

app_name = "documents"
urlpatterns = [
    path("", MyDocumentsView.as_view(), name="list"),
    path("schicken/", SendForSomebodyView.as_view(), name="send"),
    path("handy/<uuid:pk>/", HandOverView.as_view(), name="hand_over"),
    path("stand/", StatesView.as_view(), name="states"),
    path("<uuid:pk>/", DownloadView.as_view(), name="download"),
    path("<uuid:pk>/bild/", PictureView.as_view(), name="picture"),
    path("<uuid:pk>/nicht-gebraucht/", NotNeededView.as_view(), name="not_needed"),
]
# Outside of the space of a person and of any account: whoever holds the phone has nothing but the code.
phone = (
    [
        path("handy/", PhoneCodeView.as_view(), name="code"),
        path("handy/<str:code>/", PhoneView.as_view(), name="upload"),
    ],
    "phone",
)
