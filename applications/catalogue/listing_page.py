"""The listing of all forms as a page to read (Markdown): docs/forms.md. Written in the language of the forms."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from applications.catalogue.listing import KIND_WORDS, Listed
from applications.catalogue.tables import table
from applications.enums import FormKind

PUBLISHED = Path(__file__).parents[2] / "docs" / "forms.md"
UNKNOWN = "nicht abgeglichen"
ALWAYS = "immer"
FORM_KINDS = {FormKind.APPLICATION: "Antrag", FormKind.NOTICE: "Mitteilung", FormKind.REQUEST: "Anliegen"}
PAGES = {
    "notice": "nur zu lesen",
    "evidence": "Unterlagen, die aus den Angaben folgen",
    "confirm": "ein Haken für jeden Teil, der noch stimmt",
}
QUESTION_COLUMNS = ("Schlüssel", "Frage", "Art", "Zählt", "Grundlage", "Vordruck", "Unterlagen")
HEAD = f"""# Die Formulare

Geschrieben von `make forms` aus den Formularen selbst (`applications/catalogue`); dieselbe Liste für Programme gibt
`python manage.py catalogue --json`. Bitte nicht von Hand ändern.

- **Schlüssel** stehen in Antworten, Ausgaben und Prüfregeln und ändern ihre Bedeutung nie.
- **Zählt**: wann eine fehlende Antwort als fehlend zählt. Keine Antwort ist Pflicht, nichts hält das Absenden auf.
- **Vordruck**: Formular, Feld und Ausgabe der Bundesagentur; „{UNKNOWN}“, wo wir die Nummer nicht sicher kennen.
- ⚠ steht an Angaben, die besonders geschützt sind (zum Beispiel Gesundheit und Gewalt).
"""


def forms_page(listed: Sequence[Listed]) -> str:
    """The whole page for what `listed_forms` gives."""
    parts = [HEAD, "\n".join(_overview(listed)), *("\n".join(_form(form)) for form in listed)]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _overview(listed: Iterable[Listed]) -> Iterator[str]:
    rows = (
        (
            f"[{form['title']}](#{form['key']})",
            f"`{form['key']}`",
            FORM_KINDS[form["kind"]],
            form["topic"],
            str(sum(1 for section in form["sections"] for part in section["parts"] for _each in _questions(part))),
            form["duration"],
        )
        for form in listed
    )
    yield from table(("Formular", "Schlüssel", "Art", "Thema", "Fragen", "Dauer"), rows)


def _questions(part: Listed) -> Iterator[Listed]:
    """All questions of a part, those of the parts inside, too."""
    yield from part.get("questions", ())
    for inner in part.get("parts", ()):
        yield from _questions(inner)


def _form(form: Listed) -> Iterator[str]:
    yield f'<a id="{form["key"]}"></a>\n'
    yield f"## {form['title']}\n"
    facts = [f"`{form['key']}`, Fassung {form['version']}", FORM_KINDS[form["kind"]]]
    if form["counts_from_first"]:
        facts.append("zählt ab dem 1. des Monats (§ 37 Abs. 2 SGB II)")
    if form["is_optional"]:
        facts.append("ein Jobcenter kann es abschalten")
    yield f"{'; '.join(facts)}."
    yield from (f"{form[key]}" for key in ("summary", "prepare") if form[key])
    yield ""
    for section in form["sections"]:
        kept = " – gilt weiter im nächsten Formular" if section["carried"] else ""
        yield f"### {section['title']} (`{section['key']}`){kept}\n"
        if section["only_confirmed_unless"]:
            yield f"Was schon bekannt ist, wird nur bestätigt. Neu gefragt wird, {section['only_confirmed_unless']}.\n"
        for part in section["parts"]:
            yield from _part(part)
    yield from _papers(form)


def _part(part: Listed, whom: str = "") -> Iterator[str]:
    if part["type"] == "for_each":
        for inner in part["parts"]:
            yield from _part(inner, part["whom"])
        return
    if part["type"] == "list":
        limits = f"Liste mit höchstens {part['most']} Einträgen"
        yield _heading(part, limits, whom)
        for step in part["parts"]:
            yield from _part(step, "je Eintrag")
        return
    kind = PAGES.get(part["page"], "")
    yield _heading(part, ", ".join(filter(None, (kind, f"Anlage {part['annex']}" if part["annex"] else ""))), whom)
    if part["questions"]:
        yield from table(QUESTION_COLUMNS, map(_row, part["questions"]))


def _heading(part: Listed, kind: str, whom: str) -> str:
    """Title, address and when the page is asked."""
    notes = ", ".join(note for note in (f"`{part['slug']}`", kind, whom, part["condition"]) if note)
    return f"**{part['title']}** ({notes})\n"


def _row(question: Listed) -> tuple[str, ...]:
    kind = str(KIND_WORDS[question["kind"]])
    if question["options"]:
        kind += ": " + "; ".join(option["label"] for option in question["options"])
    papers = [paper["label"] for paper in question["papers"]]
    papers += [f"{paper['label']} (falls vorhanden)" for paper in question["papers_if_there"]]
    return (
        f"`{question['path']}`{' ⚠' if question['sensitive'] else ''}",
        question["label"],
        kind,
        question["condition"] or ("freiwillig" if question["voluntary"] else ALWAYS),
        question["basis"],
        _official(question),
        "; ".join(papers),
    )


def _official(question: Listed) -> str:
    official = question["official"]
    return f"{official['form']} {official['field']} ({official['edition']})" if official else UNKNOWN


def _papers(form: Listed) -> Iterator[str]:
    yield "### Unterlagen\n"
    if form["is_whole"]:
        yield "Welche Unterlagen nötig sind, folgt aus allen Angaben zusammen (`applications/claim/evidence.py`).\n"
    if not form["papers"]:
        yield "Keine Frage nennt eine Unterlage.\n"
        return
    rows = (
        (
            paper["label"],
            "nötig" if paper["required"] else "falls vorhanden",
            ", ".join(f"`{path}`" for path in paper["asked_by"]),
        )
        for paper in form["papers"]
    )
    yield from table(("Unterlage", "", "Genannt von"), rows)
