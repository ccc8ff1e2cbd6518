import pytest
from django.utils import timezone

from mailbox.domain.legal_notice import FIRST_TEXT, first_notice, notice_for
from mailbox.enums import TextPurpose
from mailbox.models import TextTemplate, TextVersion
from tests.factories.cases import CaseFactory


@pytest.mark.parametrize(
    "words",
    [
        "ganz oder teilweise",
        "bis Sie das nachholen",
        "§ 66 Absatz 1 SGB I",
        "Absatz 3 SGB I",
        "§ 67 SGB I",
        "§ 65 Absatz 1 SGB I",
        "Ein Mensch entscheidet",
    ],
)
def test_first_text_says_what_the_law_wants(words):
    assert words in FIRST_TEXT


@pytest.mark.django_db
def test_first_notice_is_made_once():
    assert first_notice() == first_notice()
    assert TextVersion.objects.count() == 1


@pytest.mark.django_db
def test_newest_published_general_notice_holds_where_the_office_has_none():
    first = first_notice()
    newer = TextVersion.objects.create(template=first.template, number=2, body="Neu", published_at=timezone.now())
    elsewhere = TextTemplate.objects.create(
        jobcenter=CaseFactory().jobcenter, key="other", purpose=TextPurpose.LEGAL_NOTICE, title="Anderswo"
    )
    TextVersion.objects.create(template=elsewhere, number=1, body="Anderswo", published_at=timezone.now())

    assert notice_for(CaseFactory()) == newer
    assert notice_for(CaseFactory(clearing=True)) == newer
