"""The staff's own AdminSite at /verwaltung/: own pages for daily work, Django's admin for set-up and exceptions."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from mailbox.permissions import may_write_texts
from portal.accounts.views.second_factor import COMING_FROM, SecondFactorNeeded, lead_to_second_factor
from portal.cases.enums import Role
from portal.cases.permissions import may_list_letters
from portal.cases.views.actor import staff_actor_of
from portal.desk.admin import register_all
from portal.desk.selectors.postbox import waiting_for
from portal.desk.views import (
    absences,
    actions,
    answer,
    appointment,
    appointment_change,
    appointment_outcome,
    appointment_times,
    appointment_video,
    appointments,
    case,
    case_appointments,
    contact,
    conversation,
    deadlines,
    decision_lists,
    decision_steps,
    decisions,
    evidence_paper,
    evidence_request,
    evidence_steps,
    evidence_writing,
    export,
    grant_period,
    household_number,
    inviting,
    judging,
    letters,
    new_letter,
    offer,
    offering_routes,
    overview,
    paper_piles,
    papers,
    postbox,
    preview,
    protecting,
    reason,
    reassigning,
    representation,
    searching,
    setup,
    summoning,
    summons_post,
    texts,
    thread_steps,
    triage,
    viewer,
    wish,
    wishes,
    writing,
)

DeskView = Callable[..., HttpResponseBase]


class DeskSite(admin.AdminSite):
    """Open to people with a staff membership that holds today; signed in through the portal's own sign-in."""

    site_header = _("Sachbearbeitung")
    site_title = _("Sachbearbeitung")
    index_title = _("Übersicht")
    site_url = None
    enable_nav_sidebar = False
    empty_value_display = "–"

    def has_permission(self, request: HttpRequest) -> bool:
        """Ask for a current membership, not only for the flag on the account, and a second factor. One query."""
        if not (request.user.is_active and request.user.is_staff):
            return False
        try:
            staff_actor_of(request)
        except PermissionDenied:
            return False
        return True

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002 -- Django's signature
        """Refuse who is not staff today in words, lead staff to their second factor; who is not signed in never comes
        here (LoginRequiredMiddleware).
        """
        checked = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self._lacks_second_factor(request):
                return lead_to_second_factor(request)
            if not self.has_permission(request):
                raise PermissionDenied
            request.session.pop(COMING_FROM, None)
            request.desk_site = self  # type: ignore[attr-defined] # read by desk_page
            response: HttpResponse = checked(request, *args, **kwargs)
            return response

        return guarded

    @staticmethod
    def _lacks_second_factor(request: HttpRequest) -> bool:
        if not (request.user.is_active and request.user.is_staff):
            return False
        try:
            staff_actor_of(request)
        except SecondFactorNeeded:
            return True
        except PermissionDenied:
            return False
        return False

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the frame of every page needs. Without Django's list of tables: it costs dozens of queries."""
        may_enter = self.has_permission(request)
        return {
            "site_title": self.site_title,
            "site_header": self.site_header,
            "site_url": None,
            "has_permission": may_enter,
            "available_apps": [],
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "log_entries": None,
            "may_list_letters": may_enter and may_list_letters(staff_actor_of(request)),
            "may_write_texts": may_enter and may_write_texts(staff_actor_of(request)),
            "postbox_waiting": may_enter and waiting_for(staff_actor_of(request)),
            "is_administrator": may_enter and staff_actor_of(request).role is Role.ADMINISTRATOR,
        }

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Put the own pages before Django's."""
        one = "antraege/<uuid:pk>/"
        letters_of_case = "faelle/<uuid:pk>/bescheide/"
        letter = "faelle/<uuid:case_pk>/bescheide/<uuid:pk>/"
        wanted = "faelle/<uuid:pk>/bitten/"
        asked = f"{wanted}<uuid:request_pk>/"
        talk = "termine/<uuid:pk>/"
        talks_of_case = "faelle/<uuid:pk>/termine/"
        own: list[tuple[str, DeskView, str]] = [
            ("antraege/", triage.triage, "applications"),
            ("antraege/suchen/", triage.narrow, "narrow"),
            ("antraege/zuteilen/", triage.assign, "assign"),
            (one, case.case_page, "application"),
            (f"{one}stand/", actions.move, "move"),
            (f"{one}antwort/", answer.answer, "answer"),
            (f"{one}zuteilen/", actions.assign_one, "assign_one"),
            (f"{one}pruefen/", actions.check_again, "check_again"),
            (f"{one}zustaendigkeit/", actions.forward, "forward"),
            (f"{one}feststellungen/", actions.decide, "decide"),
            (f"{one}bg-nummer/", household_number.enter_number, "enter_household_number"),
            (f"{one}unterlagen/suchen/", searching.search, "search_documents"),
            (f"{one}unterlagen/annehmen/", judging.accept_all, "accept_documents"),
            (f"{one}unterlagen/<uuid:document_pk>/", viewer.viewer, "viewer"),
            (f"{one}unterlagen/<uuid:document_pk>/seiten/<int:number>/", viewer.page_picture, "page_picture"),
            (f"{one}unterlagen/<uuid:document_pk>/seiten/<int:number>/drehen/", judging.turn, "turn_page"),
            (f"{one}unterlagen/<uuid:document_pk>/urteil/", judging.review, "review_document"),
            (f"{one}unterlagen/<uuid:document_pk>/zweck/", protecting.give_purpose, "give_purpose"),
            (f"{one}unterlagen/<uuid:document_pk>/schutz/", protecting.protect, "protect_document"),
            (f"{one}unterlagen/<uuid:document_pk>/original/<uuid:part_pk>/", protecting.original, "original"),
            (f"{one}bewilligung/", grant_period.enter_period, "enter_period"),
            (f"{one}zugangsbrief/<uuid:person_pk>/", letters.print_access_letter, "print_letter"),
            (f"{one}vertretung/", representation.record_new, "represent"),
            (f"{one}vertretung/<uuid:standing_pk>/", representation.show, "representation"),
            (f"{one}vertretung/<uuid:standing_pk>/nachweis/", representation.check, "check_representation"),
            (f"{one}vertretung/<uuid:standing_pk>/ende/", representation.move_end, "move_representation"),
            (f"{one}vertretung/<uuid:standing_pk>/beenden/", representation.end, "end_representation"),
            ("zugangsbriefe/", letters.list_letters, "letters"),
            ("zugangsbriefe/<uuid:pk>/sperren/", letters.withdraw, "withdraw_letter"),
            ("faelle/<uuid:pk>/grund/", reason.reason, "reason"),
            ("bescheide/", decision_lists.overview, "decision_lists"),
            (letters_of_case, decisions.list_decisions, "decisions"),
            (f"{letters_of_case}neu/", decisions.new, "new_decision"),
            (letter, decisions.show, "decision"),
            (f"{letter}aendern/", decisions.change, "change_decision"),
            (f"{letter}schritt/", decision_steps.step, "decision_step"),
            (f"{letter}seiten/<int:number>/", decision_steps.page_picture, "decision_page"),
            (f"{letter}original/", decision_steps.original, "decision_original"),
            ("faelle/<uuid:pk>/herunterladen/", export.export, "export"),
            (f"{wanted}neu/", evidence_writing.new_request, "new_request"),
            (asked, evidence_request.show, "request"),
            (f"{asked}aendern/", evidence_writing.change, "change_request"),
            (f"{asked}brief/", evidence_request.letter, "request_letter"),
            (f"{asked}senden/", evidence_steps.send, "send_request"),
            (f"{asked}zuruecknehmen/", evidence_steps.withdraw, "withdraw_request"),
            (f"{asked}punkte/<uuid:item_pk>/urteil/", evidence_steps.judge_one, "judge_item"),
            (f"{asked}punkte/<uuid:item_pk>/papier/", evidence_paper.record, "record_paper"),
            (f"{asked}mehr-zeit/<uuid:wish_pk>/", evidence_steps.answer_wish, "answer_wish"),
            ("deckblatt/", evidence_paper.cover_sheet, "cover_sheet"),
            ("deckblatt/stapel/", paper_piles.new_pile, "new_pile"),
            ("deckblatt/stapel/<uuid:pk>/", paper_piles.pile, "pile"),
            ("deckblatt/stapel/<uuid:pk>/seiten/<int:number>/", paper_piles.pile_page, "pile_page"),
            ("fristen/", deadlines.deadlines, "deadlines"),
            ("vollmachten/", papers.list_papers, "papers"),
            ("vollmachten/<uuid:pk>/", papers.check, "paper"),
            ("postfach/", postbox.inbox, "inbox"),
            ("postfach/suchen/", postbox.narrow_inbox, "narrow_inbox"),
            ("postfach/<uuid:pk>/", conversation.conversation, "conversation"),
            ("postfach/<uuid:pk>/antwort/", writing.reply, "reply"),
            ("postfach/<uuid:pk>/erledigt/", thread_steps.no_answer, "no_answer"),
            ("postfach/<uuid:pk>/weitergeben/", thread_steps.move, "move_thread"),
            ("postfach/<uuid:pk>/notiz/", thread_steps.note, "note"),
            ("postfach/<uuid:pk>/sprache/", thread_steps.language, "person_language"),
            ("faelle/<uuid:pk>/nachricht/", writing.write, "write"),
            ("faelle/<uuid:pk>/notiz/", thread_steps.case_note, "case_note"),
            ("faelle/<uuid:pk>/kontakt/", contact.record, "contact"),
            ("termine/wuensche/", wishes.wishes, "wishes"),
            ("termine/wuensche/<uuid:pk>/", wish.wish, "wish"),
            ("termine/angebote/<uuid:pk>/", offer.offer, "offer"),
            ("faelle/<uuid:pk>/termine/einladen/", inviting.invite, "invite"),
            ("faelle/<uuid:pk>/lieber-persoenlich/", inviting.note_preference, "note_preference"),
            ("termine/", appointments.appointments, "appointments"),
            ("termine/offen/", appointments.open_outcomes, "open_outcomes"),
            ("termine/umverteilen/", reassigning.reassigning, "reassign"),
            ("termine/vorladungen/", summons_post.to_post, "summonses"),
            (talk, appointment.appointment, "appointment"),
            (f"{talk}ergebnis/", appointment_outcome.outcome, "appointment_outcome"),
            (f"{talk}nicht-erschienen/", appointment_outcome.missed, "appointment_missed"),
            (f"{talk}schritte/", appointment.agree, "agree_step"),
            (f"{talk}schritte/<uuid:step_pk>/", appointment.change_step, "change_step"),
            (f"{talk}notiz/", appointment.note, "appointment_note"),
            (f"{talk}verschieben/", appointment_times.move, "move_appointment"),
            (f"{talk}aendern/", appointment_change.change, "change_appointment"),
            (f"{talk}absagen/", appointment_times.cancel, "cancel_appointment"),
            (f"{talk}video/", appointment_video.enter, "appointment_video"),
            (f"{talk}schreiben/", summons_post.letter, "summons_letter"),
            (f"{talk}zur-post/", summons_post.posted, "summons_posted"),
            (f"{talk}neues-schreiben/", new_letter.renew, "new_letter"),
            (talks_of_case, case_appointments.case_appointments, "case_appointments"),
            (f"{talks_of_case}buchen/", appointment_times.book, "book_appointment"),
            (f"{talks_of_case}vorladen/", summoning.summon, "summon"),
            ("texte/", texts.texts, "texts"),
            ("texte/neu/", texts.begin, "new_text"),
            ("texte/<uuid:pk>/", texts.text, "text"),
            ("texte/<uuid:pk>/uebernehmen/", texts.take_over, "take_over_text"),
            ("texte/<uuid:pk>/<uuid:version_pk>/veroeffentlichen/", texts.publish, "publish_text"),
            ("abwesenheit/", absences.absences, "absences"),
            ("abwesenheit/<uuid:pk>/loeschen/", absences.remove, "remove_absence"),
            ("formulare/", preview.list_forms, "forms"),
            ("formulare/<slug:version>/<slug:form_key>/", preview.show_form, "form"),
            ("formulare/<slug:version>/<slug:form_key>/<slug:step>/", preview.show_page, "form_page"),
            *offering_routes.ROUTES,
            ("einrichtung/", setup.setup, "setup"),
        ]
        return [*(path(route, self.admin_view(view), name=name) for route, view, name in own), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:  # noqa: ARG002 -- Django's
        """Show the work of the day instead of a list of tables."""
        return overview.overview(request)

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:  # noqa: ARG002 -- Django's
        """There is one sign-in for everybody."""
        if self._lacks_second_factor(request):
            return lead_to_second_factor(request)
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        following = request.GET.get("next") or reverse("desk:index")
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': following})}")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:  # noqa: ARG002 -- Django's
        """There is one sign-out for everybody."""
        return HttpResponseRedirect(reverse("account_logout"))

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:  # noqa: ARG002 -- Django's
        """Passwords are changed where everybody does it."""
        return HttpResponseRedirect(reverse("account_change_password"))


desk = DeskSite(name="desk")
register_all(desk)
