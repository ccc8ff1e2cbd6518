"""Sending papers for somebody, also for who may read nothing: for an hour they see what has become of what they have
sent just now, never a list.
"""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from msgspec import Struct

from portal.cases.enums import Scope
from portal.cases.models import Actor, Case, Person
from portal.cases.views.actor import actor_of
from portal.documents.models import Document
from portal.documents.selectors import by_every_id, just_sent
from portal.documents.services import join_documents, receive_document
from portal.documents.views.arranging import Arranged, arrange, entries
from portal.documents.views.states import ids_in
from portal.documents.views.taking_in import take_in


class Place(Struct, frozen=True):
    """Where the papers go."""

    case: Case
    person: Person | None


class SendForSomebodyView(View):
    """GET: choose files; ``?d=<id>…``: with what has just arrived. POST: take in. In the space of a person only."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page. 404 for everybody who may not upload for somebody else."""
        actor = actor_of(request, purpose="send_papers")
        _place(actor)
        return _page(request, actor, _known(actor, ids_in(request)), Arranged(), [])

    def post(self, request: HttpRequest) -> HttpResponse:
        """Each file on its own: one that is refused does not hold up the others."""
        actor = actor_of(request, purpose="send_papers")
        place = _place(actor)
        known = _known(actor, ids_in(request))
        ids = _lasting_ids(known)
        done = arrange(request, actor, known)
        receive = partial(receive_document, actor=actor, case=place.case, person=place.person)
        arrived, refused = take_in(request, "files", receive)
        if "join" in request.POST and len(known) > 1:
            join_documents(
                actor=actor, documents=[each for each in known if not each.is_refused], name=_("Unterlagen.pdf")
            )
            done.said = _("Die Dateien sind jetzt eine Unterlage mit mehreren Seiten.")
        ids += [each.pk for added in (*done.added.values(), arrived) for each in added]
        if refused or done.refused:
            return _page(request, actor, _known(actor, ids), done, refused)
        if arrived:
            words = ngettext("%(number)s Datei ist angekommen.", "%(number)s Dateien sind angekommen.", len(arrived))
            messages.success(request, words % {"number": len(arrived)})
        elif done.said:
            (messages.warning if done.is_trouble else messages.success)(request, done.said)
        elif "look" not in request.POST:
            return _page(request, actor, known, done, [_("Bitte wählen Sie mindestens eine Datei aus.")])
        return redirect(f"{reverse('documents:send')}?{urlencode({'d': [str(each) for each in ids]}, doseq=True)}")


def _known(actor: Actor, wanted: list[UUID]) -> list[Document]:
    """Those among the documents just sent, in this order; what was joined or replaced since stands in their place."""
    if not wanted:
        return []
    sent = by_every_id(just_sent(actor).whole().to_show())
    return list(dict.fromkeys(sent[str(key)] for key in wanted if str(key) in sent))


def _lasting_ids(documents: Iterable[Document]) -> list[UUID]:
    """The ids under which they are found again, whatever is joined, replaced or taken apart: those of the files."""
    return [each.place or each.pk for whole in documents for each in (whole.part_list or (whole,))]


def _page(
    request: HttpRequest, actor: Actor, documents: list[Document], done: Arranged, refused: list[str]
) -> HttpResponse:
    shown = entries(actor, documents, done.refused)
    context = {
        "entries": list(shown.values()),
        "refused": [*refused, *(error for entry in shown.values() for error in entry.errors)],
        "may_join": sum(not entry.said.trouble for entry in shown.values()) > 1,
        "at": timezone.now(),
        "again": urlencode({"d": [str(each) for each in _lasting_ids(documents)]}, doseq=True),
    }
    return render(request, "documents/send.html", context)


def _place(actor: Actor) -> Place:
    acting = actor.acting_for
    if acting is None or not actor.may(Scope.UPLOAD, acting.case_id):
        raise Http404
    persons = Person.objects.filter(case_id=acting.case_id)
    wanted = {"pk": acting.person_id} if acting.person_id is not None else {"is_applicant": True}
    return Place(case=Case.objects.get(pk=acting.case_id), person=persons.filter(**wanted).first())
