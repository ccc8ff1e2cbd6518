import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from portal.documents.enums import StoredFileKind
from portal.documents.models import Document
from portal.documents.services import mark_handed_in, store_file
from tests.factories.cases import CaseFactory, PersonFactory, claimant_actor
from tests.factories.documents import DocumentFactory, make_image, make_pdf, release
from tests.factories.exports import full_case
from tests.factories.stores import names_in_store
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(client):
    case = CaseFactory()
    actor = claimant_actor(case)
    client.force_login(case.persons.get(user_id=actor.user_id).user)
    return case


def page(client, **query):
    return client.get(reverse("documents:list"), query).content.decode()


def press(client, **data):
    return client.post(reverse("documents:list"), data, follow=True).content.decode()


def section(html, title):
    """What stands under a heading."""
    return html.partition(f">{title}</h2>")[2].partition("</section>")[0]


def test_list_shows_name_pages_time_and_state(client, case):
    DocumentFactory(case=case, name="<b>Auszug</b>.pdf", pages=3)

    html = section(page(client), "Noch nicht abgeschickt")

    assert "3 Seiten, " in html
    assert "b&gt;.pdf" in html
    assert "Angekommen am " in html
    assert "Angekommen und lesbar" in html


def test_each_file_stands_where_it_is_looked_for_first(client, case):
    names = ("ok.pdf", "neu.pdf", "unscharf.pdf", "weg.pdf")
    for name in names:
        document = DocumentFactory(case=case, name=name, content=make_pdf() + name.encode(), is_checked=False)
        if name != "neu.pdf":
            release(document, notes=["blurred"] if name == "unscharf.pdf" else ())
        if name == "weg.pdf":
            mark_handed_in(documents=[document], at=timezone.now())

    html = page(client)

    found = {
        title: [name for name in names if name in section(html, title)]
        for title in ("Bitte ansehen", "Wird geprüft", "Noch nicht abgeschickt", "Abgeschickt")
    }
    assert found == {
        "Bitte ansehen": ["unscharf.pdf"],
        "Wird geprüft": ["neu.pdf"],
        "Noch nicht abgeschickt": ["ok.pdf"],
        "Abgeschickt": ["weg.pdf"],
    }


def draw(document, **facts):
    """The small picture of its first page, as the worker makes it."""
    page = document.page_list.get(number=1)
    page.thumbnail = store_file(make_image("WEBP"), media_type="image/webp", kind=StoredFileKind.PAGE)
    for name, value in facts.items():
        setattr(page, name, value)
    page.save()
    return document


def picture(client, document):
    return client.get(reverse("documents:picture", args=[document.pk]))


def test_drawn_document_has_a_small_picture_with_its_place_kept(client, case):
    document = draw(DocumentFactory(case=case), turn=90)
    DocumentFactory(case=case)  # not drawn yet

    html = page(client)
    answer = picture(client, document)

    assert html.count("<img") == 1
    assert 'width="60" height="84" loading="lazy"' in html
    assert "jc-doc__picture--90" in html
    assert 'alt="Kleines Bild der ersten Seite"' in html
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/webp", "no-store")
    assert answer.content[8:12] == b"WEBP"


@pytest.mark.parametrize(
    "facts", [{"is_restricted": True}, {"status": "refused", "refusal": "malware"}, {"emptied_at": timezone.now()}]
)
def test_protected_refused_and_deleted_documents_have_none(client, case, facts):
    document = draw(DocumentFactory(case=case))
    Document.objects.filter(pk=document.pk).update(**facts)

    assert "<img" not in page(client)
    assert picture(client, document).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_the_same_number_of_questions(client, case, rows, django_assert_max_num_queries):
    for document in DocumentFactory.create_batch(rows, case=case):
        draw(document)

    with django_assert_max_num_queries(16):
        page(client)


def test_what_was_sent_leads_to_its_receipt(client, case):
    submission = SubmissionFactory(case=case, documents=[DocumentFactory(case=case)])

    assert reverse("submissions:confirmation", args=[submission.pk]) in section(page(client), "Abgeschickt")


def test_paper_and_person_are_named(client, case):
    PersonFactory(case=case, member=True, answer_id="c1", name="Lina Sander")
    DocumentFactory(case=case, evidence_code="UVG_NOTICE", evidence_person="c1")

    assert "Für: Bescheid über Unterhaltsvorschuss – Lina Sander" in page(client)


def test_proof_names_the_check_sums_and_the_steps(client, case):
    document = DocumentFactory(case=case)

    html = page(client)

    assert document.sha256 in html
    assert document.normalised.sha256 in html
    assert "Auf Schadprogramme geprüft" in html


def test_removed_document_leaves_the_list(client, case):
    document = DocumentFactory(case=case)

    html = press(client, remove=document.pk)

    assert "Die Datei ist entfernt." in html
    assert document.original_name not in html


def test_page_that_is_hard_to_read_is_kept_when_it_shall_be(client, case):
    document = release(DocumentFactory(case=case, is_checked=False), notes=["blurred"])
    assert "Das Bild ist unscharf." in section(page(client), "Bitte ansehen")

    html = press(client, keep=document.pk)

    assert "Das Bild ist unscharf." not in html


def test_better_photo_takes_the_place(client, case):
    document = release(DocumentFactory(case=case, is_checked=False), notes=["blurred"])
    better = SimpleUploadedFile("besser.jpg", make_image())

    html = press(client, **{f"replace-{document.pk}": better})

    assert "Sie steht an derselben Stelle." in html
    assert Document.objects.present().get().place == document.pk


def test_refused_replacement_leaves_everything_as_it_was(client, case):
    document = release(DocumentFactory(case=case, is_checked=False), notes=["blurred"])

    html = press(client, **{f"replace-{document.pk}": SimpleUploadedFile("x.exe", b"MZ\x00")})

    assert "x.exe: Diese Art von Datei können wir nicht annehmen." in html
    assert "<title>Fehler:" in html
    assert Document.objects.present().get() == document


def test_sent_document_stays_with_an_explanation(client, case):
    document = DocumentFactory(case=case)
    mark_handed_in(documents=[document], at=timezone.now())

    html = press(client, remove=document.pk)

    assert "Diese Datei haben Sie schon abgeschickt." in html
    assert document.original_name in html


def test_document_of_others_cannot_be_removed(client, case):
    document = DocumentFactory()

    press(client, remove=document.pk)

    assert document.stored.name in names_in_store()


def test_question_about_deleting_is_found_at_the_file(client, case):
    document = DocumentFactory(case=case)
    Document.objects.filter(pk=document.pk).update(deletion_proposed_at=timezone.now())

    assert reverse("documents:not_needed", args=[document.pk]) in client.get(reverse("documents:list")).content.decode()


def test_what_the_office_waits_for_stands_above_the_files(client):
    full = full_case()
    client.force_login(full.person.user)

    html = page(client)

    assert f'href="{reverse("mailbox:request", args=[full.request.pk])}">1 Unterlage einreichen</a>' in html
    assert html.index("Das Jobcenter wartet noch auf Unterlagen") < html.index("Abgeschickt</h2>")


def test_nothing_is_said_where_nothing_is_asked_for(client, case):
    assert "Das Jobcenter wartet noch auf Unterlagen" not in page(client)
