"""Addresses of notices."""

from django.urls import path

from portal.notices.views.overview import ConsentView, NoticesView

app_name = "notices"
urlpatterns = [
    path("benachrichtigungen/", NoticesView.as_view(), name="overview"),
    path("benachrichtigungen/einwilligung/", ConsentView.as_view(), name="consent"),
]
