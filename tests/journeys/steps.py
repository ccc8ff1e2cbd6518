"""The main job in steps, each with what the person must see at its end."""

import hashlib
import re
from types import SimpleNamespace

from applications.models import Draft
from tests.journeys import papers

REFERENCE = re.compile(r"\b[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")
CODE = re.compile(r"\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}\b")
MOMENT = re.compile(r"\w+, \d{1,2}\. \w+ \d{4}, \d{1,2}:\d\d:\d\d Uhr")
LEASE, STATEMENT = papers.pdf(pages=2), papers.photo()


def begin(claimant):
    """From the start page to the first page of questions; returns the draft's id."""
    claimant.open("/")
    claimant.press("Antrag stellen", exact=False)
    claimant.press("Beginnen: Antrag auf Grundsicherungsgeld")
    assert claimant.heading == "Antrag auf Grundsicherungsgeld"
    assert "Fragen können Sie offen lassen" in claimant.text
    draft_id = claimant.path.split("/")[2]
    claimant.press("Jetzt beginnen")
    return draft_id


def assert_typed(typist, draft_id):
    """Everything that was typed lies in the draft, and nothing else."""
    answers = typist.stored(Draft.objects.get(pk=draft_id).answers)
    wanted = {key: value for key, value in typist.persona.items() if key not in {"started_on", "seen"}}
    assert without_gaps({key: answers.get(key) for key in wanted}) == without_gaps(wanted)


def hand_in_papers(claimant):
    """A PDF, a photo, one paper for later; leads to the last page of questions."""
    assert claimant.heading == "Ihre Unterlagen"
    upload(claimant, "Mietvertrag", papers.file("Mietvertrag.pdf", LEASE, "application/pdf"))
    assert_arrived(claimant, "Mietvertrag", "Mietvertrag.pdf")
    upload(claimant, "Kontoauszüge", papers.file("IMG_2041.jpg", STATEMENT, "image/jpeg"))
    assert_arrived(claimant, "Kontoauszüge", "IMG_2041.jpg")
    assert "1 Datei ist da" in paper(claimant, "Mietvertrag").inner_text()
    paper(claimant, "Personalausweis oder Reisepass").first.get_by_label("Ich schicke es später.").check()
    claimant.press("Speichern und weiter")


def upload(claimant, title, *files):
    """Choose files for a paper and press its button."""
    place = paper(claimant, title)
    chooser(place).set_input_files(list(files))
    claimant.send_files(place.get_by_role("button", name="Hochladen").click)


def chooser(place):
    """The input for files of a paper."""
    return place.get_by_label(re.compile("Dateien auswählen$"))


def assert_arrived(claimant, title, *words):
    """One is back at the paper, which says what has arrived."""
    place = paper(claimant, title)
    assert [word for word in ("1 Datei ist angekommen.", *words) if word not in place.inner_text()] == []
    assert abs(place.bounding_box()["y"]) < claimant.page.viewport_size["height"] / 2


def paper(claimant, title):
    return claimant.page.locator(".kern-accordion").filter(
        has=claimant.page.locator("h2", has_text=re.compile(f"^\\s*{title}"))
    )


def review(claimant):
    """The page before sending; returns all answers it shows as (label, value)."""
    assert claimant.heading == "Prüfen und absenden"
    rows = claimant.page.locator(".jc-block__list > div")
    return rows.evaluate_all(
        "rows => rows.map(row => ['dt', 'dd'].map(name => row.querySelector(name).textContent.trim()))"
    )


def send(claimant):
    """Press the button; the confirmation is there at once. Returns what it says."""
    claimant.press("Antrag jetzt absenden")
    assert claimant.heading == "Wir haben Ihren Antrag bekommen"
    text = claimant.text
    for name, content in (("Mietvertrag.pdf", LEASE), ("IMG_2041.jpg", STATEMENT)):
        assert name in text
        assert hashlib.sha256(content).hexdigest() in squeezed(text)
    return receipt_on(claimant)


def receipt_on(claimant):
    """What the confirmation page names."""
    text = claimant.text
    return SimpleNamespace(
        path=claimant.path,
        reference=REFERENCE.search(text)[0],
        moment=MOMENT.search(text)[0],
        code=CODE.search(text)[0],
    )


def fetch_files(claimant, site, receipt):
    """Both PDFs, as soon as the worker has made them."""
    site.processes.settle()
    claimant.open(receipt.path)
    assert "werden gerade erstellt" not in claimant.text
    answers = [claimant.get(f"{receipt.path}{name}.pdf") for name in ("bestaetigung", "kopie")]
    assert [answer.status for answer in answers] == [200, 200]
    confirmation, copy = (answer.body() for answer in answers)
    assert confirmation[:5] == copy[:5] == b"%PDF-"
    return confirmation, copy


def check_in_public(stranger, receipt, confirmation):
    """Somebody who was shown the confirmation checks it without signing in."""
    stranger.open("/pruefen/")
    stranger.fill(code=receipt.code.lower().replace("-", " "))
    stranger.press("Prüfen")
    text = stranger.text
    assert stranger.heading == "Die Bestätigung ist echt"
    assert receipt.moment in text
    assert "2 Dateien, zusammen 3 Seiten" in text
    assert hashlib.sha256(confirmation).hexdigest()[:16] in squeezed(text)
    assert receipt.reference not in text


def read_postbox(claimant, receipt):
    """The receipt lies in the postbox."""
    claimant.open("/postfach/")
    assert "Sie haben 1 ungelesene Nachricht" in claimant.text
    claimant.press("Eingangsbestätigung: Antrag auf Grundsicherungsgeld")
    assert receipt.reference in claimant.text
    claimant.press("Eingangsbestätigung hier ansehen")
    assert claimant.path == receipt.path


def agree_to_e_mails(visitor):
    """Nobody is written to about news who has not asked for it."""
    visitor.open("/konto/benachrichtigungen/")
    visitor.press("Ja, schicken Sie mir eine E-Mail, wenn es etwas Neues gibt.")
    assert "„Hinweise per E-Mail“ ist an." in visitor.text


def assert_notice(claimant, secrets):
    """One e-mail says that something is there, not what."""
    notices = [text for text in claimant.mails.to(claimant.email) if "Subject: Neue Nachricht im Portal" in text]
    assert len(notices) == 1
    assert [word for word in (*secrets, "Antrag", "Grundsicherung", "/eingang/") if word in notices[0]] == []


def take_on(desk, receipt, rules):
    """Somebody of the jobcenter finds the application, reads findings beside answers and takes it on."""
    desk.press("Anträge", within="header")
    row = desk.page.locator("tr", has_text=receipt.reference)
    assert "niemand" in row.inner_text()
    desk.leave_by(row.locator("a").first.click)
    shown = desk.page.locator(".desk-findings").inner_text()
    assert [rule for rule in rules if f"{rule}, Fassung" not in shown] == []
    assert "Mietvertrag.pdf" in desk.page.locator(".desk-answers").inner_text()
    desk.press("Ich übernehme")
    assert "Zugeteilt an Frau Ahrens." in desk.text
    desk.press("In Prüfung nehmen")
    assert "Neuer Stand: In Prüfung." in desk.text


def squeezed(text):
    """Without any spaces: check sums are shown in groups."""
    return "".join(text.split())


def without_gaps(value):
    """The same without what was not answered."""
    if isinstance(value, dict):
        return {key: without_gaps(inner) for key, inner in value.items() if inner is not None}
    return [without_gaps(inner) for inner in value] if isinstance(value, list) else value
