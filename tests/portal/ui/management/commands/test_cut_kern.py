import pathlib
import re

import brotli
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from portal.ui.icons import ICONS

UI = pathlib.Path(settings.STATICFILES_DIRS[0]) / "ui"
FIRST_LOAD = ["kern.css", "site.css", "print.css", "app.js", "icon.svg"]
FONTS = ["fonts/fira-sans-regular-latin1.woff2", "fonts/fira-sans-semibold-latin1.woff2"]


def transferred(*names):
    """Bytes after brotli, as WhiteNoise sends them; fonts are compressed already."""
    return sum(len(brotli.compress((UI / name).read_bytes(), quality=11)) for name in names)


def test_styles_stay_within_12_kilobytes():
    assert transferred("kern.css", "site.css") <= 12 * 1024


def test_script_stays_within_3_kilobytes():
    assert transferred("app.js") <= 3 * 1024


@pytest.mark.parametrize("name", ["documents/watch.js", "documents/upload.js"])
def test_script_of_pages_with_files_stays_within_one_and_a_half_kilobytes(name):
    assert transferred(f"../{name}") <= 1536


def test_all_scripts_of_a_page_stay_within_5_kilobytes():
    assert transferred("app.js", "../documents/watch.js", "../documents/upload.js") <= 5 * 1024


def test_scripts_of_the_page_about_hints_stay_within_3_kilobytes():
    assert transferred("app.js", "../notices/push.js") <= 3 * 1024


@pytest.mark.parametrize("name", ["ui/app.js", "documents/watch.js", "documents/upload.js", "notices/push.js"])
def test_script_writes_no_html(name):
    source = (UI.parent / name).read_text()

    assert [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if word in source] == []


def test_first_visit_stays_within_60_kilobytes():
    html = 4 * 1024  # a wizard page, compressed, rounded up
    assert transferred(*FIRST_LOAD) + sum((UI / font).stat().st_size for font in FONTS) + html <= 60 * 1024


def test_cut_names_its_origin_and_licence():
    head = (UI / "kern.css").read_text()[:300]
    assert "@kern-ux/native 2.7.2" in head
    assert "EUPL-1.2" in head
    assert (UI / "LICENSE-KERN.md").exists()


def test_cut_holds_exactly_the_icons_that_can_be_named():
    names = set(re.findall(r"\.kern-icon--([a-z-]+)\{--kern-mask", (UI / "kern.css").read_text()))
    assert names == ICONS


def test_every_property_that_is_used_is_defined():
    css = (UI / "kern.css").read_text() + (UI / "site.css").read_text()
    used = set(re.findall(r"var\((--[\w-]+)\)", css))
    assert used - set(re.findall(r"(--[\w-]+):", css)) == set()


def test_other_version_is_refused(tmp_path):
    (tmp_path / "package.json").write_text('{"version": "3.0.0"}')
    with pytest.raises(CommandError, match=r"Expected KERN 2\.7\.2, found 3\.0\.0"):
        call_command("cut_kern", str(tmp_path))


def test_command_writes_the_stylesheet(tmp_path):
    package, target = tmp_path / "package", tmp_path / "ui"
    (package / "dist").mkdir(parents=True)
    target.mkdir()
    (package / "package.json").write_text('{"version": "2.7.2"}')
    (package / "dist" / "kern.css").write_text(".kern-btn{color:red}.kern-p-lg{top:0}")
    (target / "site.css").write_text("")
    call_command("cut_kern", str(package), "--target", str(target), "--without-fonts")
    assert (target / "kern.css").read_text().endswith("\n.kern-btn{color:red}\n")
