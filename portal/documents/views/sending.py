"""Sending papers for somebody, also for who may read nothing: the answer names what has arrived, there is no list."""

from dataclasses import dataclass
from typing import BinaryIO, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from portal.cases.enums import Scope
from portal.cases.models import Actor, Case, Person
from portal.cases.views.actor import actor_of
from portal.documents.domain.words import say
from portal.documents.errors import UploadRefused
from portal.documents.models import Document
from portal.documents.services import receive_document


@dataclass(frozen=True, slots=True)
class Place:
    """Where the papers go."""

    case: Case
    person: Person | None


class SendForSomebodyView(View):
    """GET: choose files. POST: what has arrived, and why something was not taken. In the space of a person only."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page. 404 for everybody who may not upload for somebody else."""
        _place(actor_of(request, purpose="send_papers"))
        return render(request, "documents/send.html")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Each file on its own: one that is refused does not hold up the others."""
        actor = actor_of(request, purpose="send_papers")
        place = _place(actor)
        arrived: list[Document] = []
        refused: list[str] = []
        for file in request.FILES.getlist("files"):
            try:
                document = receive_document(
                    actor=actor,
                    case=place.case,
                    person=place.person,
                    upload=cast("BinaryIO", file),
                    name=file.name or "",
                )
            except UploadRefused as error:
                refused.append(_("%(name)s: %(reason)s") % {"name": file.name, "reason": error.message})
            else:
                arrived.append(document)
        if not arrived and not refused:
            refused = [_("Bitte wählen Sie mindestens eine Datei aus.")]
        context = {"arrived": [say(document) for document in arrived], "refused": refused, "at": timezone.now()}
        return render(request, "documents/send.html", context)


def _place(actor: Actor) -> Place:
    acting = actor.acting_for
    if acting is None or not actor.may(Scope.UPLOAD, acting.case_id):
        raise Http404
    persons = Person.objects.filter(case_id=acting.case_id)
    wanted = {"pk": acting.person_id} if acting.person_id is not None else {"is_applicant": True}
    return Place(case=Case.objects.get(pk=acting.case_id), person=persons.filter(**wanted).first())
