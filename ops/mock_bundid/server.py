"""The invented BundID as a web page: choose somebody, choose how surely, go back to the portal."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from ops.mock_bundid import answers
from ops.mock_bundid.keys import KeyPair
from ops.mock_bundid.questions import BadQuestion, Question, read_question

MOST_BYTES = 20_000
LEVELS: Mapping[int, str] = {
    4: "Online-Ausweis (hoch)",
    3: "ELSTER-Zertifikat (substanziell)",
    1: "Benutzername und Passwort (niedrig)",
}


@dataclass(frozen=True)
class InventedPerson:
    """Somebody who has a BundID here."""

    uid: str
    name: str
    email: str = ""


PEOPLE = (
    InventedPerson("bpk2-erika", "Erika Beispiel", "erika.beispiel@example.org"),
    InventedPerson("bpk2-karim", "Karim Muster (ohne E-Mail-Adresse)"),
    InventedPerson("bpk2-lena", "Lena Probe", "lena.probe@example.org"),
)


class MockBundId(ThreadingHTTPServer):
    """Serves on loopback; ``port`` 0 takes any. Questions have to be signed with one of ``portal_certificates``."""

    daemon_threads = True

    def __init__(self, port: int, *, pair: KeyPair, portal_certificates: Iterable[str]) -> None:
        """Take the port at once; ``serve_forever`` answers."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.pair = pair
        self.portal_certificates = tuple(portal_certificates)
        self.url = f"http://localhost:{self.server_port}"
        self.entity_id = f"{self.url}/metadata"
        self.sso_url = f"{self.url}/sso"


class _Handler(BaseHTTPRequestHandler):
    server: MockBundId

    def do_GET(self) -> None:
        """Ask who it shall be."""
        address = urlsplit(self.path)
        if address.path == "/favicon.ico":
            self._send(HTTPStatus.NO_CONTENT, "")
            return
        if address.path != "/sso":
            self._send(HTTPStatus.NOT_FOUND, _page("<p>Diese Seite gibt es nicht.</p>"))
            return
        question = self._question(address.query)
        if question:
            self._send(HTTPStatus.OK, _page(_form(question)))

    def do_POST(self) -> None:
        """Answer for the person that was chosen."""
        question = self._question(urlsplit(self.path).query)
        length = min(int(self.headers.get("Content-Length", "0")), MOST_BYTES)
        chosen = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        if question:
            self._send(HTTPStatus.OK, _page(_way_back(question, self._answer(question, chosen))))

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _question(self, query: str) -> Question | None:
        try:
            return read_question(query, self.server.portal_certificates)
        except (BadQuestion, ValueError, KeyError) as error:
            self._send(
                HTTPStatus.BAD_REQUEST, _page(f"<p>Das würde BundID nicht beantworten: {html.escape(str(error))}</p>")
            )
            return None

    def _answer(self, question: Question, chosen: Mapping[str, str]) -> str:
        person = next((each for each in PEOPLE if each.uid == chosen.get("person")), PEOPLE[0])
        level = int(chosen.get("level", "4"))
        answer = answers.answer_to(
            question, issuer=self.server.entity_id, uid=person.uid, level=level, email=person.email
        )
        if "cancel" in chosen:
            return answers.encode(answers.build_cancelled(answer))
        signed = answers.sign(answers.build(answer), self.server.pair)
        return answers.encode(answers.encrypt(signed, self.server.portal_certificates[0]))

    def _send(self, status: HTTPStatus, page: str) -> None:
        body = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _page(content: str) -> str:
    return f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Erfundene BundID</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:1.1rem/1.5 sans-serif;max-width:34rem;margin:0 auto;padding:1rem}}
strong.w{{display:block;background:#ffd;border:3px solid #a60;padding:.7rem}}label{{display:block;padding:.5rem 0}}
button{{font:inherit;min-height:3rem;padding:.5rem 1.2rem;margin:.5rem .5rem 0 0}}</style></head>
<body><strong class="w">Erfunden: Das ist nicht BundID, sondern ein Platzhalter der Demo.
Geben Sie hier nichts Echtes ein.</strong>
{content}</body></html>"""


def _form(question: Question) -> str:
    people = "".join(
        f'<label><input type="radio" name="person" value="{html.escape(person.uid)}"{" checked" if not number else ""}>'
        f" {html.escape(person.name)}</label>"
        for number, person in enumerate(PEOPLE)
    )
    levels = "".join(
        f'<label><input type="radio" name="level" value="{level}"{" checked" if level == max(LEVELS) else ""}>'
        f" {words}</label>"
        for level, words in LEVELS.items()
    )
    again = "<p>Das Portal verlangt, dass Sie sich jetzt neu anmelden.</p>" if question.again else ""
    return (
        f"<h1>Anmelden</h1><p>Sie möchten zu: <b>{html.escape(question.organization)}</b> "
        f"(verlangt mindestens Stufe {question.level}).</p>{again}<form method='post'>"
        f"<fieldset><legend>Wer sind Sie?</legend>{people}</fieldset>"
        f"<fieldset><legend>Womit melden Sie sich an?</legend>{levels}</fieldset>"
        "<button>Anmelden</button><button name='cancel' value='1'>Abbrechen</button></form>"
    )


def _way_back(question: Question, encoded: str) -> str:
    return (
        f"<h1>Fertig</h1><form method='post' action='{html.escape(question.answer_url)}'>"
        f"<input type='hidden' name='SAMLResponse' value='{encoded}'>"
        "<button autofocus>Zurück zum Portal</button></form>"
    )
