import pathlib
import re

import pytest
from django.conf import settings

from portal.ui.security_headers import CONTENT_SECURITY_POLICY, content_security_policy

TEMPLATES = sorted(path for folder in settings.TEMPLATES[0]["DIRS"] for path in pathlib.Path(folder).rglob("*.html"))
# Data for scripts (type="application/json") is not run. PDF templates are printed by WeasyPrint and never reach a browser.
FOR_BROWSERS = [path for path in TEMPLATES if "pdf" not in path.parts]
INLINE = re.compile(
    r"<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:|<script(?![^>]*\s(?:src=|type=.application/json))", re.IGNORECASE
)


def test_policy_allows_nothing_unsafe():
    sources = [source for values in CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in values]
    assert not [source for source in sources if source.startswith(("'unsafe", "http", "*"))]


def test_forms_may_lead_to_a_named_sign_in_service_and_nothing_else_changes():
    policy = content_security_policy(form_targets=["https://id.example"])["DIRECTIVES"]
    assert policy["form-action"] == ["'self'", "https://id.example"]
    assert {**policy, "form-action": ["'self'"]} == CONTENT_SECURITY_POLICY["DIRECTIVES"]


@pytest.mark.parametrize("path", FOR_BROWSERS, ids=lambda path: "/".join(path.parts[-2:]))
def test_templates_hold_no_inline_script_or_style(path):
    assert INLINE.findall(path.read_text()) == []


def test_scan_finds_what_it_looks_for():
    bad = [
        '<p style="x">',
        "<a onclick=x>",
        "<script>x",
        '<script type="module">x',
        "<style>",
        '<a href="javascript:x">',
    ]
    assert all(INLINE.search(markup) for markup in bad)
    assert not INLINE.search('<script src="x" type="module"></script>')
