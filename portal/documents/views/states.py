"""Whether files are checked by now: asked again and again by a page that shows them, so it names and shows nothing."""

from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.views import View

from portal.cases.views.actor import actor_of
from portal.documents.domain.limits import FILES
from portal.documents.domain.words import checked_in_words, say
from portal.documents.selectors import documents_followed_by


class StatesView(View):
    """GET ``?d=<id>&d=…``: how many checks of these are still to come, and a sentence about those that are done."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> JsonResponse:
        """Documents of others are passed over like unknown ones. Three queries, however many are asked for."""
        asked = ids_in(request)
        actor = actor_of(request, purpose="own_documents")
        found = list(documents_followed_by(actor).filter(pk__in=asked).with_notes().with_parts()) if asked else []
        said = [say(document) for document in found]
        checked = [each for each in said if not each.is_under_way]
        to_look_at = sum(each.needs_a_look for each in checked)
        response = JsonResponse(
            {"busy": sum(each.checks_to_come for each in said), "said": checked_in_words(len(checked), to_look_at)}
        )
        response.headers["Cache-Control"] = "no-store"
        return response


def ids_in(request: HttpRequest) -> list[UUID]:
    """The documents that an address names."""
    found = []
    for text in request.GET.getlist("d")[:FILES]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
