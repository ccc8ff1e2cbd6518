"""All addresses of the portal, one line per app."""

from django.urls import include, path

from portal.cases.urls import guest
from portal.documents.urls import phone
from portal.ui.later_branch import later_branch

urlpatterns = [  # a process that has begun to serve loads the later branches by itself: portal/web_server.py
    later_branch("antrag/", "applications.urls", app_name="applications", namespace="applications"),  # most asked for
    path("", include("portal.pages.urls")),
    path("konto/wiederherstellen/", include("portal.cases.urls")),
    path("", include(guest)),
    path("", include("portal.helping.urls")),
    path("konto/", include("portal.accounts.urls")),
    later_branch("konto/", "portal.leaving.urls", app_name="leaving", namespace="leaving"),
    path("konto/", include("portal.notices.urls")),
    path("unterlagen/", include("portal.documents.urls")),
    path("", include(phone)),
    path("", include("portal.submissions.urls")),
    later_branch("postfach/", "mailbox.urls", app_name="mailbox", namespace="mailbox"),
    later_branch("termine/", "appointments.urls", app_name="appointments", namespace="appointments"),
    later_branch("verwaltung/", "portal.desk.urls", app_name="admin", namespace="desk"),
]

handler400 = "portal.pages.views.errors.bad_request"
handler403 = "portal.pages.views.errors.permission_denied"
handler404 = "portal.pages.views.errors.page_not_found"
handler429 = "portal.accounts.views.limits.too_many_requests"  # allauth asks for it
handler500 = "portal.pages.views.errors.server_error"
