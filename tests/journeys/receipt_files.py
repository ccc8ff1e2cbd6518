"""Both files of a receipt, held against what the review page has shown."""

import io
import json
import subprocess

import pikepdf

from portal.submissions.models import Submission
from tests.portal.pdf.verapdf import failures

APPLICANT = {"Miriam", "Sander", "Miriam Sander"}
PUBLIC = {"Musterstadt"}  # the office is there, too


def assert_conform_and_say_what_they_should(confirmation, copy, shown):
    """Nothing is missing in the copy, nothing private stands in the confirmation. ``shown``: (label, value) pairs."""
    assert failures(confirmation, copy) == ""
    assert len(shown) > 100
    text = plain(copy)
    assert [entry for entry in shown if lacking(entry, text)] == []
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
