import io

import pikepdf
import pytest

from portal.cases.domain.clients import paper_code
from portal.helping.domain.mandate_pdf import mandate_html, mandate_pdf
from portal.pdf.services import count_pages
from tests.factories.organisations import paper_of, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return team(name="Beratungsstelle Brückenhaus")


def test_paper_names_both_what_and_how_long(there):
    paper = paper_of(there)
    html = mandate_html(paper, there.organisation)
    for words in ("Karin Wolf", "Beratungsstelle Brückenhaus", "Nachrichten im Postfach lesen", paper_code(paper.pk)):
        assert words in html
    assert "Bescheide lesen" not in html
    assert html.count("Unterschrift") >= 2


def test_paper_is_one_tagged_page_and_the_same_each_time(there):
    paper = paper_of(there)
    content = mandate_pdf(paper, there.organisation)
    assert count_pages(content) == 1
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
    assert mandate_pdf(paper, there.organisation) == content


def test_long_names_and_every_scope_still_fit_on_one_page():
    there = team(
        name="Christlich-Soziale Beratungs- und Begegnungsstätte für Erwerbslose und Alleinerziehende Musterstadt-Nord e. V."
    )
    scopes = {"upload", "fill_in", "send", "read_postbox", "read_decisions", "appointments"}
    paper = paper_of(
        there, invitee_name="Wilhelmine-Charlotte Freifrau von Hohenberg-Schlüchtermann-Öztürk", scopes=scopes
    )
    assert count_pages(mandate_pdf(paper, there.organisation)) == 1
