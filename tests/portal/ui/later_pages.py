"""A branch of addresses for the tests."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("seite/", lambda _request: HttpResponse(), name="page")]
