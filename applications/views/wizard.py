"""The wizard: formtools' mechanics over `walk(form, answers)`. Its traps are listed in docs/adr/0003-catalogue.md."""

from collections.abc import Mapping
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from formtools.wizard.views import NamedUrlWizardView, StepsHelper

from applications.catalogue.progress import is_visited
from applications.catalogue.question import is_answered
from applications.catalogue.structure import Page
from applications.catalogue.values import values_at, values_version
from applications.catalogue.walk import StepInstance, find, following, preceding
from applications.errors import StepChangedElsewhere
from applications.forms.step import FormsByAddress, StepForm, initial_values
from applications.models import Draft
from applications.services.draft import mark_seen, save_step
from applications.views.drafts import DraftMixin
from applications.views.pages import last_hand, page_context, review_url, step_url, stored_words
from portal.accounts.views.typed_again import keep_typed, take_typed

PREFIX = "wizard"
TEMPLATES = {
    Page.FORM: "applications/step.html",
    Page.LIST: "applications/list.html",
    Page.NOTICE: "applications/notice.html",
    Page.CONFIRM: "applications/confirm.html",
}
REVIEW = "pruefen"  # value of the field "zurueck": the page was opened from the review


@method_decorator(
    login_not_required, name="dispatch"
)  # answers strangers itself: what they have typed must not be lost
class ApplicationWizard(DraftMixin, NamedUrlWizardView):  # type: ignore[misc] # formtools has no types
    """GET and POST of one page. POST saves, then goes on, back or to the task list."""

    storage_name = "applications.views.storage.DraftStorage"
    here: StepInstance

    def answer_to_strangers(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        """Keep what was typed, then sign in and come back."""
        if request.method == "POST":
            keep_typed(request, path=request.path)
        return redirect_to_login(request.path)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the page with stored answers, or as it was typed before the session ended."""
        if not self._enter(kwargs["step"]):
            return self._not_needed()
        typed = take_typed(request)
        if typed is not None:
            return cast("HttpResponseBase", self.render(self.get_form(data=typed), typed=True))
        return cast("HttpResponseBase", super().get(request, *args, **kwargs))

    def post(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Save and go on. The page of the address counts, not the one a field names."""
        if not self._enter(kwargs["step"]):
            return self._not_needed()
        if self.here.page is Page.NOTICE:
            self.keep(mark_seen(actor=self.actor, draft=self.draft, slug=self.here.slug))
            return self._go_on()
        if self.request.POST.get(f"{PREFIX}-current_step") != self.here.slug:
            raise SuspiciousOperation("the form belongs to another page")
        try:
            response: HttpResponseBase = super().post(*args, **kwargs)
        except StepChangedElsewhere as conflict:
            there = stored_words(self.course, self.here, conflict.stored)
            version = values_version(conflict.stored, self.here.keys)
            by = last_hand(Draft.objects.defer("answers").get(pk=self.draft.pk), self.actor)
            response = self.render(self._form, conflict=there, version=version, saved_by=by)
        return response

    # --- what formtools asks for

    def get_prefix(self, *_args: Any, **_kwargs: Any) -> str:
        """A fixed one."""
        return PREFIX

    def get_form_prefix(self, *_args: Any, **_kwargs: Any) -> None:
        """Fields are named as their questions."""
        return

    def get_form_list(self) -> Mapping[str, type[StepForm]]:
        """Form class by address of every page that applies, once per state of the answers.

        The two attributes are deleted by formtools after saving, because answers may change the course.
        """
        if "_resolved_form_list" not in self.__dict__:
            self._resolved_form_list = FormsByAddress(self.course.walked)
            self._cache_signature = None
        return self._resolved_form_list

    def get_form_initial(self, step: str) -> dict[str, Any]:  # noqa: ARG002 -- always the page of the address
        """Stored answers."""
        return initial_values(self.here.step, values_at(self.draft.answers, self.here.place))

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:  # noqa: ARG002 -- as above
        """Whom a question can refer to."""
        return {"people": self.course.people, "answers": self.course.answers}

    def get_step_url(self, step: str) -> str:
        """The address of a page of this draft."""
        return step_url(self.draft.pk, step)

    def process_step(self, form: StepForm) -> dict[str, Any]:
        """Clean answers, not the raw POST."""
        self._form = form
        return form.answers()

    def render_next_step(self, form: StepForm, **_kwargs: Any) -> HttpResponseBase:  # noqa: ARG002 -- formtools' signature
        """After saving."""
        return self._go_on()

    def render_done(self, form: StepForm, **_kwargs: Any) -> HttpResponseBase:  # noqa: ARG002 -- formtools' signature
        """After saving the last page: the review. Sending has a view of its own and validates the claim."""
        return self._go_on()

    def get_template_names(self) -> list[str]:
        """One template per kind of page."""
        return [TEMPLATES[self.here.page]]

    def get_context_data(self, form: StepForm, **kwargs: Any) -> dict[str, Any]:
        """What the templates show. formtools' own context would build one form more."""
        return {**page_context(self.draft, self.course, self.here, form, self.request), **kwargs}

    # --- ours

    def _enter(self, slug: str) -> bool:
        """Find the page of the address; says whether it applies."""
        found = find(self.course.walked, slug)
        if found is None or found.page is Page.EVIDENCE:
            return False
        self.here = found
        self.steps = _Steps(self)
        self.storage.bind(slug, self._save)
        return True

    def _not_needed(self) -> HttpResponse:
        """An address that no longer applies, perhaps an old bookmark."""
        messages.info(self.request, _("Diese Seite brauchen Sie nicht mehr. Hier sehen Sie, wie es weitergeht."))
        return redirect("applications:tasks", draft_id=self.draft.pk)

    def _save(self, answers: Mapping[str, Any]) -> None:
        """Save, unless somebody only leafs back through a page that is still empty."""
        untouched = not is_visited(self.here, self.draft.answers) and not any(map(is_answered, answers.values()))
        if untouched and self.request.POST.get("go") == "back":
            return
        expected = self.request.POST.get("version")
        self.keep(
            save_step(actor=self.actor, draft=self.draft, step=self.here, answers=answers, expected_version=expected)
        )

    def _go_on(self) -> HttpResponse:
        """Where the button leads."""
        data: QueryDict = self.request.POST
        here = find(self.course.walked, self.here.slug) or self.here
        if data.get("go") == "later":
            messages.success(self.request, _("Gespeichert. Sie können jederzeit weitermachen."))
            return redirect("applications:tasks", draft_id=self.draft.pk)
        from_review = data.get("zurueck") == REVIEW
        if data.get("go") == "back" and not from_review:
            return self._lead_to(preceding(self.course.walked, here.slug), "applications:tasks")
        if here.notes and "noted" not in data and data.get("go") != "back":
            return redirect(f"{self.get_step_url(here.slug)}{_query(data)}")
        if from_review:
            return redirect(review_url(self.draft.pk, here.slug))
        return self._lead_to(following(self.course.walked, here.slug), "applications:review")

    def _lead_to(self, page: StepInstance | None, otherwise: str) -> HttpResponse:
        """To a page, or to another view of the draft when there is none."""
        if page is None:
            return redirect(otherwise, draft_id=self.draft.pk)
        return redirect(self.get_step_url(page.slug))


class _Steps(StepsHelper):  # type: ignore[misc] # formtools has no types
    """After a save formtools asks whether that was the last page, and would walk them all; it makes no difference."""

    last = ""


def _query(data: QueryDict) -> str:
    return f"?zurueck={REVIEW}" if data.get("zurueck") == REVIEW else ""
