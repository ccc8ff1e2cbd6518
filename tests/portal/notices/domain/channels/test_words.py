import pytest

from portal.notices.domain.channels.words import short_words
from portal.notices.enums import Template


@pytest.mark.parametrize("template", Template)
def test_words_fit_into_one_sms(template):
    assert 0 < len(short_words(template)) <= 70
