"""Addresses of the appointments."""

from django.urls import path

from appointments.views import ContactView, calendar, offers, preference, video, wishes

app_name = "appointments"
urlpatterns = [
    path("", ContactView.as_view(), name="contact"),
    path("kalender/", calendar.settings_page, name="calendar"),
    path("kalender/abo.ics", calendar.subscription, name="subscription"),
    path("video-test/", video.device_check, name="device_check"),
    path("<uuid:pk>/termin.ics", calendar.entry, name="calendar_entry"),
    path("<uuid:pk>/video/", video.room, name="video"),
    path("<uuid:pk>/video/raum/", video.enter, name="video_enter"),
    path("link/<str:token>/video/", video.room_by_link, name="video_by_link"),
    path("link/<str:token>/video/raum/", video.enter_by_link, name="video_enter_by_link"),
    path("bitten/", wishes.WishView.as_view(), name="wish"),
    path("bitten/<uuid:pk>/", wishes.WishedView.as_view(), name="wished"),
    path("rueckruf/", wishes.CallbackView.as_view(), name="callback"),
    path("lieber-persoenlich/", preference.PreferenceView.as_view(), name="preference"),
    path("angebote/<uuid:pk>/", offers.OfferView.as_view(), name="offer"),
]
