"""Addresses of notices."""

from django.urls import path

from portal.notices.views.overview import ConsentView, NoticesView
from portal.notices.views.push import renewed, switch_off, switch_on

app_name = "notices"
urlpatterns = [
    path("benachrichtigungen/", NoticesView.as_view(), name="overview"),
    path("benachrichtigungen/einwilligung/", ConsentView.as_view(), name="consent"),
    path("benachrichtigungen/geraet/", switch_on, name="device_on"),
    path("benachrichtigungen/geraet/erneuert/", renewed, name="device_renewed"),
    path("benachrichtigungen/geraet/aus/", switch_off, name="device_off"),
]
