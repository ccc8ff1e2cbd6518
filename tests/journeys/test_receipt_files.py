"""Both files of P02's receipt, made by the real worker, held against what the review page has shown."""

import io
import json
import subprocess

import pikepdf
import pytest

from portal.submissions.models import Submission
from tests.factories.personas import P02
from tests.journeys import steps
from tests.journeys.drafts import claimant_with, path_of
from tests.portal.pdf.verapdf import failures

pytestmark = [pytest.mark.browser, pytest.mark.slow]
APPLICANT = {"Miriam", "Sander", "Miriam Sander"}
PUBLIC = {"Musterstadt"}  # the office is there, too


def test_files_conform_and_say_what_they_should(visit, site):
    claimant, draft = claimant_with(visit, P02)
    claimant.open(path_of(draft, "unterlagen"))
    steps.hand_in_papers(claimant)
    claimant.press("Speichern und weiter")
    shown = steps.review(claimant)
    receipt = steps.send(claimant)

    confirmation, copy = steps.fetch_files(claimant, site, receipt)

    assert failures(confirmation, copy) == ""
    assert len(shown) > 100
    assert [entry for entry in shown if lacking(entry, plain(copy))] == []
    said = plain(confirmation)
    telling = {value for _label, value in shown if len(value) > 3} - APPLICANT - PUBLIC
    assert [value for value in telling if tight(value) in said] == []
    assert embedded(copy)["data"] == Submission.objects.get().data


def lacking(entry, text):
    return any(tight(part) not in text for part in entry)


def tight(value):
    return "".join(value.split())


def plain(content):
    """The text of a PDF without spaces: lines break elsewhere than on the page."""
    result = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)  # noqa: S607 -- wherever it is
    return "".join(result.stdout.decode().replace("\N{SOFT HYPHEN}", "").split())


def embedded(content):
    """The data for machines inside the copy."""
    with pikepdf.open(io.BytesIO(content)) as file:
        (attachment,) = file.attachments.values()
        return json.loads(attachment.get_file().read_bytes())
