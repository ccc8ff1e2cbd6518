"""Bad input at every kind of question, as a browser sends it: a clear message at the field, nothing lost, never a 500."""

import html
import random
import re
from functools import cache

import pytest
from django.test import Client
from django.urls import reverse

from applications.catalogue import kinds
from applications.catalogue.main_application import FORM
from applications.catalogue.structure import Page
from applications.catalogue.values import step_version, values_at
from applications.catalogue.walk import walk
from applications.models import Draft
from portal.submissions.models import Submission
from tests.factories.applications import DraftFactory
from tests.factories.households import large_household
from tests.factories.personas import typed
from tests.walks.answering import DAY, Answering
from tests.walks.planning import completed

pytestmark = pytest.mark.django_db
LONG = "Wort " * 2000  # 10,000 characters with the space at the end
STRANGE = (
    "a\x00b",
    "😀" * 300,
    "\u202eumgekehrt\u202c",
    "<script>alert(1)</script>",
    "'; DROP TABLE person; --",
    "\ufeff\x0b\x1f",
    "{{ 7 * 7 }}",
)


@cache
def household_with(kind):
    """Answers to a form that asks a question of this kind, the page, the question."""
    households = (random_household(seed) for seed in range(30))
    return next(
        (stored, page, question)
        for stored in (large_household(4), *households)
        for page in walk(FORM, stored)
        if page.page is Page.FORM
        for question in page.questions
        if type(question) is kind
    )


def random_household(seed):
    answering = Answering(random.Random(seed))
    return completed(FORM, {"started_on": DAY.isoformat()}, answering)


@pytest.fixture
def asked(client, kind):
    """Somebody before a page with a question of this kind: browser, draft, page, question."""
    stored, page, question = household_with(kind)
    draft = DraftFactory(answers=stored)
    client.force_login(draft.person.user)
    return client, draft, page, question


@pytest.fixture
def draft():
    return DraftFactory(answers=large_household(4))


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def post(visitor, draft, page, **fields):
    hidden = {
        "wizard-current_step": page.slug,
        "version": step_version(draft.answers, page.place, page.keys),
        "go": "next",
        "noted": "1",
    }
    return visitor.post(reverse("applications:step", args=[draft.pk, page.slug]), hidden | fields)


WRONG = [
    (kinds.Amount, "zwölf"),
    (kinds.Amount, "12,345,6"),
    (kinds.Amount, "-5"),
    (kinds.City, "x" * 201),
    (kinds.Choice, "schloss"),
    (kinds.Country, "Atlantis"),
    (kinds.Date, ("31", "2", "1992")),
    (kinds.Date, ("27.3.88", "", "")),
    (kinds.Date, ("gestern", "", "")),
    (kinds.Email, "miriam@"),
    (kinds.Iban, "DE12 9999 9999 0000 0001 02"),
    (kinds.LongText, "x" * 10_001),
    (kinds.Name, "x" * 201),
    (kinds.Number, "drei"),
    (kinds.PensionNumber, "65 170839 J 004"),
    (kinds.PersonReference, "fremd"),
    (kinds.Phone, "ruf mich an"),
    (kinds.Postcode, "1234"),
    (kinds.Street, "x" * 201),
    (kinds.TaxId, "12345678901"),
    (kinds.Text, "x" * 201),
    (kinds.YesNo, "vielleicht"),
    *((kind, ["fremd"]) for kind in kinds.KINDS if issubclass(kind, kinds.Several)),
]
CHOSEN = (kinds.Choice, kinds.Country, kinds.PersonReference, kinds.Several, kinds.YesNo)  # nobody types these


def fields_of(question, value):
    if isinstance(question, kinds.Date):
        return {f"{question.key}_{number}": part for number, part in enumerate(value)}
    return {question.key: value}


def test_every_kind_has_wrong_input():
    assert {kind for kind, _value in WRONG} == set(kinds.KINDS)


@pytest.mark.parametrize(("kind", "value"), WRONG, ids=lambda each: getattr(each, "__name__", None) or str(each)[:16])
def test_wrong_input_is_explained_at_the_field_and_kept(asked, kind, value):
    visitor, draft, page, question = asked
    others = {key: each for key, each in typed(page, draft.answers).items() if not key.startswith(question.key)}

    response = post(visitor, draft, page, **others | fields_of(question, value))

    text, form = response.content.decode(), response.context["form"]
    assert response.status_code == 200
    assert list(form.errors) == [question.key]
    assert str(question.label) in form.errors[question.key][0]
    assert html.escape(form.errors[question.key][0]) in text
    for name, sent in (others if issubclass(kind, CHOSEN) else others | fields_of(question, value)).items():
        assert sent in ("", None) or _is_shown(text, name, sent), name
    assert Draft.objects.get().version == 0


def _is_shown(text, name, sent):
    """Whether a field of the page holds what was sent: as its value, its text, or as what is chosen."""
    chosen = sent if isinstance(sent, list) else [sent]
    tags = re.findall(rf'<[^>]*name="{name}"[^>]*>(?:[^<]*</textarea>|(?:\s*<option.*?</select>))?', text, re.DOTALL)
    shown = html.unescape("\n".join(tags))
    return all(f'value="{each}"' in shown or each in shown for each in chosen)


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.__name__)
def test_strange_input_never_breaks_a_page(asked, kind):
    visitor, draft, page, question = asked
    address = reverse("applications:step", args=[draft.pk, page.slug])
    strange = [fields_of(question, (value,) * 3 if kind is kinds.Date else value) for value in STRANGE]
    twisted = [{question.key: ["1", "2"]}, {f"{question.key}_0": "1"}, {f"{question.key}_1": ["x", "y"]}]

    for fields in (*strange, *twisted):
        response = post(visitor, draft, page, **fields)
        again = visitor.get(address)
        assert (response.status_code in {200, 302}, again.status_code) == (True, 200), fields
        assert "<script>alert" not in response.content.decode() + again.content.decode()


@pytest.mark.parametrize("kind", [kinds.LongText])
def test_text_of_ten_thousand_characters_is_kept_to_the_letter(asked, kind):
    visitor, draft, page, question = asked
    text = f"{LONG[:-1]}😀"

    response = post(visitor, draft, page, **{question.key: text})

    assert response.status_code == 302
    assert values_at(Draft.objects.get().answers, page.place)[question.key] == text


@pytest.mark.parametrize("kind", [kinds.LongText])
def test_one_character_more_is_said_and_kept(asked, kind):
    visitor, draft, page, question = asked
    text = f"{LONG}😀"

    response = post(visitor, draft, page, **{question.key: text})

    assert response.context["form"].errors[question.key] == [
        f"„{question.label}“ ist zu lang. Bitte schreiben Sie höchstens 10000 Zeichen."
    ]
    assert text in response.content.decode()
    assert Draft.objects.get().version == 0


@pytest.fixture
def crowd(client):
    """A draft about 20 people beside the applicant."""
    draft = DraftFactory(answers=large_household(21))
    client.force_login(draft.person.user)
    return draft


def test_twenty_people_are_shown_and_sent(client, crowd):
    assert len(crowd.answers["people"]["persons"]) == 20
    for name in ("tasks", "review", "evidence"):
        assert client.get(reverse(f"applications:{name}", args=[crowd.pk])).status_code == 200
    more = client.post(reverse("applications:add", args=[crowd.pk, "personen"]), follow=True)
    assert "Mehr Einträge sind hier nicht möglich." in more.content.decode()

    sent = client.post(reverse("applications:send", args=[crowd.pk]))

    assert client.get(sent["Location"]).status_code == 200
    assert len(Submission.objects.get().data["household"]["members"]) == 20


# --- the same page again


NAME = {"first_name": "Łucja", "last_name": "Đặng"}


@pytest.fixture
def names():
    """The page that asks for the own name."""
    return next(page for page in walk(FORM, large_household(4)) if page.slug == "name")


def test_page_posted_twice_is_saved_once(visitor, draft, names):
    first, second = post(visitor, draft, names, **NAME), post(visitor, draft, names, **NAME)

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Draft.objects.get().version == 1
    assert Draft.objects.get().answers["you"]["first_name"] == "Łucja"


def test_old_page_posted_again_overwrites_nothing_silently(visitor, draft, names):
    post(visitor, draft, names, **NAME)

    replayed = post(visitor, draft, names, first_name="Alt")  # with the version of the page as it was in the beginning

    assert replayed.status_code == 200
    assert "In einem anderen Fenster hat sich diese Seite geändert" in replayed.content.decode()
    assert Draft.objects.get().answers["you"]["first_name"] == "Łucja"


def test_page_posted_after_sending_leads_to_the_receipt(visitor, draft, names):
    sent = visitor.post(reverse("applications:send", args=[draft.pk]))

    assert (
        post(visitor, DraftFactory.build(pk=draft.pk, answers=large_household(4)), names, **NAME)["Location"]
        == sent["Location"]
    )
    assert visitor.post(reverse("applications:send", args=[draft.pk]))["Location"] == sent["Location"]
    assert Submission.objects.count() == 1


# --- open since before somebody signed in again


def test_stale_token_keeps_what_was_typed_until_it_is_sent_again(draft, names):
    browser = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    browser.force_login(draft.person.user)
    address = reverse("applications:step", args=[draft.pk, names.slug])
    browser.get(address)
    stale = NAME | {"wizard-current_step": names.slug, "go": "next", "csrfmiddlewaretoken": "x" * 64}

    refused = browser.post(address, stale)
    offered = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', refused.content.decode()))
    again = browser.post(address, offered)

    assert refused.status_code == 403
    assert Draft.objects.get().answers["you"]["first_name"] == "Łucja"
    assert again.status_code == 302
