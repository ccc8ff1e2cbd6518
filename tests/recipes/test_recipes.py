"""The changes that come a hundred times, made in a copy of the project: each is a patch, and docs/recipes.md explains it.

All are made side by side in one copy: what a whole form must hold is asked once, not once for each. What is counted is what a developer has to touch. When a patch does not apply any more, make the change by hand, run its
tests and write the patch anew with ``git diff``.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
# Files of the product that the change touches, at most; and which tests of all prove it beside its own one.
EVERY_FORM = "tests/architecture/test_every_form.py"
CLAIM = ["tests/applications/claim", EVERY_FORM, "tests/applications/services/test_submit.py"]
ACCESS = "tests/access/table/"  # who gets what: a part of the product
TABLE = "tests/access/test_access.py"
ASKED = "test_address_answers_as_the_table_says"
RECIPES = {
    "question": (2, CLAIM),
    "list": (2, CLAIM),
    "form": (2, [EVERY_FORM]),
    "page": (4, [f"{TABLE}::test_every_address_stands_in_the_table", f"{TABLE}::{ASKED}[applications:print get]"]),
    "rule": (2, ["tests/applications/plausibility/test_registry.py", "tests/portal/law/test_parameter.py"]),
}
FORMS = (
    "main_application",
    "thanks_note",
)  # the forms that changes are about; of the others `EVERY_FORM` is not asked again


def touched(name):
    """Files of the patch: of the product, and tests."""
    names = re.findall(r"^\+\+\+ b/(\S+)", (HERE / f"{name}.patch").read_text(), re.MULTILINE)
    tests = [path for path in names if path.startswith("tests/") and not path.startswith(ACCESS)]
    return [path for path in names if path not in tests and not path.startswith("docs/")], tests


@pytest.fixture
def copy(tmp_path):
    """The project as it stands here, files not committed yet included, and what Python has compiled of it."""
    listed = subprocess.run(
        ["/usr/bin/env", "git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.splitlines()):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    for folder in filter(Path.is_dir, tmp_path.rglob("*")):
        compiled = ROOT / folder.relative_to(tmp_path) / "__pycache__"
        if compiled.is_dir():
            shutil.copytree(compiled, folder / "__pycache__")
    return tmp_path


@pytest.mark.parametrize("name", RECIPES)
def test_recipe_touches_no_more_files_than_it_says(name):
    most, _proofs = RECIPES[name]
    product, tests = touched(name)

    assert (len(product) <= most, len(tests)) == (True, 1), product


@pytest.mark.slow
def test_recipes_work_as_written(copy, worker_id):
    for name in RECIPES:
        subprocess.run(["/usr/bin/env", "git", "apply", HERE / f"{name}.patch"], cwd=copy, check=True)
    subprocess.run(
        [sys.executable, "-m", "applications.claim.schema"], cwd=copy, check=True
    )  # generated: `make schema`
    own = {path for name in RECIPES for path in touched(name)[1]}
    proofs = {proof for _most, proofs in RECIPES.values() for proof in proofs}
    chosen = f"(not {Path(EVERY_FORM).name} or {' or '.join(FORMS)}) and not any_gap"

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", chosen, *sorted(own | proofs)],
        cwd=copy,
        env={**os.environ, "PORTAL_DB_NAME": f"recipe_{worker_id}", "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
    assert re.search(r"\d+ passed", run.stdout)
