"""Find the submission an address names, as far as the signed-in user may see it."""

from uuid import UUID

from django.http import Http404, HttpRequest

from portal.cases.models import Actor
from portal.cases.views.reason import with_reason
from portal.documents.views import reading_actors
from portal.submissions.models import Submission
from portal.submissions.selectors import submissions_visible_to


def find_submission(request: HttpRequest, pk: UUID, *, purpose: str) -> tuple[Actor, Submission]:
    """The submission and as whom the user sees it. Raises Http404 for those of others and unknown ones alike,
    ReasonWanted for staff whose work it is not.
    """
    for actor in reading_actors(request, purpose=purpose):
        found = (
            submissions_visible_to(actor)
            .select_related("case", "person", "receipt__confirmation", "receipt__copy")
            .filter(pk=pk)
            .first()
        )
        if found is not None:
            return with_reason(request, actor, found.case_id), found
    raise Http404
