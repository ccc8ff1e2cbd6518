"""Addresses of people who help and are helped."""

from django.urls import path

from portal.helping.views import answering, asking, clients, helped, helping, mandate, members

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
    path("helfen/organisation/neu/", members.RegisterView.as_view(), name="register"),
    path("helfen/organisation/<uuid:pk>/", clients.ClientsView.as_view(), name="clients"),
    path("helfen/organisation/<uuid:pk>/anfragen/", clients.AskClientView.as_view(), name="ask_client"),
    path("helfen/organisation/<uuid:pk>/vollmacht/", mandate.NewMandateView.as_view(), name="new_mandate"),
    path("helfen/organisation/<uuid:pk>/code/", mandate.FindMandateView.as_view(), name="find_mandate"),
    path(
        "helfen/organisation/<uuid:pk>/person/<uuid:standing_pk>/beenden/",
        clients.EndClientView.as_view(),
        name="end_client",
    ),
    path(
        "helfen/organisation/<uuid:pk>/person/<uuid:standing_pk>/verlaengern/",
        mandate.RenewMandateView.as_view(),
        name="renew_mandate",
    ),
    path("helfen/organisation/<uuid:pk>/mitglieder/", members.MembersView.as_view(), name="members"),
    path("helfen/organisation/<uuid:pk>/mitglieder/<uuid:member_pk>/", members.MemberView.as_view(), name="member"),
    path("helfen/vollmacht/<uuid:pk>/", mandate.MandateView.as_view(), name="mandate"),
    path("helfen/vollmacht/<uuid:pk>/drucken/", mandate.MandatePdfView.as_view(), name="mandate_pdf"),
    path("einladung/", answering.CodeView.as_view(), name="code"),
    path("einladung/antworten/", answering.AnswerView.as_view(), name="answer"),
    path("einladung/erstellt/<uuid:pk>/", asking.InvitationView.as_view(), name="invitation"),
    path("einladung/erstellt/<uuid:pk>/zurueckziehen/", asking.WithdrawView.as_view(), name="withdraw"),
    path("einladung/<str:token>/", answering.OpenView.as_view(), name="open"),
]
