import datetime as dt

from portal.cases.models.todo import PROVIDERS, Todo, declare_papers, declare_todo, papers_asked_for

TODAY = dt.date(2026, 11, 26)


def line(title, **fields):
    return Todo(title=title, url="/", **fields)


def test_lines_of_all_kinds_have_one_order():
    lines = [
        line("Hinweis", days=7),
        line("Frist", due=TODAY + dt.timedelta(days=3)),
        line("Bescheid"),
        line("vorbei", due=TODAY - dt.timedelta(days=1)),
        line("heute", due=TODAY),
        line("Nachricht", days=1),
    ]

    assert [each.title for each in sorted(lines, key=lambda each: each.rank(TODAY))] == [
        "vorbei",
        "heute",
        "Bescheid",
        "Nachricht",
        "Frist",
        "Hinweis",
    ]


def test_source_is_asked_once_however_often_it_is_declared():
    def provider(_actor, _today):
        return []

    try:
        declare_todo(provider)
        declare_todo(provider)
        assert PROVIDERS.count(provider) == 1
    finally:
        PROVIDERS.remove(provider)


def test_papers_are_asked_for_in_the_order_of_their_days(monkeypatch):
    later, sooner = Todo(title="später", url="/", days=9), Todo(title="bald", url="/", days=2)
    monkeypatch.setattr("portal.cases.models.todo.PAPERS", [])
    declare_papers(lambda _actor, _today: [later, sooner])

    assert [each.title for each in papers_asked_for(None, TODAY)] == ["bald", "später"]
