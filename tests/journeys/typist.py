"""Fills in the main application page by page, as the pages lead, with the answers of a persona."""

import re

from msgspec.structs import replace

from applications.catalogue.main_application import FORM
from applications.catalogue.structure import Page
from applications.catalogue.values import values_at
from applications.catalogue.walk import Place, find, walk
from applications.models import Draft
from tests.factories.personas import typed

_STEP = re.compile(r"^(?:/fuer/[0-9a-f-]{36})?/antrag/([0-9a-f-]{36})/([^/]+)/$")
# Everything at once, as a browser that fills in by itself does: typing by hand takes most of a journey's time.
FILL_IN = """values => {
  for (const element of document.querySelectorAll("main [name]")) {
    const value = values[element.name];
    if (value === undefined) continue;
    if (element.type === "radio" || element.type === "checkbox") element.checked = [].concat(value).includes(element.value);
    else element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return Object.keys(values).filter(name => !document.querySelector(`main [name="${name}"]`));
}"""
KINDS = "() => Object.fromEntries([...document.querySelectorAll('main [name]')].map(e => [e.name, e.type]))"
ENOUGH = 150  # pages; more would be a circle


class Typist:
    """`visitor` types in what `persona` would answer. Items get other ids here than in the persona: `ids` maps them.

    `by_hand`: field by field, as a finger does; else all fields of a page at once.
    """

    def __init__(self, visitor, persona, *, by_hand=False):
        self.visitor = visitor
        self.persona = persona
        self.by_hand = by_hand
        self.ids = {"applicant": "applicant"}  # id in the persona -> id in the draft

    def fill_in(self, *, stop_at):
        """From the page that is open up to the page `stop_at`."""
        for _page in range(ENOUGH):
            draft_id, slug = _STEP.match(self.visitor.path).groups()
            if slug == stop_at:
                return
            here = find(walk(FORM, self.draft(draft_id).answers), slug)
            assert here is not None, f"the portal led to {slug}, which does not apply"
            if here.page is Page.LIST:
                self._list(here)
            else:
                self._page(here)
        raise AssertionError("the application does not end")

    def draft(self, draft_id):
        return Draft.objects.get(pk=draft_id)

    def stored(self, answers):
        """Answers of a draft with the ids of the persona, for comparison."""
        back = {real: known for known, real in self.ids.items()}
        return {key: _renamed(value, back) for key, value in answers.items()}

    def _list(self, here):
        """Add what is not there yet, else go on."""
        items = self.persona.get(here.place.section, {}).get(here.place.group) or ()
        owner = self._known(here.place.owner)
        for item in items:
            if item.get("person", "") == owner and item["id"] not in self.ids:
                self.visitor.leave_by(self.visitor.page.locator(".jc-add button").click)
                self.ids[item["id"]] = self.visitor.path.rstrip("/").rsplit("-", 1)[-1]
                return
        self.visitor.press("Weiter")

    def _page(self, here):
        """Answer the questions and press the first button. A page may come back once with a hint."""
        place = Place(here.place.section, here.place.group, self._known(here.place.item), self._known(here.place.owner))
        fields = typed(replace(here, place=place), self.persona)
        assert here.page is not Page.FORM or values_at(self.persona, place), f"no answers for {here.slug}"
        answers = {name: _renamed(value, self.ids) for name, value in fields.items()}
        if self.by_hand:
            kinds = self.visitor.page.evaluate(KINDS)
            for name, value in answers.items():
                self._answer(name, kinds[name], value)
        else:
            assert self.visitor.page.evaluate(FILL_IN, answers) == []
        self.visitor.leave_by(self.visitor.page.locator('button[name="go"][value="next"]').click)

    def _answer(self, name, kind, value):
        field = f'[name="{name}"]'
        if kind == "select-one":
            self.visitor.page.select_option(field, value)
        elif kind in {"radio", "checkbox"}:
            for each in value if isinstance(value, list) else [value]:
                self.visitor.page.check(f'{field}[value="{each}"]')
        else:
            self.visitor.page.fill(field, str(value))

    def _known(self, real):
        return next((known for known, each in self.ids.items() if each == real), real)


def _renamed(value, names):
    """The value with every id in it exchanged."""
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value
