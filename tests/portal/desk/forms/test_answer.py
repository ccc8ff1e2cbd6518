import pytest

from portal.desk.forms.answer import AnswerForm


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"verdict": "agreed"}, []),
        ({"verdict": "agreed", "text": "Gute Reise"}, []),
        ({"verdict": "refused", "text": "Kurs"}, []),
        ({"verdict": "refused"}, ["text"]),
        ({"verdict": "asked", "text": "  "}, ["text"]),
        ({"text": "Kurs"}, ["verdict"]),
    ],
)
def test_no_and_question_need_words(typed, wrong):
    assert sorted(AnswerForm(typed).errors) == wrong
