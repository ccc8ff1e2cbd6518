"""Addresses of the data copy and of closing the account."""

from django.urls import path

from portal.leaving.views.closing import CloseAccountView, ClosedView
from portal.leaving.views.data_copy import DataCopyView, DownloadView

app_name = "leaving"
urlpatterns = [
    path("datenkopie/", DataCopyView.as_view(), name="data_copy"),
    path("datenkopie/herunterladen/", DownloadView.as_view(), name="download"),
    path("schliessen/", CloseAccountView.as_view(), name="close"),
    path("geschlossen/", ClosedView.as_view(), name="closed"),
]
