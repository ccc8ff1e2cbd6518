import pytest

from mailbox.models import TextTemplate, TextVersion
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.desk_postbox import TextTemplateFactory

pytestmark = pytest.mark.django_db
LIST = "/verwaltung/texte/"


@pytest.fixture
def lead(jobcenter):
    return StaffMembershipFactory(jobcenter=jobcenter, team_lead=True)


def save(desk, template, body, language="de"):
    data = {"title": template.title, "is_active": "on", "language": language, "body": body}
    return desk.post(f"{LIST}{template.pk}/", data, follow=True)


def test_text_is_begun_written_looked_at_and_published(desk_of, lead):
    desk = desk_of(lead)
    desk.post(f"{LIST}neu/", {"title": "Termin bestätigen", "purpose": "message"})
    template = TextTemplate.objects.get()

    page = save(desk, template, "Guten Tag {name}").content.decode()
    version = TextVersion.objects.get()
    done = desk.post(f"{LIST}{template.pk}/{version.pk}/veroeffentlichen/", follow=True).content.decode()

    assert (template.key, template.jobcenter) == ("termin-bestatigen", lead.jobcenter)
    assert "Guten Tag Lea Beispiel" in page
    assert "Veröffentlicht. Diese Fassung gilt ab jetzt und ändert sich nicht mehr." in done
    assert TextVersion.objects.get().published_at is not None


def test_unknown_placeholder_is_named_and_what_was_typed_stays(desk_of, lead):
    page = save(desk_of(lead), TextTemplateFactory(jobcenter=lead.jobcenter), "Hallo {iban}").content.decode()

    assert "Diese Platzhalter gibt es nicht: {iban}. Möglich sind: {name}, {vorgang}," in page
    assert "Hallo {iban}</textarea>" in page
    assert not TextVersion.objects.exists()


def test_general_text_can_be_taken_over_only(desk_of, lead):
    general = TextTemplateFactory(jobcenter=None, key="hallo", published="Für alle")
    desk = desk_of(lead)

    assert desk.post(f"{LIST}{general.pk}/", {"title": "x", "language": "de", "body": "y"}).status_code == 404
    page = desk.post(f"{LIST}{general.pk}/uebernehmen/", follow=True).content.decode()
    assert "Text Ihres Jobcenters" in page
    assert TextTemplate.objects.get(jobcenter=lead.jobcenter).key == "hallo"


def test_list_shows_own_before_general_and_languages(desk_of, lead):
    TextTemplateFactory(jobcenter=None, key="hallo", title="Hallo, für alle", published="x")
    TextTemplateFactory(jobcenter=lead.jobcenter, key="hallo", title="Hallo, unser", published="x")

    page = desk_of(lead).get(LIST).content.decode()

    assert ("Hallo, unser" in page, "Hallo, für alle" in page, "Deutsch" in page) == (True, False, True)
