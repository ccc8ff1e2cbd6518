"""What is true for every page somebody passes: accessible, no blocked content, nothing failed, nothing sticks out."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = (
    f"async () => (await axe.run(document, {json.dumps({'runOnly': RULES, 'resultTypes': ['violations']})})).violations"
)
LISTEN = """addEventListener("securitypolicyviolation", e => console.error(`blocked: ${e.violatedDirective} ${e.blockedURI}`))"""
FACTS = """() => ({
  title: document.title,
  headings: document.querySelectorAll("h1").length,
  heading: document.querySelector("h1")?.textContent ?? "",
  language: document.documentElement.lang,
  sticksOut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  invalid: document.querySelectorAll(".kern-error, .errorlist").length,
  ids: [...document.querySelectorAll("[id]")].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i),
  deadAnchors: [...document.querySelectorAll('a[href^="#"]')].map(a => a.hash.slice(1)).filter(id => id && !document.getElementById(id)),
})"""
_CHANGING = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=-)[0-9a-f]{8}(?=/)|(?<=/pruefen/).+")


class Seen:
    """Kinds of pages that were examined already, shared by all processes of a run through a folder."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def is_new(self, kind):
        """Whether nobody has asked for this kind before."""
        try:
            (self.folder / hashlib.sha256(repr(kind).encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


class Watch:
    """Collects what goes wrong in one browser context, and looks at pages.

    `secrets`: words that must never stand in a title or an address. `seen`: kinds of pages that axe knows already.
    """

    def __init__(self, context, site, *, secrets, seen, scripts):
        self.site = site
        self.secrets = secrets
        self.seen = seen
        self.scripts = scripts
        self.troubles = []
        self.expected = set()  # status codes of answers that are meant to refuse
        self.elsewhere = ()  # other sites that the journey leads to
        self.addresses = []
        self.titles = []
        context.add_init_script(LISTEN)
        context.on("console", self._console)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("weberror", lambda error: self._trouble(f"script: {error.error}"))

    def _failed(self, request):
        """What the page had asked for and was still on its way when the person went on is no trouble: icon, question."""
        was_left = request.failure == "net::ERR_ABORTED" and not request.is_navigation_request()
        if not was_left:
            self._trouble(f"failed: {request.url} {request.failure}")

    def _trouble(self, words):
        self.troubles.append(words)

    def _console(self, message):
        if message.type == "error" and "Failed to load resource" not in message.text:  # those are answers, see below
            self._trouble(f"console: {message.text}")

    def _response(self, response):
        if not response.url.startswith(("data:", self.site, *self.elsewhere)):
            self._trouble(f"left the site: {response.url}")
        if response.url.endswith("/csp-meldung/"):
            self._trouble("a CSP report was sent")
        if response.status >= 400 and response.status not in self.expected:
            self._trouble(f"{response.status}: {response.url}")

    def look(self, page):
        """Check the page that is shown now."""
        facts = page.evaluate(FACTS)
        path = urlsplit(page.url).path
        self.addresses.append(page.url)
        self.titles.append(facts["title"])
        said = f"{facts['title']} {page.url}".lower()
        found = [
            *self.troubles,
            *(f"title or address names {word!r}: {said}" for word in self.secrets if word.lower() in said),
            *self._shape(facts),
            *self._axe(page, kind=(_CHANGING.sub("*", path), page.viewport_size["width"], facts["invalid"] > 0)),
        ]
        self.troubles.clear()
        assert found == [], f"{path}:\n" + "\n".join(found)

    @staticmethod
    def _shape(facts):
        if facts["headings"] != 1:
            yield f"{facts['headings']} h1"
        if not facts["heading"].strip() or not facts["title"].strip():
            yield "no title"
        if facts["language"] not in {"de", "de-de"}:
            yield f"language {facts['language']!r}"
        if facts["sticksOut"] > 0:
            yield f"{facts['sticksOut']} px stick out"
        if facts["invalid"] and not facts["title"].startswith("Fehler:"):
            yield f"an error is shown, but the title is {facts['title']!r}"
        if facts["ids"]:
            yield f"ids used twice: {facts['ids']}"
        if facts["deadAnchors"]:
            yield f"links to nowhere: {facts['deadAnchors']}"

    def _axe(self, page, kind):
        if not self.scripts or not self.seen.is_new(kind):
            return
        before = len(self.troubles)
        page.evaluate(AXE)
        for violation in page.evaluate(RUN_AXE):
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            yield f"axe {violation['id']} ({violation['impact']}): {violation['help']}: {nodes}"
        del self.troubles[before:]  # axe's own doing
