from portal.documents.domain import limits
from portal.documents.enums import ENDINGS


def test_limits_are_said_with_their_numbers():
    assert [number for number in ("25 MB", "100 Dateien", "500 MB") if number in limits.in_words()] == [
        "25 MB",
        "100 Dateien",
        "500 MB",
    ]


def test_every_kind_of_file_can_be_chosen():
    offered = set(limits.ACCEPT.split(","))

    assert {".pdf", ".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff"} <= offered
    assert {media_type.value for media_type in ENDINGS} <= offered
