import datetime

import pytest
from django.utils import timezone

from appointments.domain.summons_text import first_summons_notice, first_text, summons_notice
from mailbox.models import TextTemplate, TextVersion
from tests.factories.cases import CaseFactory


@pytest.mark.parametrize(
    "words",
    [
        "§ 59 SGB II und § 309 SGB III",
        "wichtigen Grund darlegen und nachweisen",
        "noch am selben Tag",
        "Beim ersten Mal wird Ihr Geld nicht gemindert",
        "jeweils um 30 Prozent des Regelbedarfs. Das dauert einen Monat (§ 32 SGB II)",
        "zu drei Terminen nacheinander",
        "§ 24 SGB X",
        "§ 31a Absatz 3",
        "Ein Mensch entscheidet",
        "§ 13 Absatz 4 SGB X",
        "auch für eine Person, die Sie begleiten muss",
    ],
)
def test_first_text_says_what_the_law_wants(words):
    assert words in first_text(datetime.date(2026, 12, 1))


@pytest.mark.django_db
def test_notice_of_the_house_goes_before_the_first_text():
    case = CaseFactory()
    assert summons_notice(case) == first_summons_notice()

    own = TextTemplate.objects.create(jobcenter=case.jobcenter, key="own", purpose="summons", title="Eigener")
    version = TextVersion.objects.create(template=own, number=1, body="Eigener", published_at=timezone.now())

    assert summons_notice(case) == version
    assert summons_notice(CaseFactory()) == first_summons_notice()
