from applications.forms.withdrawal import WithdrawalForm


def test_no_reason_is_needed():
    assert WithdrawalForm({"reason": ""}).is_valid()


def test_reason_has_an_end():
    assert not WithdrawalForm({"reason": "x" * 2001}).is_valid()
