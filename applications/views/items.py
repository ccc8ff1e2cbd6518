"""Add something to a list and remove it again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from applications.catalogue.hanging_on import goes_along, papers_about
from applications.catalogue.structure import Page
from applications.catalogue.walk import StepInstance, find, section_with
from applications.errors import TooManyItems
from applications.services.draft import add_item, remove_item
from applications.views.drafts import DraftMixin
from applications.views.pages import Item, items_of, step_url


class _ListView(DraftMixin, View):
    """What adding and removing share."""

    def list_page(self, slug: str) -> StepInstance:
        """The list of the address; 404 when it does not apply or is no list."""
        page = find(self.course.walked, slug)
        if page is None or page.page is not Page.LIST:
            raise Http404
        return page


class AddItemView(_ListView):
    """POST: a new item, then its first page."""

    http_method_names = ["post", "options"]

    def post(self, _request: HttpRequest, draft_id: UUID, step: str) -> HttpResponse:
        """Add and lead to the first page of the item."""
        page = self.list_page(step)
        try:
            draft, item_id = add_item(actor=self.actor, draft=self.draft, collection=page)
        except TooManyItems:
            messages.warning(
                self.request,
                _("Mehr Einträge sind hier nicht möglich. Schreiben Sie uns den Rest bitte als Nachricht."),
            )
            return redirect(step_url(draft_id, step))
        self.keep(draft)
        first = next(page for page in section_with(self.course.walked, step) if page.place.item == item_id)
        return redirect(step_url(draft_id, first.slug))


class RemoveItemView(_ListView):
    """GET asks, POST removes."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, draft_id: UUID, step: str, item: str) -> HttpResponse:
        """Ask once, because what hangs on the item goes with it."""
        page = self.list_page(step)
        found = self._item(page, item)
        if found is None:
            return redirect(step_url(draft_id, step))
        context = {
            "draft": self.draft,
            "here": page,
            "item": found,
            "goes_along": goes_along(self.course.form, self.course.walked, self.course.stored, page, item),
            "papers": papers_about(self.course.stored, item),
            "is_person": item in self.course.people,
            "list_url": step_url(draft_id, step),
        }
        return render(request, "applications/remove.html", context)

    def post(self, request: HttpRequest, draft_id: UUID, step: str, item: str) -> HttpResponse:
        """Remove; a second time does nothing."""
        page = self.list_page(step)
        if self._item(page, item) is not None:
            remove_item(actor=self.actor, draft=self.draft, collection=page, item_id=item)
            messages.success(request, _("Der Eintrag ist entfernt."))
        return redirect(step_url(draft_id, step))

    def _item(self, page: StepInstance, item_id: str) -> Item | None:
        return next((item for item in items_of(self.draft.pk, self.course, page) if item.id == item_id), None)
