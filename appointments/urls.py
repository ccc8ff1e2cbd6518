"""Addresses of the appointments."""

from django.urls import path

from appointments.views import ContactView

app_name = "appointments"
urlpatterns = [path("", ContactView.as_view(), name="contact")]
