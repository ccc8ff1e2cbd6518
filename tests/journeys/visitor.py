"""Somebody with a browser: opens pages, fills in fields, presses buttons. Every page passed is looked at."""

import re
import uuid
from urllib.parse import urlsplit

from django.conf import settings

from tests.browser import Browser, app_code
from tests.journeys.background import wait_for

PASSWORD = "Nebel-Laterne-58"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
_CODE = re.compile(r"^(\d{4}-\d{4})$", re.MULTILINE)


class Visitor:
    """One person with a browser of her own. `scripts` says whether the browser runs JavaScript."""

    def __init__(self, context, watch, site, mails):
        """`context` is the browser's; `site` the address of the portal."""
        self.context = context
        self.watch = watch
        self.site = site
        self.mails = mails
        self.page = context.new_page()
        self.email = f"{uuid.uuid4().hex[:12]}@example.org"

    def another_tab(self):
        """The same person in a second tab."""
        return Visitor(self.context, self.watch, self.site, self.mails)

    @property
    def path(self):
        return urlsplit(self.page.url).path

    @property
    def text(self):
        """What the page says, with plain spaces."""
        return self.page.inner_text("body").replace("\xa0", " ")

    @property
    def heading(self):
        return self.page.inner_text("h1").replace("\xa0", " ").strip()

    def open(self, path):
        """Go to an address of the site."""
        answer = self.page.goto(path if path.startswith("http") else self.site + path)
        self.watch.look(self.page)
        return answer

    def press(self, name, *, exact=True, within="main, #container"):
        """Press the button or follow the link with this name and wait for the next page."""
        place = self.page.locator(within).first
        target = place.get_by_role("button", name=name, exact=exact).or_(
            place.get_by_role("link", name=name, exact=exact)
        )
        self.leave_by(target.first.click)

    def leave_by(self, action):
        """Do something that leads to another page (or to the same anew), then look at it."""
        with self.page.expect_navigation(wait_until="load"):
            action()
        self.watch.look(self.page)

    def send_files(self, action):
        """Do something that sends chosen files: with scripts the page changes in its place, without it is a new one."""
        if not self.watch.scripts:
            self.leave_by(action)
            return
        self.page.evaluate("document.querySelector('main').dataset.former = ''")
        action()
        self.page.wait_for_selector("main:not([data-former])")
        self.watch.look(self.page)

    def fill(self, **fields):
        """Type into fields by their names."""
        for name, value in fields.items():
            self.page.locator(f'[name="{name}"]').fill(value)

    def get(self, path):
        """Fetch a file with the person's cookies."""
        return self.context.request.get(self.site + path)

    # --- account

    def sign_up(self):
        """E-mail, password, code from the e-mail."""
        self.open("/")
        self.press("Anmelden", within="header")
        self.press("Konto anlegen")
        self.finish_sign_up()

    def finish_sign_up(self):
        """On the page for it, which must be open."""
        self.fill(email=self.email, password1=PASSWORD)
        self.press("Konto anlegen")
        code = wait_for(self.code_from_mail, "the e-mail with the code")
        self.fill(code=code)
        self.leave_by(self.page.locator("main form button").first.click)

    def sign_in(self, email=None, password=PASSWORD):
        """On the page for it, which must be open."""
        self.fill(login=email or self.email, password=password)
        self.press("Anmelden")

    def enter_app_code(self, secret):
        """The second step. A code counts once: a colleague of the same account may have used the present one."""
        for steps in (0, 1, -1):
            self.fill(code=app_code(secret, steps=steps))
            self.press("Anmelden")
            if self.heading != "Zweiter Schritt":
                return
        raise AssertionError(self.text)

    def enter_as(self, user):
        """Signed in without the pages for it, for tests about something else."""
        client = Browser()
        client.force_login(user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.site}])
        self.email = user.email

    def code_from_mail(self):
        found = [_CODE.search(text) for text in self.mails.to(self.email)]
        return found[-1][1] if found and found[-1] else None


class Mails:
    """The folder in which e-mails land as files."""

    def __init__(self, folder):
        self.folder = folder

    def all(self):
        """Texts of all e-mails, the oldest first."""
        paths = sorted(self.folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_text() for path in paths]

    def to(self, email):
        return [text for text in self.all() if f"To: {email}\n" in text]

    def clear(self):
        for path in self.folder.glob("*.log"):
            path.unlink()
