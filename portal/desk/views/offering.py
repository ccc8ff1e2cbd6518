"""Offering times to a person: search, choice, words. The same for a wish and for an invitation."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from msgspec import Struct, field

from appointments.domain.invitation_text import first_invitation
from appointments.enums import OfferKind
from appointments.errors import SlotNotOffered, TimesTaken, WishNotOpen
from appointments.models import Offer, Service, Wish
from appointments.selectors import office_of
from appointments.services import OfferedTime, send_offer
from appointments.services.offers import MOST_TIMES
from mailbox.domain.texts import fill
from mailbox.enums import TextPurpose
from mailbox.models import TextVersion
from mailbox.selectors import texts_in_use
from portal.accounts.models import Office
from portal.cases.models import Actor, Person
from portal.desk.forms.offering import DAYS_TO_ANSWER, OfferForm, SlotSearchForm
from portal.desk.selectors.colleagues import colleagues_of
from portal.desk.selectors.text_values import values_for
from portal.desk.views.slot_choice import Line, Search, chosen_times, lines_for, search_of
from portal.law.dates import BERLIN

LAST_MINUTE = datetime.time(23, 59)


class Offering(Struct, kw_only=True):
    """What the page shows. ``search`` None: the house offers nothing. ``trouble``: why nothing was sent, in words."""

    person: Person
    kind: OfferKind
    search_form: SlotSearchForm
    search: Search | None
    form: OfferForm
    wish: Wish | None = None
    lines: list[Line] = field(default_factory=list)
    trouble: str = ""
    office: Office | None = None

    @property
    def fitting(self) -> list[Line]:
        """What was wished, or ticked; else all."""
        return [line for line in self.lines if line.fits or line.is_chosen or line.is_gone]

    @property
    def others(self) -> list[Line]:
        """All else."""
        return [line for line in self.lines if not (line.fits or line.is_chosen or line.is_gone)]


def begin(
    request: HttpRequest,
    actor: Actor,
    *,
    person: Person,
    kind: OfferKind,
    purpose: TextPurpose,
    begun: Mapping[str, Any],
    wish: Wish | None = None,
) -> Offering:
    """The search as it stands in the address, the times it finds, and the words to begin with."""
    services = Service.objects.filter(jobcenter=person.case.jobcenter, is_active=True)
    initial = {"service": begun.get("service"), "channel": begun.get("channel")}
    bound = {"data": request.GET} if "service" in request.GET else {}
    search_form = SlotSearchForm(**bound, services=services, colleagues=colleagues_of(actor), initial=initial)
    search = search_of(search_form, services=services, begun=begun)
    texts = _texts(actor, purpose)
    today = timezone.localdate()
    if request.method == "POST":
        form = OfferForm(request.POST, texts=texts, today=today)
    else:
        words = _first_words(actor, person, purpose)
        until = today + datetime.timedelta(days=DAYS_TO_ANSWER)
        form = OfferForm(texts=texts, today=today, initial={"until": until, "words": words})
    offering = Offering(
        person=person,
        kind=kind,
        search_form=search_form,
        search=search,
        form=form,
        wish=wish,
        office=office_of(person.case),
    )
    if search is not None:
        offering.lines = lines_for(search, request.POST if request.method == "POST" else None)
    return offering


def offer_chosen(request: HttpRequest, actor: Actor, offering: Offering) -> Offer | None:
    """Send what was ticked; None when something stands against it, which then stands on the page beside what was typed.

    ``action=insert`` puts a text of the office into the words and sends nothing.
    """
    if request.POST.get("action") == "insert":
        _insert(request, actor, offering)
        return None
    if offering.search is None:
        return None
    times, values, gone = chosen_times(offering.search, request.POST)
    offering.trouble = _trouble(offering, times)
    if gone:
        _name_gone(request, offering, gone)
    if offering.trouble:
        return None
    try:
        return _send(actor, offering, offering.search, times)
    except TimesTaken as taken:
        _name_gone(request, offering, [values[position] for position in taken.positions])
    except SlotNotOffered:
        _name_gone(request, offering, values)
    except WishNotOpen:
        offering.trouble = _("Der Wunsch wurde inzwischen erledigt oder zurückgenommen. Es ist nichts gesendet.")
    return None


def _trouble(offering: Offering, times: list[OfferedTime]) -> str:
    """What stands against sending, before anything is tried; "" when nothing does."""
    if not 1 <= len(times) <= MOST_TIMES:
        return _("Bitte wählen Sie eine bis %(most)s Zeiten aus.") % {"most": MOST_TIMES}
    if not offering.form.is_valid():
        return _("Bitte prüfen Sie den Text und den letzten Tag. Es ist noch nichts gesendet.")
    return ""


def _send(actor: Actor, offering: Offering, search: Search, times: list[OfferedTime]) -> Offer:
    data = offering.form.cleaned_data
    return send_offer(
        actor=actor,
        case=offering.person.case,
        person=offering.person,
        kind=offering.kind,
        service=search.service,
        times=times,
        channel=search.channel,
        until=datetime.datetime.combine(data["until"], LAST_MINUTE, tzinfo=BERLIN),
        words=data["words"],
        wish=offering.wish,
    )


def _name_gone(request: HttpRequest, offering: Offering, gone: Iterable[str]) -> None:
    """Named where they were chosen; the others stay ticked."""
    if offering.search is not None:
        offering.lines = lines_for(offering.search, request.POST, gone)
    offering.trouble = _(
        "Eine Zeit wurde gerade vergeben. Sie steht unten als „nicht mehr frei“. Bitte wählen Sie eine andere. Es ist "
        "noch nichts gesendet."
    )


def _insert(request: HttpRequest, actor: Actor, offering: Offering) -> None:
    offering.form.is_valid()
    version = offering.form.cleaned_data.get("text")
    if version is None:
        offering.trouble = _("Bitte wählen Sie zuerst eine Textvorlage aus.")
        return
    inserted = fill(version.body, values_for(actor, person=offering.person, topic="other"))
    words = "\n\n".join(filter(None, (request.POST.get("words", "").strip(), inserted)))
    initial = {"until": request.POST.get("until"), "words": words}
    texts = offering.form.fields["text"].queryset  # type: ignore[attr-defined] # a ModelChoiceField
    offering.form = OfferForm(texts=texts, today=offering.form.today, initial=initial)


def _texts(actor: Actor, purpose: TextPurpose) -> Any:
    ids = [version.pk for version in texts_in_use(actor, purpose)]
    return TextVersion.objects.filter(pk__in=ids).select_related("template").order_by("template__title", "language")


def _first_words(actor: Actor, person: Person, purpose: TextPurpose) -> str:
    """The invitation of the house, filled in; a proposal answers a wish and needs no words."""
    if purpose is not TextPurpose.INVITATION:
        return ""
    offered = texts_in_use(actor, purpose)
    version = offered[0] if offered else first_invitation()
    return fill(version.body, values_for(actor, person=person, topic="other"))
