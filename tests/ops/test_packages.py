import re
import subprocess

from ops.folders import PROJECT

LINE = re.compile(r"^(?P<name>[a-z0-9.+-]+) +(?P<kind>build|runtime|services|test) +(?P<why>\S.{10,})$")


def lines():
    text = (PROJECT / "ops" / "packages.txt").read_text()
    return [LINE.match(line) for line in text.splitlines() if line and not line.startswith("#")]


def test_every_package_has_a_kind_and_a_reason():
    assert all(lines())


def test_every_package_is_named_once():
    names = [line["name"] for line in lines()]
    assert sorted(names) == sorted(set(names))


def test_no_other_file_names_a_package_to_install():
    files = [path for folder in ("ops", ".ci") for path in (PROJECT / folder).iterdir() if path.is_file()]
    files += [PROJECT / "Makefile", PROJECT / "Dockerfile"]
    installing = [path.name for path in files if re.search(r"apt(-get)? install", path.read_text())]
    assert installing == ["install-packages"]


def test_install_packages_needs_a_kind():
    process = subprocess.run([PROJECT / "ops" / "install-packages"], capture_output=True, text=True, check=False)
    assert (process.returncode, process.stderr) == (1, "Which kinds? See ops/packages.txt.\n")
