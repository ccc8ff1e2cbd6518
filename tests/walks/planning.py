"""Answers to a whole form, and changes of them after which a condition says something else."""

from applications.catalogue.kinds import Several
from applications.catalogue.kinds.people import PersonReference
from applications.catalogue.progress import is_visited
from applications.catalogue.structure import Page
from applications.catalogue.values import values_at, with_values
from applications.catalogue.walk import Place, pages

LAYERS = 15  # an answer opens a page, whose answer opens a page …
TRIES = 14
DETOURS = 6


def items_of(stored, place):
    """The items of a list page, those of its person."""
    items = (stored.get(place.section) or {}).get(place.group) or ()
    return [item for item in items if item.get("person", "") == place.owner]


def completed(form, stored, answering, *, people=3):
    """The answers with every page that applies answered, and something in every list; at most `people` in one."""
    for _layer in range(LAYERS):
        answers = form.read(stored)
        lacking = [page for page in pages(form, answers) if not _is_done(page, stored)]
        if not lacking:
            return stored
        for page in lacking:
            if page.page is Page.LIST:
                stored = _with_items(page, stored, answering, people)
            else:
                said = values_at(stored, page.place)
                new = {q.key: _answer(form, answers, q, answering) for q in page.questions if q.key not in said}
                stored = with_values(stored, page.place, new)
    raise AssertionError("pages open without end")


def _is_done(page, stored):
    if page.page is Page.LIST:
        return page.is_held or bool(items_of(stored, page.place))
    return not page.asks or is_visited(page, stored)


def _with_items(page, stored, answering, people):
    most = min(page.step.most, 2 if page.place.owner else people)
    for _item in range(answering.pick.randint(1, most) if page.place.owner else most):
        place = page.place
        stored = with_values(stored, Place(place.section, place.group, answering.new_id(), place.owner), {})
    return stored


def _answer(form, answers, question, answering, **how):
    offered = ()
    if isinstance(question, PersonReference):
        offered = list(form.names(answers))
        if question.among is not None:
            meant = {subject.id for subject in question.among(answers)}
            offered = [person for person in offered if person in meant]
    return answering.answer(question, offered, **how)


def changed(watched, stored, missing, answering):
    """The answers with some of them changed on which missing outcomes depend."""
    form, pick, questions = watched.form, answering.pick, dict(watched.form.questions())
    answers = form.read(stored)
    for name, _said in (pick.choice(missing) for _change in range(pick.randint(1, 3))):
        read = [path for path in watched.read_for(name, alone=pick.random() < 0.7) if path in questions]
        if not read:
            continue
        path = pick.choice(read)
        section, *group, key = path.split(".")
        place = Place(section)
        if group:
            items = (stored.get(section) or {}).get(group[0]) or ()
            if not items:  # something else has to bring them
                stored = _anything(watched, stored, answering)
                continue
            place = Place(section, group[0], pick.choice(items)["id"])
        value = _answer(form, answers, questions[path], answering, deck=(name, place.item, key))
        if isinstance(questions[path], Several):
            value = _toggled(questions[path], values_at(stored, place).get(key), pick)
        stored = with_values(stored, place, {key: value})
    return stored


def _toggled(question, chosen, pick):
    """One choice more or less of several."""
    members = [member.value for member in question.only or tuple(question.options)]
    other = pick.choice(members)
    return question.store([value for value in members if (value in (chosen or ())) != (value == other)])


def _anything(watched, stored, answering):
    """The answers with any one of those changed that some condition reads, and no item does."""
    read = {path for paths in watched.reads.values() for path in paths if path.count(".") == 1}
    questions, answers = dict(watched.form.questions()), watched.form.read(stored)
    path = answering.pick.choice(sorted(read & set(questions)))
    section, key = path.split(".")
    value = _answer(watched.form, answers, questions[path], answering, deck=path)
    return with_values(stored, Place(section), {key: value})


def begun(watched, answering, stored, missing):
    """Answers to begin with: of some the ones that show most of what is missing, without more pages than needed."""
    form = watched.form
    tried = [completed(form, stored, answering, people=people) for people in (3, 3, 1, 3, 1, 3, 2, 3)]
    return max(tried, key=lambda stored: len(watched.look(stored) & missing) - _pages(form, stored) / 5)


def _pages(form, stored):
    return len(pages(form, form.read(stored)))


def further(watched, stored, missing, answering):
    """Answers that show what is missing, changed as little as possible; None when no way was found."""
    base = stored
    for detour in range(DETOURS):
        best, best_worth = None, 0.0
        nearer, near = base, _nearness(watched, watched.look(base), missing)
        for _try in range(TRIES * (1 + detour)):
            candidate = completed(watched.form, changed(watched, base, sorted(missing), answering), answering)
            seen = watched.look(candidate)
            gained = len(seen & missing)
            worth = gained - _difference(stored, candidate) / 10
            if gained and (best is None or worth > best_worth):
                best, best_worth = candidate, worth
            if (candidate_near := _nearness(watched, seen, missing)) > near:
                nearer, near = candidate, candidate_near
        if best is not None:
            return best
        base = nearer
    return None


def _nearness(watched, seen, missing):
    """How many of the conditions hold on which it depends whether those are asked that are missing; and are asked."""
    asked = {name for name, _said in seen}
    around = sum((each, True) in seen for name, _said in missing for each in watched.around[name])
    return around + sum(name in asked for name, _said in missing)


def _difference(one, other):
    """Roughly how many questions have to be answered anew."""
    flat, again = _leaves(one), _leaves(other)
    return sum(flat.get(key) != value for key, value in again.items()) / 4


def _leaves(stored):
    found = {}
    for section, part in stored.items():
        for key, value in (part if isinstance(part, dict) else {}).items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                found |= {(section, key, item["id"], inner): each for item in value for inner, each in item.items()}
            else:
                found[section, key] = value
    return found
