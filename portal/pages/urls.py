"""Addresses of the public pages."""

from django.conf import settings
from django.urls import path

from portal.pages.views import device, home, legal, looks, reports, status, wellknown

app_name = "pages"
urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path("kontakt/", home.ContactView.as_view(), name="contact"),
    path("impressum/", legal.ImprintView.as_view(), name="imprint"),
    path("datenschutz/", legal.PrivacyView.as_view(), name="privacy"),
    path("barrierefreiheit/", legal.AccessibilityView.as_view(), name="accessibility"),
    path("konto/zugriffe/", looks.who_has_seen, name="looks"),
    path("konto/ungelesen/", device.unread, name="unread"),
    path("offline/", device.offline, name="offline"),
    path("sw.js", device.service_worker, name="service_worker"),
    path("manifest.webmanifest", device.manifest, name="manifest"),
    path("gesundheit/", status.health, name="health"),
    path("csp-meldung/", reports.csp_report, name="csp_report"),
    path("robots.txt", wellknown.robots, name="robots"),
    path("favicon.ico", wellknown.favicon, name="favicon"),
]
if settings.PORTAL_IS_DEMO:
    from portal.pages.views import demo, design

    urlpatterns += [
        path("demo/mails/", demo.MailsView.as_view(), name="demo_mails"),
        path("design/", design.DesignView.as_view(), name="design"),
    ]
