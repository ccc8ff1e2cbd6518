"""From the short application to the whole one, and the other way round."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View

from applications.catalogue.progress import missing_in
from applications.domain.draft import Course, course_of
from applications.errors import NotAllowed
from applications.selectors.application import applications_visible_to
from applications.services.continuing import continue_application, secure_date
from applications.views.drafts import PURPOSE, DraftMixin
from applications.views.pages import step_url
from portal.cases.views.actor import actor_of


class ContinueView(View):
    """POST: the draft of the whole application that goes on with this short one."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """404 for those of others, and where nothing is to be continued any more."""
        actor = actor_of(request, purpose=PURPOSE)
        application = get_object_or_404(applications_visible_to(actor), pk=pk)
        try:
            draft = continue_application(actor=actor, application=application)
        except NotAllowed:
            raise Http404 from None
        return redirect("applications:tasks", draft_id=draft.pk)


class SecureView(DraftMixin, View):
    """POST: the short application with what stands in this draft, ready to be looked at and sent."""

    shows = ()
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- named by the address
        """To the review; to the first page with a gap as long as nobody is named."""
        short = secure_date(actor=self.actor, draft=self.draft)
        course = course_of(short)
        if course.claim().applicant.display_name:
            return redirect("applications:review", draft_id=short.pk)
        return redirect(step_url(short.pk, _first_gap(course)))


def _first_gap(course: Course) -> str:
    pages = (page for page in course.walked if missing_in(page, course.stored))
    return next(pages, course.walked[0]).slug
