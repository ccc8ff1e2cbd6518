"""Addresses of people who help and are helped."""

from django.urls import path

from portal.helping.views import answering, asking, helped, helping

app_name = "helping"
urlpatterns = [
    path("hilfe/", helped.HelpersView.as_view(), name="helpers"),
    path("hilfe/einladen/", asking.InviteView.as_view(), name="invite"),
    path("hilfe/<uuid:pk>/", helped.HelperView.as_view(), name="helper"),
    path("hilfe/<uuid:pk>/verlaengern/", helped.ExtendView.as_view(), name="extend"),
    path("hilfe/<uuid:pk>/beenden/", helped.EndView.as_view(), name="end"),
    path("helfen/", helping.HelpingView.as_view(), name="helping"),
    path("helfen/anbieten/", asking.OfferView.as_view(), name="offer"),
    path("helfen/neu/", helping.BeginView.as_view(), name="begin"),
    path("helfen/<uuid:pk>/uebergeben/", helping.HandOverView.as_view(), name="hand_over"),
    path("helfen/<uuid:pk>/aufhoeren/", helping.LeaveView.as_view(), name="leave"),
    path("einladung/", answering.CodeView.as_view(), name="code"),
    path("einladung/antworten/", answering.AnswerView.as_view(), name="answer"),
    path("einladung/erstellt/<uuid:pk>/", asking.InvitationView.as_view(), name="invitation"),
    path("einladung/erstellt/<uuid:pk>/zurueckziehen/", asking.WithdrawView.as_view(), name="withdraw"),
    path("einladung/<str:token>/", answering.OpenView.as_view(), name="open"),
]
