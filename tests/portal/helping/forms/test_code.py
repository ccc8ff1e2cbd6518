import pytest

from portal.cases.enums import Scope
from portal.helping.forms import CodeForm, TakeOverForm


def test_code_is_read_in_any_spelling():
    form = CodeForm({"code": " 7kq4 92fd"})
    assert form.is_valid()
    assert form.cleaned_data["code"] == "7KQ492FD"


@pytest.mark.parametrize("typed", ["7KQ4", "7KQ4-92FO", "7KQ4-92FD-X"])
def test_what_cannot_be_a_code_is_said_at_once(typed):
    assert CodeForm({"code": typed}).errors["code"][0].startswith("Bitte prüfen Sie „Code“.")


@pytest.mark.parametrize(
    ("left", "scopes"),
    [("fill_in", {Scope.FILL_IN, Scope.UPLOAD}), ("upload", {Scope.UPLOAD}), ("none", set())],
)
def test_person_says_what_is_left_to_the_helper(left, scopes):
    form = TakeOverForm({"code": "7KQ492FD", "left": left})
    assert form.is_valid()
    assert form.left_to_helper() == scopes


def test_sending_is_not_left_by_accident():
    assert not TakeOverForm({"code": "7KQ492FD", "left": "send"}).is_valid()
    assert TakeOverForm({"code": "7KQ492FD"}).errors["left"]
