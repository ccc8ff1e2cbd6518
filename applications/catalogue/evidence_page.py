"""The evidence matrix as a page to read (Markdown): docs/evidence.md. Written in the language of the forms."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from applications.catalogue.tables import table
from applications.claim.matrix import MATRIX, PaperClass, Per, Span
from applications.claim.matrix.assets import ASSETS
from applications.claim.matrix.home import HOME
from applications.claim.matrix.identity import IDENTITY
from applications.claim.matrix.income import INCOME
from applications.claim.matrix.needs import NEEDS
from applications.claim.matrix.single_needs import SINGLE_NEEDS
from applications.enums import DocumentClass
from portal.law.parameter import Parameter, parameter

PUBLISHED = Path(__file__).parents[2] / "docs" / "evidence.md"
LATEST = date.max  # the page shows the figures that hold on
GROUPS: Mapping[str, Mapping[DocumentClass, PaperClass]] = {
    "Person, Familie, Vertretung": IDENTITY,
    "Einkommen und Versicherung": INCOME,
    "Konten und Vermögen": ASSETS,
    "Wohnen": HOME,
    "Lebensumstände": NEEDS,
    "Einzelne Leistungen und anderes": SINGLE_NEEDS,
}
PER_WORDS = {Per.HOUSEHOLD: "Haushalt", Per.PERSON: "je Person", Per.THING: "je Konto, Sache oder Leistung"}
COLUMNS = ("Unterlage", "Zeigt", "Für", "Nötig", "Auch möglich", "Zeitraum", "Höchstens alt", "Gilt weiter", "Hinweise")
HEAD = """# Die Unterlagen

Geschrieben von `make forms` aus `applications/claim/matrix`. Bitte nicht von Hand ändern. Welche Angabe welche Unterlage
verlangt, steht in `applications/claim/evidence.py` und bei den Fragen ([alle Formulare](forms.md)). Eine neue Art von
Unterlage ist eine Zeile in `DocumentClass` und eine in der Matrix.

- **Nötig** heißt: Das Jobcenter wird danach fragen. Nichts hält das Absenden auf, alles kann später kommen. „Im Zweifel“:
  hilft, wenn jemand es hat. Manches wird auch sonst nur gewünscht, weil eine Angabe offen lässt, ob es das gibt.
- **Höchstens alt**: so alt darf die Unterlage selbst sein.
- **Gilt weiter**: so lange muss sie nach dem Eingang nicht noch einmal geschickt werden (§ 65 Abs. 1 Nr. 3 SGB I), solange
  die Angaben im genannten Abschnitt gleich bleiben. „Neu“: zeigt einen Tag oder Zeitraum und gehört zu jedem Antrag.
- 🔒 geschützt, siehe unten. Auch die Zahlen stehen unten; Kontoauszüge ausgenommen, sind sie Annahmen des Projekts.
"""
RESTRICTED = """## Geschützte Unterlagen

Nur wer über den einen Bedarf entscheidet, soll sie öffnen. Gesundheitsdaten dürfen nur verarbeitet werden, soweit die Aufgabe
es verlangt (Art. 9 DSGVO, §§ 67a, 67b SGB X), und im Amt nur von denen, die sie brauchen (§ 35 Abs. 1 Satz 2 SGB I).
Geschützt ist, was regelmäßig Gesundheit oder eine Straftat zeigt **und** nicht für jede Bearbeitung geöffnet werden muss.
Bescheide über Krankengeld sind es nicht: Ihren Betrag braucht jede Berechnung, und sie nennen keine Krankheit. Auf
Kontoauszügen darf vorher geschwärzt werden.
"""
SPARED = """## Muss niemand schicken

Das Jobcenter hat es oder bekommt es leichter selbst (§ 65 Abs. 1 Nr. 3 SGB I).
"""
FIGURES = """## Zahlen
"""


def evidence_page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, group in GROUPS.items():
        parts.append(f"## {title}\n\n" + "\n".join(table(COLUMNS, (_row(kind, each) for kind, each in group.items()))))
    parts.append(RESTRICTED + "\n" + "\n".join(table(("Unterlage", "Warum"), _reasons("restricted"))))
    parts.append(SPARED + "\n" + "\n".join(table(("Unterlage", "Warum"), _reasons("office_has"))))
    parts.append(FIGURES + "\n" + "\n".join(table(("Schlüssel", "Monate", "Grundlage", "Quelle", "Wofür"), _figures())))
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _row(kind: DocumentClass, paper: PaperClass) -> tuple[str, ...]:
    lock = " 🔒" if paper.restricted else ""
    return (
        f"{kind.label} (`{kind.value}`){lock}",
        str(paper.shows),
        PER_WORDS[paper.per],
        "nein" if paper.office_has else "im Zweifel" if paper.on_demand else "ja",
        ", ".join(str(other.label) for other in paper.instead),
        _months(paper.period) if paper.period else "",
        _months(f"papers.valid_months.{paper.at_most}") if paper.at_most else "",
        _kept(paper),
        _remarks(paper),
    )


def _remarks(paper: PaperClass) -> str:
    """What claimants read about it."""
    where = f"Woher: {paper.where}" if paper.where else ""
    return " ".join(str(words) for words in (paper.notice, paper.hide, paper.caution, where) if words)


def _kept(paper: PaperClass) -> str:
    """For how long a copy in the file counts."""
    if paper.keeps is None:
        return "neu"
    words = "ja" if paper.keeps.span is Span.LASTING else _months(f"papers.valid_months.{paper.keeps.span}")
    if paper.ends:
        words += ", höchstens bis zum Ende, das darin steht"
    section = paper.keeps.section
    return f"{words} (`{section}`)" if section else words


def _months(key: str) -> str:
    return f"{_figure(key).value} Monate"


def _figure(key: str) -> Parameter:
    return parameter(key, LATEST)


def _reasons(column: str) -> Iterator[tuple[str, str]]:
    """The papers for which a column says something."""
    for kind, paper in MATRIX.items():
        if words := getattr(paper, column):
            yield f"{kind.label} (`{kind.value}`)", str(words)


def _figures() -> Iterable[tuple[str, ...]]:
    """Every figure that the matrix uses."""
    keys = {f"papers.valid_months.{span}" for span in Span} | {
        paper.period for paper in MATRIX.values() if paper.period
    }
    found = [_figure(key) for key in sorted(keys)]
    return [
        (f"`{each.key}`", str(each.value), each.legal_basis, ", ".join(each.source), each.note or "") for each in found
    ]
