"""The contracts of pyproject.toml hold, and they would notice a break."""

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def copied(tmp_path: Path) -> Path:
    for name in ("portal", "applications", "mailbox", "appointments"):
        for source in (ROOT / name).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(source.read_text())
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    return tmp_path


@pytest.mark.slow
def test_junk_drawer_is_refused(tmp_path):
    folder = copied(tmp_path)
    (folder / "mailbox" / "utils.py").write_text('"""Odds and ends."""\n')

    result = lint_imports(folder)

    assert result.returncode == 1
    assert "mailbox.utils" in result.stdout


@pytest.mark.slow
def test_late_import_upwards_is_refused(tmp_path):
    folder = copied(tmp_path)
    enums = folder / "portal" / "cases" / "enums.py"
    enums.write_text(enums.read_text() + "\n\ndef f():\n    from portal.cases import services\n    return services\n")

    result = lint_imports(folder)

    assert result.returncode == 1
    assert "portal.cases.enums is not allowed to import portal.cases.services" in result.stdout


FRONT_DOOR = {"services", "selectors", "permissions", "enums", "errors", "events", "models"}
SIDE_DOORS = {
    "portal.cases.domain.addressee": "postbox and desk ask it who is written to",
    "portal.cases.domain.representation": "desk and rules say where a representation stands",
    "portal.cases.views.actor": "every view asks it who acts",
    "portal.cases.views.guest": "a form that shall not wait lets strangers begin at once",
    "portal.cases.views.guest_code": "a guest's code stands on the receipt",
    "portal.cases.views.reason": "pages and files ask it before staff see a case that is not theirs",
    "portal.cases.views.space": "links know whether they stay with the helped person",
    "appointments.domain.safe_link": "a link that leads astray is said at its field",
    "appointments.domain.reassigning": "why somebody is not there is said in the same words",
    "appointments.domain.lifecycle": "which steps an appointment may take stands beside the table of steps",
    "appointments.domain.video": "staff enter the same room as everybody, and the set-up says what an address may hold",
    "appointments.domain.summons_letter": "the desk shows the very letter",
    "appointments.domain.summons_text": "and the very notice",
    "appointments.domain.letters": "what a letter still names is said to the person and to staff in the same words",
    "mailbox.domain.letter_notice": "a summons is told with the same proof as a decision",
    "mailbox.domain.decision_file": "and not before its file can be opened",
    "mailbox.domain.decision_clock": "the desk shows the same days as the person reads",
    "mailbox.domain.decision_lifecycle": "which steps a decision may take stands beside the table of steps",
    "portal.documents.domain.alike": "the viewer names what was sent twice",
    "portal.documents.domain.searching": "words are looked for in memory, by the page that shows them",
    "portal.documents.views.purpose": "pages and files ask it before staff open a specially protected document",
    "portal.documents.views.responses": "files and pictures leave the portal with the same headers",
    "portal.documents.domain.names": "what is taken away has names that every system takes",
    "portal.documents.domain.zipping": "copies and the postbox are packed in one way",
    "portal.submissions.domain.facts": "what is taken away writes check sums as receipts do",
    "portal.submissions.domain.verification": "and groups them",
    "portal.documents.domain.words": "the component page shows a file in every state",
    "portal.cases.domain.guest_access": "a guest's code lasts from the last thing that was sent",
    "portal.documents.views.taking_in": "files are taken in one way wherever they are chosen",
    "portal.documents.views.arranging": "files are shown and arranged in one way wherever they are listed",
    "portal.accounts.forms.base": "passwords and codes are asked for in the same words everywhere",
    "portal.accounts.views.availability": "pages that need cache or mail server say alike that it is away",
    "portal.accounts.views.second_factor": "nobody acts as staff without one",
    "portal.accounts.domain.user_agent": "a device is named in the same words wherever it is listed",
    "portal.documents.domain.ocr_languages": "the system check says which languages of tesseract are missing",
    "portal.notices.domain.vapid": "the system check says when the key for hints cannot be used",
    "portal.desk.management.commands.load_demo": "the demo shows the code of the app of its staff",
    "portal.accounts.views.step_up": "who matters most proves once more who it is",
    "portal.accounts.views.typed_again": "typed text outlives the session, also where a page shows it itself",
    "portal.accounts.views.session_bar": "error pages offer the way out, too",
    "portal.cases.domain.scope_words": "what a standing allows is said in the same words everywhere",
    "portal.cases.domain.clients": "code and state of a Vollmacht stand on paper and in the list of clients",
    "portal.cases.domain.periods": "how long a standing lasts is chosen on a page",
    "portal.cases.domain.invitation_code": "a typing error in a code is said at once",
    "portal.submissions.views": "the answer to who sends is the receipt itself, where it holds a code",
    "portal.documents.views": "files leave the portal in one way only",
    "portal.accounts.domain.bundid_connection": "the settings say how the portal and BundID know each other",
    "portal.accounts.admin": "portal.desk shows these classes on its site",
    "portal.accounts.admin.tenancy": "whose rows an administrator sees is decided in one place",
    "mailbox.admin": "portal.desk shows these classes on its site",
    "mailbox.domain.contact_texts": "when a contact happened is said in the same words on receipt and page",
    "mailbox.domain.drafting": "how long a message may be is said where it is written",
    "mailbox.domain.paper_codes": "a code that belongs to nothing is said at once",
    "mailbox.domain.posting": "what the office does to an appointment stands in the postbox, once for each key",
    "mailbox.domain.texts": "placeholders are checked and shown where texts are written",
    "appointments.domain.invitation_text": "an invitation begins with the text of the house",
    "appointments.domain.needs": "what somebody needs is said in the same words wherever staff plan",
    "appointments.domain.wish_content": "and so is what was wished",
    "appointments.domain.wishes": "which times fit a wish is known in one place",
    "mailbox.domain.waiting": "how long somebody waits is said in working days",
    "portal.documents.domain.files": "the office's scan is compared before it is stored",
    "portal.documents.domain.limits": "what may be chosen is said at the field",
    "portal.submissions.domain.moments": "midnight stands for a day without a time, on receipt and page",
    "applications.admin": "portal.desk shows these classes on its site",
    "applications.catalogue.outline": "the desk shows every page of a form",
    "applications.domain.status_texts": "the words for a status stand once",
    "applications.domain.lifecycle": "which steps are asked about stands beside the table of steps",
    "applications.claim.model": "the claim is the published schema",
    "applications.claim.sources": "the paths of a finding are followed where the answers are shown",
    "applications.catalogue.compose": "the demo fills in drafts",
    "applications.catalogue.complete": "the demo fills in drafts",
    "applications.domain.draft_answers": "the demo fills in drafts",
    "applications.catalogue.kinds": "the component page shows a question of every kind",
    "applications.catalogue.structure": "and puts them on one page",
    "applications.claim.matrix": "the desk asks for papers in the words of the matrix",
    "applications.domain.evidence_texts": "and knows what may be asked for",
    "applications.domain.evidence_wanted": "and what is there already",
    "mailbox.domain.evidence_code": "the code of a cover sheet is written in one way",
    "mailbox.domain.evidence_deadline": "whose holidays count for a deadline is known in one place",
    "mailbox.domain.evidence_letter": "the desk shows the very letter",
    "mailbox.domain.evidence_lifecycle": "the desk offers the steps of the table",
    "mailbox.domain.legal_notice": "and the very notice",
    "applications.forms.step": "made by the form of the product, so that it cannot drift from it",
}


def app_and_room(module: str) -> tuple[str, str]:
    parts = module.split(".")
    depth = 2 if parts[0] == "portal" else 1
    return ".".join(parts[:depth]), parts[depth] if len(parts) > depth else ""


def test_other_apps_are_entered_by_the_front_door():
    graph = grimp.build_graph("portal", "applications", "mailbox", "appointments", cache_dir=None)
    seen = set()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            app, room = app_and_room(imported)
            if (
                app == app_and_room(module)[0]
                or module.startswith("portal.urls")
                or app in {"portal.ui", "portal.settings", "portal.postgres", "portal.law", "portal.discreet"}
            ):
                continue
            if room not in FRONT_DOOR:
                seen.add(imported)

    assert seen == set(SIDE_DOORS)


def test_no_circle_of_modules():
    graph = grimp.build_graph("portal", "applications", "mailbox", "appointments", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle
