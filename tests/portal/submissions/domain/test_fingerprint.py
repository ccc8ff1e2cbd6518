import pytest

from portal.submissions.domain.fingerprint import fingerprint
from portal.submissions.models import Entry, SubmissionContent
from tests.factories.submissions import make_content

SAME = {"content": make_content(), "data": {"b": 1, "a": "ä"}, "file_hashes": ["11", "22"]}


def test_fingerprint_does_not_depend_on_the_order_of_keys():
    assert fingerprint(**SAME) == fingerprint(**SAME | {"data": {"a": "ä", "b": 1}})


@pytest.mark.parametrize("change", [{"content": SubmissionContent()}, {"data": {}}, {"file_hashes": ["22", "11"]}])
def test_fingerprint_changes_with_everything(change):
    assert fingerprint(**SAME | change) != fingerprint(**SAME)


def test_content_from_before_there_were_places_keeps_its_fingerprint():
    stored = make_content().model_dump(mode="json")

    assert "place" not in stored["sections"][0]["entries"][0]
    assert (
        fingerprint(content=SubmissionContent.model_validate(stored), data={"b": 1}, file_hashes=["11"])
        == "214c91aff970c955960bc28ef13ab7e21cba2a5a41f79b94ee3b8b574ed7ebaf"
    )


def test_place_of_an_answer_is_kept():
    entry = Entry(label="Kaltmiete", value="420,50 Euro", place="home.base_rent")

    assert Entry.model_validate(entry.model_dump(mode="json")) == entry
