import pytest

from applications.forms.own_part import OwnPartForm, OwnPostForm


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"verdict": "right"}, []),
        ({"verdict": "wrong", "remark": "Falsch geschrieben"}, []),
        ({"verdict": "wrong"}, ["remark"]),
        ({}, ["verdict"]),
        ({"verdict": "maybe"}, ["verdict"]),
    ],
)
def test_who_says_wrong_says_what(data, wrong):
    assert list(OwnPartForm(data).errors) == wrong


def test_safe_way_may_be_empty():
    assert OwnPostForm({}).is_valid()
