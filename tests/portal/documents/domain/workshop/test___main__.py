import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[5]
NEVER = ("django", "celery", "psycopg2", "redis", "weasyprint", "tink")


def test_child_does_without_the_portal():
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import portal.documents.domain.workshop.__main__\n"
        "from portal.documents.domain.workshop import join, pages, pdf\n"
        "print(*sorted(sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-P", "-c", program, str(ROOT)], capture_output=True, text=True, check=True)
    modules = ended.stdout.split()

    assert [name for name in NEVER if name in modules] == []
    assert {name for name in modules if name.startswith("portal.") and ".workshop" not in name} == {
        "portal.documents", "portal.documents.domain",
    }  # fmt: skip


def test_error_of_ours_says_where_and_nothing_of_the_file(tmp_path):
    job = {
        "action": "join", "sources": 1, "parent": os.getpid(), "unsealed": False,
        "limits": {"AS": 1 << 30, "CPU": 10, "FSIZE": 1 << 20, "NOFILE": 64, "CORE": 0},
    }  # fmt: skip
    (tmp_path / "job.json").write_text(json.dumps(job))
    command = [sys.executable, "-P", "-m", "portal.documents.domain.workshop", str(tmp_path)]
    ended = subprocess.run(command, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout.split()[0], ended.stderr) == (0, "ready", "")
    assert json.loads((tmp_path / "result.json").read_text())["failure"].startswith("FileNotFoundError ")
