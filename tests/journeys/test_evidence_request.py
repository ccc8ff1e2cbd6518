"""The closed loop: the office asks for three papers, the person answers each in her way, the office says what it makes
of it, and nothing is left to do.
"""

import pytest

from applications.services.submit import submit_draft
from mailbox.models import EvidenceItem, EvidenceRequest
from portal.accounts.models import User
from portal.cases.selectors import actor_for_user
from portal.documents.models import Document
from portal.submissions.models import Receipt, Submission
from tests.factories.personas import P02
from tests.journeys import papers
from tests.journeys.background import wait_for
from tests.journeys.drafts import CLAIMANT, filled_draft

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRETS = ("Kontoauszüge", "Mietvertrag", "Sander", "Hausverwaltung")
WANTED = ("BANK_STATEMENT", "LEASE", "HEALTH_INSURANCE_PROOF")


@pytest.fixture
def application(site):
    person = User.objects.get(email=CLAIMANT)
    draft = filled_draft(person, P02)
    application = submit_draft(actor=actor_for_user(person, purpose="test"), draft=draft).application
    wait_for(EvidenceRequest.objects.exists, "the draft of the checks")
    return application


def test_three_papers_are_asked_for_answered_and_settled(employee, visit, application):
    office = employee(secrets=SECRETS)
    ask(office, application)
    request = EvidenceRequest.objects.get(sent_at__isnull=False)
    claimant = visit(secrets=SECRETS)
    claimant.enter_as(application.person.user)

    answer(claimant, request)
    judge(office, request)

    claimant.open("/")
    assert "Wir brauchen Unterlagen" not in claimant.text
    claimant.open(f"/postfach/bitten/{request.pk}/")
    assert "Alles ist erledigt" in claimant.text
    proofs = Submission.objects.filter(case=application.case).exclude(pk=application.submission_id)
    assert proofs.count() == 4
    wait_for(lambda: Receipt.objects.filter(submission__in=proofs, confirmation__isnull=False).count() == 4, "receipts")


def ask(office, application):
    """Three of what is proposed, as the page has it; then the preview; then one press."""
    office.open(f"/verwaltung/antraege/{application.pk}/")
    assert "Entwurf aus der Prüfung" in office.text
    office.press("Unterlagen anfordern")
    for card in office.page.locator(".ask-item").all():
        kind = card.locator('[name$="-document_class"]').get_attribute("value")
        card.get_by_role("checkbox").first.set_checked(kind in WANTED)
    office.press("Speichern und ansehen")
    assert "Absatz 3 SGB I" in office.text
    assert "Einnahmen dürfen Sie nicht schwärzen." in office.text
    office.press("Senden")
    assert "Gesendet. Die Person findet die Liste im Postfach." in office.text


def answer(claimant, request):
    """From the to-do page: a photo, "I do not have it", more time, and one by post."""
    claimant.open("/")
    claimant.leave_by(claimant.page.locator(f'a[href="/postfach/bitten/{request.pk}/"]').first.click)
    first, second, third = (f"#punkt-{number}" for number in (1, 2, 3))
    open_card(claimant, first)
    photo = papers.file("Auszug.jpg", papers.photo(), "image/jpeg")
    claimant.page.locator("#datei-1").set_input_files(photo)
    claimant.send_files(claimant.page.locator('button[name="send"][value="1"]').click)
    open_card(claimant, second)
    claimant.page.locator(second).get_by_text("Das habe ich nicht oder bekomme ich nicht").click()
    claimant.page.locator('[name="reason-2"]').first.check()
    claimant.leave_by(claimant.page.locator('button[name="not_available"][value="2"]').click)
    claimant.leave_by(claimant.page.locator('button[name="more_time"]').first.click)
    assert "um mehr Zeit gebeten" in claimant.text
    open_card(claimant, third)
    claimant.page.locator(third).get_by_text("Ich schicke oder bringe es auf Papier").click()
    claimant.leave_by(claimant.page.locator('button[name="in_person"][value="3"]').click)
    wait_for(lambda: Document.objects.filter(status="released").exists(), "the photo to be readable")


def open_card(claimant, card):
    fold = claimant.page.locator(card)
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()


def judge(office, request):
    """From the list of deadlines: more time, accepted, done without, shown at the counter."""
    office.open("/verwaltung/fristen/?wer=all")
    assert "möchte Zeit bis" in office.text
    office.leave_by(office.page.locator(".desk-open").first.click)
    office.press("Verlängern")
    assert "Die Frist geht jetzt bis" in office.text
    for number, name in ((1, "Annehmen"), (2, "Wird nicht mehr gebraucht"), (3, "Annehmen: hat es gezeigt")):
        office.press(name, within=f"#punkt-{number}")
    assert "Damit ist die ganze Bitte erledigt." in office.text
    stored = EvidenceItem.objects.filter(request=request).order_by("position")
    assert list(stored.values_list("status", flat=True)) == ["accepted", "waived", "accepted"]
