"""Somebody who goes through a form over HTTP: from its beginning by what the server leads to, until it is sent."""

import json
import re
from urllib.parse import urlsplit

from django.urls import reverse

from applications.catalogue.kinds.people import PersonReference
from applications.catalogue.structure import Page
from applications.catalogue.values import values_at, with_values
from applications.catalogue.walk import Place, walk
from applications.models import Draft
from tests.factories.personas import typed
from tests.walks.planning import items_of

FROM_REVIEW = {"zurueck": "pruefen"}
MOST_PAGES = 600


class Visit:
    """`typed` is what was typed and saved, in the shape of a draft; `plan` what shall be."""

    def __init__(self, client, form):
        self.client, self.form = client, form
        begun = client.post(reverse("applications:overview"), {"form": form.key})
        assert begun.status_code == 302
        self.draft = Draft.objects.get(form_key=form.key, cleared_at__isnull=True)
        self.review_address = reverse("applications:review", args=[self.draft.pk])
        self.typed = self.begun_with = dict(self.draft.answers)
        self.pages_shown = 0

    def fill_in(self, plan):
        """Every page that the server leads to, from the task list to the review."""
        self.plan = plan
        address = self._open(reverse("applications:tasks", args=[self.draft.pk])).context["continue_url"]
        for _page in range(MOST_PAGES):
            if self._is_review(address):
                break
            address = self._pass(address)
        else:
            raise AssertionError("the pages have no end")
        self.settle()

    def change(self, plan):
        """Go back to the pages on which something shall be different, and on to those that this opens."""
        self.plan = plan
        self.settle()

    def settle(self):
        """Until everything that applies is as planned."""
        for _page in range(MOST_PAGES):
            page = next((page for page in walk(self.form, self.typed) if self._is_open(page)), None)
            if page is None:
                break
            address = reverse("applications:step", args=[self.draft.pk, page.slug])
            if page.page is Page.LIST:
                self._pass(address)
            else:
                assert self._is_review(self._pass(f"{address}?zurueck=pruefen", **FROM_REVIEW))
        else:
            raise AssertionError("the changes have no end")
        self.draft.refresh_from_db()
        assert _answers(self.draft.answers) == _answers(self.typed)

    def review(self):
        """The page on which everything is looked at once more."""
        return self._open(self.review_address)

    def send(self):
        """Hand it in; gives the page of confirmation."""
        sent = self.client.post(reverse("applications:send", args=[self.draft.pk]))
        assert sent.status_code == 302
        return self._open(sent["Location"])

    def _is_review(self, address):
        return urlsplit(address).path == self.review_address

    def _is_open(self, page):
        if page.page is Page.LIST:
            return bool(self._to_add(page.place))
        said, wanted = values_at(self.typed, page.place), values_at(self.plan, page.place)
        if not page.asks or (page.is_held and not said):
            return False
        return any(said.get(key) != wanted.get(key) or (key not in said and not page.is_held) for key in page.keys)

    def _to_add(self, place):
        known = {item["id"] for item in items_of(self.typed, place)}
        return [item for item in items_of(self.plan, place) if item["id"] not in known]

    def _open(self, address):
        shown = self.client.get(address)
        assert shown.status_code == 200, (address, shown.status_code, shown.headers.get("Location"))
        self.pages_shown += 1
        return shown

    def _pass(self, address, **more):
        """Answer the page and press the button; gives the address of the next page."""
        shown = self._open(address)
        here = shown.context["here"]
        if here.page is Page.LIST:
            return self._pass_list(shown, here)
        if not here.asks:
            return self._led(self.client.post(address, {"go": "next"}), shown)
        values = self._values(shown, here)
        sent = typed(here, with_values({}, here.place, values)) | more
        sent |= {"go": "next", "wizard-current_step": here.slug, "version": shown.context["version"]}
        there = self._led(self.client.post(address, sent), shown)
        self.typed = with_values(self.typed, here.place, values)
        if more:  # nobody waits for people who are not entered yet
            self.plan = with_values(self.plan, here.place, values)
        if urlsplit(there).path == urlsplit(address).path:  # "Stimmt das so?"
            again = self._open(there)
            sent |= {"noted": "1", "version": again.context["version"]}
            there = self._led(self.client.post(address, sent), again)
        return there

    def _pass_list(self, shown, here):
        adding = self._to_add(here.place)
        if not adding:
            return shown.context["next_url"]
        first = self._led(self.client.post(reverse("applications:add", args=[self.draft.pk, here.slug])), shown)
        given = first.rstrip("/").rsplit("-", 1)[1]
        known = re.compile(rf"\b{re.escape(adding[0]['id'])}\b")  # it also stands inside others, before a month
        self.plan = json.loads(known.sub(given, json.dumps(self.plan)))
        place = Place(here.place.section, here.place.group, given, here.place.owner)
        self.typed = with_values(self.typed, place, {})
        return first

    def _values(self, shown, here):
        """The planned values of a page; of people those who can be chosen there."""
        planned, values = values_at(self.plan, here.place), {}
        for question in here.questions:
            value = planned.get(question.key)
            if isinstance(question, PersonReference):
                offered = {person for person, _name in shown.context["form"].fields[question.key].choices}
                value = [person for person in value or () if person in offered] or ([] if question.many else None)
            values[question.key] = question.store([]) if value is None and question.export_type == "array" else value
        return values

    def _led(self, answer, shown):
        problems = answer.context["form"].errors.as_json() if answer.status_code == 200 and answer.context else ""
        assert answer.status_code == 302, (shown.request["PATH_INFO"], answer.status_code, problems)
        return answer["Location"]


def _answers(stored):
    return {key: part for key, part in stored.items() if key not in {"seen", "evidence"}}
