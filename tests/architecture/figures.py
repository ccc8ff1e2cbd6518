"""How large our files and functions are, how much is explained and how we test: ``python -m tests.architecture.figures``.

Prints the rows that docs/structure.md compares with other code bases; counted as there: by syntax tree, migrations left out.
"""

import ast
import statistics
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = ("portal", "applications", "mailbox", "appointments")
ROOMS = ("models", "selectors", "permissions", "domain", "tasks", "services", "forms", "views", "admin", "law", "claim", "catalogue", "plausibility")  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> list[Path]:
    """Our Python files, without migrations."""
    return sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)


def tests() -> list[Path]:
    """Files with tests."""
    return sorted((ROOT / "tests").rglob("test_*.py"))


def lines(path: Path) -> int:
    """Lines of a file."""
    return len(path.read_text().splitlines())


def nodes(paths: Iterable[Path], *kinds: type[ast.AST]) -> list[ast.AST]:
    """Everything of these kinds in the files."""
    return [node for path in paths for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kinds)]


def spread(sizes: Iterable[int]) -> str:
    """Median, 95th percentile and maximum."""
    ordered = sorted(sizes)
    return f"{statistics.median(ordered):.0f} / {ordered[round(0.95 * (len(ordered) - 1))]} / {ordered[-1]}"


def share(part: int, whole: int) -> str:
    """As a percentage."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def explained(found: list[ast.AST]) -> str:
    """Share of those that have a docstring."""
    return share(sum(1 for node in found if ast.get_docstring(node)), len(found))


def length(node: ast.AST) -> int:
    """Lines of a function."""
    return node.end_lineno - node.lineno + 1


def is_test(node: ast.AST) -> bool:
    """Whether pytest runs it."""
    return node.name.startswith("test_")


def figures() -> dict[str, str]:
    """The rows of the table."""
    ours, checks = sources(), tests()
    functions = nodes(ours, ast.FunctionDef, ast.AsyncFunctionDef)
    public = [node for node in functions if not node.name.startswith("_")]
    run = [node for node in nodes(checks, ast.FunctionDef) if is_test(node)]
    inline = [
        node for node in functions if any(isinstance(part, ast.Import | ast.ImportFrom) for part in ast.walk(node))
    ]
    text = "\n".join(path.read_text() for path in checks)
    return {
        "source modules": str(len(ours)),
        "lines/module median / p95 / max": spread(map(lines, ours)),
        "lines/function median / p95 / max": spread(map(length, functions)),
        "docstrings module/class/function": " / ".join(
            (explained(nodes(ours, ast.Module)), explained(nodes(ours, ast.ClassDef)), explained(functions))
        ),
        "docstrings of public functions": explained(public),
        "return annotations": share(sum(1 for node in functions if node.returns is not None), len(functions)),
        "functions with inline imports": share(len(inline), len(functions)),
        "test functions": str(len(run)),
        "test length median / p95 / max": spread(map(length, run)),
        "mock or patch per test": f"{(text.count('Mock(') + text.count('patch(')) / len(run):.2f}",
        "query-count assertions": str(text.count("assert_num_queries(") + text.count("assert_max_num_queries(")),
    }


def by_room() -> dict[str, str]:
    """Median and 95th percentile of lines per file, and share of functions with a docstring."""
    rows = {}
    for room in ROOMS:
        paths = [path for path in sources() if room in path.relative_to(ROOT).with_suffix("").parts]
        sizes = sorted(map(lines, paths))
        functions = nodes(paths, ast.FunctionDef, ast.AsyncFunctionDef)
        rows[room] = f"{statistics.median(sizes):.0f}/{sizes[round(0.95 * (len(sizes) - 1))]}, {explained(functions)}"
    return rows


if __name__ == "__main__":
    for name, value in (figures() | {f"room {room}": value for room, value in by_room().items()}).items():
        print(f"{name:36} {value}")
