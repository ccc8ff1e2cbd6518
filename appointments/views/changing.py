"""Changing an appointment: another time, another way, other needs, giving it up, waiting for an earlier one."""

from functools import partial
from http import HTTPStatus
from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from appointments.domain.needs import Needs
from appointments.enums import AppointmentStatus
from appointments.errors import NoSuchStep, PersonBusy, SlotNotOffered, SlotTaken, TooLate
from appointments.forms import CancelForm, ChannelForm, NeedsForm, ReasonForm
from appointments.forms.details import TokenForm
from appointments.forms.needs import initial_needs
from appointments.services import (
    cancel_appointment,
    change_channel,
    change_needs,
    move_appointment,
    name_reason,
)
from appointments.services.waiting import join_waiting_list, leave_waiting_list
from appointments.views.day import other_way
from appointments.views.finding import OfAppointment
from appointments.views.picker import Picker, chosen_start, picker_for, ways_of
from portal.documents.models import Document
from portal.documents.services import receive_document
from portal.documents.views import take_in
from portal.submissions.errors import DocumentNotThere


def changed_meanwhile(request: HttpRequest) -> None:
    """Say that the appointment is not what the page showed."""
    messages.info(request, _("Dieser Termin hat sich gerade geändert. So steht es jetzt:"))


class MoveView(OfAppointment):
    """GET: free times for the same conversation. POST ``starts``: the appointment is at that time from now on."""

    only_before: ClassVar[bool] = True

    def get(self, request: HttpRequest) -> HttpResponse:
        """The way stays as it is, unless another one is chosen."""
        return self._page(request, self._picker(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Until the new time is certain the old one stays."""
        picker, form = self._picker(request), ReasonForm(request.POST)
        form.is_valid()  # a reason that is too long is no reason to keep somebody from moving
        try:
            self.appointment = move_appointment(
                actor=self.actor,
                appointment=self.appointment,
                query=picker.query,
                starts=chosen_start(request),
                channel=picker.channel,
                reason=form.cleaned_data.get("reason", "").strip(),
                token=form.sent_token(),
            )
        except (SlotTaken, SlotNotOffered, PersonBusy) as gone:
            return self._page(request, picker, gone)
        except (TooLate, NoSuchStep):
            changed_meanwhile(request)
            return self.back()
        return self.received(request, _("Ihr Termin ist verschoben."))

    def _picker(self, request: HttpRequest) -> Picker:
        return picker_for(request, self.appointment.service, self.appointment.person, channel=self.appointment.channel)

    def _page(self, request: HttpRequest, picker: Picker, gone: Exception | None = None) -> HttpResponse:
        context = {
            "form": ReasonForm(initial={"reason": request.POST.get("reason", "")}),
            "is_taken": gone is not None,
            "is_busy": isinstance(gone, PersonBusy),
            "may_wish": not self.is_by_link,
            **picker.context(),
        }
        status = HTTPStatus.OK if gone is None else HTTPStatus.CONFLICT
        return self.shown(request, "move", status=status, **context)


class _WithProof(OfAppointment):
    """A reason in words, with files if somebody wants. Files that were taken in stay, whatever else happens."""

    form_class: ClassVar[type[TokenForm]] = ReasonForm
    template: ClassVar[str]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._page(request, self.form_class())

    def post(self, request: HttpRequest) -> HttpResponse:
        """With a file that was refused nothing is done yet: the person looks first."""
        form = self.form_class(request.POST)
        arrived, refused = take_in(
            request,
            "files",
            partial(receive_document, actor=self.actor, case=self.appointment.case, person=self.appointment.person),
        )
        documents = [*self._before(request), *arrived]
        if not form.is_valid() or refused:
            return self._page(request, form, documents, refused, HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            words = self.act(form, [each.pk for each in documents])
        except DocumentNotThere:
            gone = [_("Eine Datei ist nicht mehr da. Bitte wählen Sie sie noch einmal aus.")]
            return self._page(request, form, [], gone, HTTPStatus.UNPROCESSABLE_ENTITY)
        except (TooLate, NoSuchStep):
            changed_meanwhile(request)
            return self.back()
        return self.received(request, words)

    def act(self, form: TokenForm, document_ids: list[UUID]) -> str:
        """Do it; returns what is said about it."""
        raise NotImplementedError

    def _before(self, request: HttpRequest) -> list[Document]:
        """What was taken in by an earlier answer of this page: waiting files of the same case."""
        wanted = [text for text in request.POST.getlist("document") if _is_id(text)]
        return list(Document.objects.waiting().filter(case_id=self.appointment.case_id, pk__in=wanted))

    def _page(
        self,
        request: HttpRequest,
        form: TokenForm,
        documents: Any = (),
        refused: Any = (),
        status: int = HTTPStatus.OK,
    ) -> HttpResponse:
        context = {"form": form, "documents": documents, "refused": refused}
        return self.shown(request, self.template, status=status, **context, **self.more())

    def more(self) -> dict[str, Any]:
        """What else the page says."""
        return {}


class CancelView(_WithProof):
    """Give the appointment up, with reason and proof if one has them."""

    only_before: ClassVar[bool] = True
    form_class = CancelForm
    template = "cancel"

    def more(self) -> dict[str, Any]:
        """Another way may be better than none."""
        return {"other_way": other_way(self.appointment)}

    def act(self, form: TokenForm, document_ids: list[UUID]) -> str:
        """The time is free for others from now on."""
        self.appointment = cancel_appointment(
            actor=self.actor,
            appointment=self.appointment,
            reason=form.cleaned_data["reason"].strip(),
            document_ids=document_ids,
            token=form.sent_token(),
        )
        return _("Ihr Termin ist abgesagt. Danke, dass Sie Bescheid gesagt haben.")


class ReasonView(_WithProof):
    """After an appointment that did not take place: what happened. It may be said at any time."""

    template = "reason"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Only where it is asked."""
        return super().get(request) if self._is_asked() else self.back()

    def post(self, request: HttpRequest) -> HttpResponse:
        """As above."""
        return super().post(request) if self._is_asked() else self.back()

    def act(self, form: TokenForm, document_ids: list[UUID]) -> str:
        """A person at the office reads it; nothing follows by itself."""
        self.appointment = name_reason(
            actor=self.actor,
            appointment=self.appointment,
            reason=form.cleaned_data["reason"].strip(),
            document_ids=document_ids,
            token=form.sent_token(),
        )
        return _("Danke, dass Sie uns das gesagt haben. Ein Mensch liest es.")

    def _is_asked(self) -> bool:
        return self.appointment.status == AppointmentStatus.MISSED


class ChannelView(OfAppointment):
    """GET: the other ways. POST ``channel``, ``phone``."""

    only_before: ClassVar[bool] = True

    def get(self, request: HttpRequest) -> HttpResponse:
        """With what is agreed now."""
        before = {"channel": self.appointment.channel}
        if not self.is_by_link:
            before["phone"] = self.appointment.phone
        return self.shown(request, "channel", form=self._form(initial=before))

    def post(self, request: HttpRequest) -> HttpResponse:
        """The time stays. Where it does not go on that way at that time the page says so."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self.shown(request, "channel", status=HTTPStatus.UNPROCESSABLE_ENTITY, form=form)
        phone = form.cleaned_data["phone"].strip()
        try:
            self.appointment = change_channel(
                actor=self.actor,
                appointment=self.appointment,
                channel=form.cleaned_data["channel"] or self.appointment.channel,
                phone=phone or self.appointment.phone,
                token=form.sent_token(),
            )
        except (SlotTaken, SlotNotOffered):
            words = _("Zu dieser Zeit geht das leider nicht. Wählen Sie einen anderen Weg oder eine andere Zeit.")
            form.add_error("channel", words)
            return self.shown(request, "channel", status=HTTPStatus.CONFLICT, form=form)
        except (TooLate, NoSuchStep):
            changed_meanwhile(request)
            return self.back()
        return self.received(request, _("Das ist geändert. Die Zeit bleibt gleich."))

    def _form(self, *args: Any, **kwargs: Any) -> ChannelForm:
        channels = [*ways_of(self.appointment.service), self.appointment.channel]
        return ChannelForm(*args, channels=channels, **kwargs)


class NeedsView(OfAppointment):
    """GET: what is needed so far. POST: what is needed now."""

    only_before: ClassVar[bool] = True

    def get(self, request: HttpRequest) -> HttpResponse:
        """With what was said before."""
        known = initial_needs(Needs.of(self.appointment.needs))
        return self.shown(request, "needs", form=NeedsForm(initial=known))

    def post(self, request: HttpRequest) -> HttpResponse:
        """All of it anew."""
        form = NeedsForm(request.POST)
        if not form.is_valid():
            return self.shown(request, "needs", status=HTTPStatus.UNPROCESSABLE_ENTITY, form=form)
        needs, token = form.wanted_needs(), form.sent_token()
        try:
            self.appointment = change_needs(actor=self.actor, appointment=self.appointment, needs=needs, token=token)
        except (TooLate, NoSuchStep):
            changed_meanwhile(request)
            return self.back()
        return self.received(request, _("Ihre Wünsche sind gespeichert. Wir kümmern uns darum."))


class WaitingView(OfAppointment):
    """POST ``join`` or ``leave``: whether one wants an earlier time."""

    http_method_names = ["post", "options"]
    only_before: ClassVar[bool] = True

    def post(self, request: HttpRequest) -> HttpResponse:
        """Said again it is the same."""
        try:
            if "leave" in request.POST:
                leave_waiting_list(actor=self.actor, appointment=self.appointment)
                messages.success(request, _("Wir bieten Ihnen keinen früheren Termin mehr an. Ihr Termin bleibt."))
            else:
                join_waiting_list(actor=self.actor, appointment=self.appointment)
                words = _("Wird etwas früher frei, bieten wir es Ihnen an. Bis dahin bleibt Ihr Termin, wie er ist.")
                messages.success(request, words)
        except (TooLate, NoSuchStep):
            changed_meanwhile(request)
        return self.back()


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
