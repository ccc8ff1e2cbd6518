"""The processes of a portal around services of its own, to be killed and started again, and a sink for its e-mails."""

import http.client
import json
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from email import message_from_bytes
from pathlib import Path
from urllib.parse import urlencode

from aiosmtpd.controller import Controller

from ops.processes import spawn

ROOT = Path(__file__).resolve().parents[2]
PYTHON = [sys.executable, "-m"]
ENTRY = ROOT / "ops" / "container-entry"
CSRF = "b" * 32
BEHIND_PROXY = {"X-Forwarded-Proto": "https", "Referer": "https://localhost/"}
PATIENCE = 120  # seconds; a busy machine needs some


class Fleet:
    """Processes by name, all with the same environment; their output goes to one log."""

    def __init__(self, services, log, settings, **environment):
        self.services = services
        self.log = log
        self.environment = {
            **os.environ,
            **services.environment,
            "DJANGO_SETTINGS_MODULE": settings,
            "PORTAL_VENV": sys.prefix,
            **environment,
        }
        self.running = {}

    def start(self, name, command, **environment):
        self.running[name] = spawn(command, cwd=ROOT, env={**self.environment, **environment}, output=self.log)
        return self.running[name]

    def start_roles(self, *roles, **environment):
        """As in production: ``proofs``, ``worker``, ``relay``, ``web`` of ops/container-entry."""
        for role in roles:
            self.start(role, [ENTRY, role], **environment)

    def kill(self, name):
        """SIGKILL for the process and everything it started."""
        process = self.running.pop(name)
        with suppress(ProcessLookupError):  # ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def run(self, command, **environment):
        code = self.start("once", command, **environment).wait(PATIENCE)
        del self.running["once"]
        assert code == 0, self.written()

    def kill_all(self):
        for name in list(self.running):
            self.kill(name)

    def written(self):
        return Path(self.log.name).read_text()


class Clerk:
    """Does in the portal's database what a test asks for (`haste.clerk`), in one process that starts once."""

    def __init__(self, fleet):
        self.fleet = fleet
        self.process = subprocess.Popen(
            [*PYTHON, "tests.faults.haste.clerk"],
            cwd=ROOT,
            env=fleet.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=fleet.log,
            text=True,
        )

    def ask(self, deed, *arguments):
        self.process.stdin.write(json.dumps([deed, *arguments]) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, self.fleet.written()
        return json.loads(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Answer:
    """What the portal has answered."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.content = response.read()
        self.location = response.headers.get("Location", "")

    @property
    def text(self):
        """Without markup, white space joined."""
        words = re.sub(r"<[^>]+>", " ", self.content.decode())
        return " ".join(words.split())


class Browser:
    """Requests of one person, with the cookies the clerk has given her; ``patience``: seconds for an answer."""

    def __init__(self, port, cookies=(), patience=60):
        self.port = port
        self.patience = patience
        self.cookies = {"csrftoken": CSRF, "__Host-csrf": CSRF, **dict(cookies)}  # the second: in production

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, **data):
        return self._ask("POST", path, urlencode(data, doseq=True))

    def _ask(self, method, path, body=None):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {"Host": "localhost", "Cookie": cookies, "X-CSRFToken": CSRF, **BEHIND_PROXY}
            if body is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            link.request(method, path, body, headers)
            return Answer(link.getresponse())
        finally:
            link.close()


class MailServer:
    """A real SMTP server in this process that can be switched off and on; ``received`` are Message-IDs.

    ``refusal`` is its answer to every recipient; ``after_taking`` is called when it has an e-mail, before it says so.
    """

    def __init__(self):
        self.port = free_port()
        self.received = []
        self.refusal = ""
        self.after_taking = None
        self._controller = None

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 -- aiosmtpd calls it
        self.received.append(message_from_bytes(envelope.content)["Message-ID"])
        if self.after_taking is not None:
            self.after_taking()
        return "250 2.0.0 Ok: queued as 4F1B2C9D"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 -- as above
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def start(self):
        logging.getLogger("mail.log").setLevel(logging.WARNING)
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self):
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def doubled(self):
        """How many copies of one and the same e-mail came more than once."""
        return sum(times - 1 for times in Counter(self.received).values())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, seconds=PATIENCE):
    """Return whether `condition()` became true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return bool(condition())
