"""What was answered, in words: what has to stand on review page, receipt, claim and copy of data, and what must not."""

import html
import re

from applications.catalogue.applicable import said
from applications.catalogue.kinds.people import PersonReference
from applications.catalogue.question import is_answered
from applications.catalogue.walk import walk
from tests.walks.answering import RECOGNISABLE

LINE = re.compile(r'<dt>(.*?)</dt><dd class="jc-pre">(.*?)</dd>', re.DOTALL)
PAPERS = 'id="papiere"|id="nicht-mit"'  # here the answers of the review page end
MISSING = "fehlt noch"
NOTHING = "0.00"  # an amount that says nothing
UNSENT = 'id="nicht-mit"'  # where the review page shows what was answered and is not sent


def answered(form, stored):
    """(label, words, address) of every question that applies and was answered, or that is needed, in order.

    What holds on from before counts when it was confirmed; what is true for once only is not needed again then.
    """
    people = form.names(form.read(stored))
    for page in walk(form, stored):
        if not page.asks or not page.counts:
            continue
        values = said(page, stored)
        for question in page.questions:
            value = values.get(question.key)
            if is_answered(value):
                yield str(question.label), question.show(value, people), page.place.address(question.key)
            elif question.is_needed(page.own) and (question.carried or not page.is_held):
                yield str(question.label), "", page.place.address(question.key)


def shown_on_review(text):
    """(label, words) of every line of the review page, without papers."""
    lines = [(_plain(label), _plain(value)) for label, value in LINE.findall(re.split(PAPERS, text)[0])]
    return [(label, "" if value == MISSING else value) for label, value in lines]


def on_receipt(content):
    """(label, words, address) of every answer on the receipt."""
    for section in content.sections:
        for entry in (*section.entries, *(entry for group in section.groups for entry in group.entries)):
            if not entry.place.startswith("evidence."):
                yield entry.label, entry.value, entry.place


def recognisable(form, stored):
    """Address → (question, value) of all answers that can be told from others, whether they apply or not."""
    questions, found = dict(form.questions()), {}
    for section, part in stored.items():
        for key, value in (part if isinstance(part, dict) else {}).items():
            if not isinstance(value, list):
                found[f"{section}.{key}"] = (questions.get(f"{section}.{key}"), value)
            for item in value if isinstance(value, list) else ():
                if isinstance(item, dict):
                    found |= {
                        f"{section}.{key}.{item['id']}.{inner}": (questions.get(f"{section}.{key}.{inner}"), each)
                        for inner, each in item.items()
                    }
    return {
        address: (question, value)
        for address, (question, value) in found.items()
        if isinstance(question, RECOGNISABLE)
        and not isinstance(question, PersonReference)
        and is_answered(value)
        and value != NOTHING
    }


def hidden(form, stored):
    """Words and stored values of answers to pages that do not apply (any more)."""
    return {word for question, value in _unsent(form, stored) for word in (question.show(value, {}), value)}


def unsent(form, stored):
    """The same in words only."""
    return {question.show(value, {}) for question, value in _unsent(form, stored)}


def _unsent(form, stored):
    applies = {address for _label, _words, address in answered(form, stored)}
    names = "\n".join(form.names(form.read(stored)).values())  # whoever may be referred to is called by name
    found = recognisable(form, stored).items()
    return [(question, value) for address, (question, value) in found if address not in applies and value not in names]


def leaves(document):
    """Every single value in a JSON document, as text."""
    if isinstance(document, dict):
        document = list(document.values())
    if isinstance(document, (list, tuple)):
        return {leaf for each in document for leaf in leaves(each)}
    return {str(document)}


def betrayed(words, text):
    """Which of the words stand in a text, however it is escaped."""
    plain = html.unescape(text)
    return sorted(word for word in words if word in plain or word.replace("\n", "\\n") in plain)


def _plain(markup):
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()
