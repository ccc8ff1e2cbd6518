"""Addresses of the applications."""

from django.urls import path

from applications.forms.step import StepForm
from applications.views.about_form import about_form
from applications.views.after_sending import add, correct, withdraw
from applications.views.blackening import blackening
from applications.views.change import ConfirmChangeView
from applications.views.continuing import ContinueView, SecureView
from applications.views.discard import DiscardView
from applications.views.evidence import EvidenceView
from applications.views.items import AddItemView, RemoveItemView
from applications.views.overview import OverviewView
from applications.views.own_part import own_part
from applications.views.quick import QuickView
from applications.views.review import ReviewView, SendView
from applications.views.status import status
from applications.views.tasks import TasksView
from applications.views.wizard import ApplicationWizard

app_name = "applications"
wizard = ApplicationWizard.as_view(  # formtools wants a list of forms; the real one follows from the answers
    [("step", StepForm)], url_name="applications:step", done_step_name="absenden"
)
urlpatterns = [
    path("", OverviewView.as_view(), name="overview"),
    path("formular/<slug:key>/", about_form, name="about_form"),
    path("schwaerzen/", blackening, name="blackening"),
    path("stand/<uuid:pk>/", status, name="status"),
    path("stand/<uuid:pk>/nachreichen/", add, name="add_to"),
    path("stand/<uuid:pk>/berichtigen/", correct, name="correct"),
    path("stand/<uuid:pk>/zuruecknehmen/", withdraw, name="withdraw"),
    path("datum-sichern/", QuickView.as_view(), name="quick"),
    path("stand/<uuid:pk>/weiter/", ContinueView.as_view(), name="continue"),
    path("<uuid:draft_id>/", TasksView.as_view(), name="tasks"),
    path("<uuid:draft_id>/pruefen/", ReviewView.as_view(), name="review"),
    path("<uuid:draft_id>/bestaetigen/", ConfirmChangeView.as_view(), name="confirm_change"),
    path("<uuid:draft_id>/absenden/", SendView.as_view(), name="send"),
    path("<uuid:draft_id>/datum-sichern/", SecureView.as_view(), name="secure"),
    path("<uuid:draft_id>/loeschen/", DiscardView.as_view(), name="discard"),
    path("<uuid:draft_id>/mein-teil/", own_part, name="own_part"),
    path("<uuid:draft_id>/unterlagen/", EvidenceView.as_view(), name="evidence"),
    path("<uuid:draft_id>/<slug:step>/", wizard, name="step"),
    path("<uuid:draft_id>/<slug:step>/hinzufuegen/", AddItemView.as_view(), name="add"),
    path("<uuid:draft_id>/<slug:step>/entfernen/<slug:item>/", RemoveItemView.as_view(), name="remove"),
]
