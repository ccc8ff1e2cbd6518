"""Addresses of the appointments."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from appointments.views import calendar, offers, preference, video, wishes
from appointments.views.booking import ConfirmView, PickView
from appointments.views.changing import CancelView, ChannelView, MoveView, NeedsView, ReasonView, WaitingView
from appointments.views.choosing import ChooseView
from appointments.views.companions import CompanionsView, ParticipantView
from appointments.views.day import DayView
from appointments.views.overview import OverviewView
from appointments.views.receipt import ReceiptView

app_name = "appointments"
# By a signed link, without a sign-in: one appointment, and nothing else.
by_link = [
    path("link/<str:token>/", login_not_required(DayView.as_view()), name="link"),
    path("link/<str:token>/verschieben/", login_not_required(MoveView.as_view()), name="link_move"),
    path("link/<str:token>/absagen/", login_not_required(CancelView.as_view()), name="link_cancel"),
    path("link/<str:token>/weg/", login_not_required(ChannelView.as_view()), name="link_channel"),
    path("link/<str:token>/bestaetigung.pdf", login_not_required(ReceiptView.as_view()), name="link_receipt"),
    path("dabei/<str:token>/", ParticipantView.as_view(), name="participant"),
]
of_wishes = [
    path("bitten/", wishes.WishView.as_view(), name="wish"),
    path("bitten/<uuid:pk>/", wishes.WishedView.as_view(), name="wished"),
    path("rueckruf/", wishes.CallbackView.as_view(), name="callback"),
    path("lieber-persoenlich/", preference.PreferenceView.as_view(), name="preference"),
    path("angebote/<uuid:pk>/", offers.OfferView.as_view(), name="offer"),
]
of_calendar_and_video = [
    path("kalender/", calendar.settings_page, name="calendar"),
    path("kalender/abo.ics", calendar.subscription, name="subscription"),
    path("video-test/", video.device_check, name="device_check"),
    path("<uuid:pk>/termin.ics", calendar.entry, name="calendar_entry"),
    path("<uuid:pk>/video/", video.room, name="video"),
    path("<uuid:pk>/video/raum/", video.enter, name="video_enter"),
    path("link/<str:token>/video/", video.room_by_link, name="video_by_link"),
    path("link/<str:token>/video/raum/", video.enter_by_link, name="video_enter_by_link"),
]
urlpatterns = [
    path("", OverviewView.as_view(), name="contact"),
    path("buchen/", ChooseView.as_view(), name="choose"),
    path("buchen/<uuid:service>/", PickView.as_view(), name="pick"),
    *by_link,
    *of_wishes,
    *of_calendar_and_video,
    path("<uuid:pk>/", DayView.as_view(), name="appointment"),
    path("<uuid:pk>/bestaetigen/", ConfirmView.as_view(), name="confirm"),
    path("<uuid:pk>/verschieben/", MoveView.as_view(), name="move"),
    path("<uuid:pk>/absagen/", CancelView.as_view(), name="cancel"),
    path("<uuid:pk>/weg/", ChannelView.as_view(), name="channel"),
    path("<uuid:pk>/wuensche/", NeedsView.as_view(), name="needs"),
    path("<uuid:pk>/begleitung/", CompanionsView.as_view(), name="companions"),
    path("<uuid:pk>/grund/", ReasonView.as_view(), name="reason"),
    path("<uuid:pk>/warteliste/", WaitingView.as_view(), name="waiting"),
]
