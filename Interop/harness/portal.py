"""The portal in real Chromium: windows of people who are signed in, and what must never happen in one."""

import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import APIResponse, Browser, BrowserContext, Locator, Page, Playwright, expect

from harness.browser import TOKEN
from harness.server import ADMIN_PASSWORD, ROOT, Haven
from harness.showcase import PASSWORD

DIST = Path(os.environ.get("HAVEN_PORTAL_DIRECTORY", ROOT / "Portal/dist"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# Milliseconds that only a failing test waits: a busy machine is no reason to fail.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)
WATCH = """document.addEventListener('securitypolicyviolation', (event) =>
    console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
if (navigator.clipboard) {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => window.copying = write(text);
}"""
NAVIGATE = "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')) }"
# Asked when the page has nothing to do: what has arrived is shown.
QUIET = """() => new Promise((answer) => requestIdleCallback(
    () => answer(document.querySelector('main') && !document.querySelector('[aria-busy="true"], .skeleton')),
    { timeout: 1000 }))"""


@dataclass(frozen=True)
class Look:
    """How somebody's browser is set up."""

    width: int = 1280
    height: int = 800
    theme: str = "light"
    language: str = "en"

    @property
    def locale(self) -> str:
        """The browser's language, which the portal follows unless another was chosen."""
        return "zh-CN" if self.language == "zh" else "en-GB"


NARROW = Look(width=390, height=844)


def portal_server(directory: Path, **settings: str) -> Haven:
    """Makes a server that serves the built portal."""
    assert (DIST / "index.html").exists(), f"{DIST} is missing: run `make portal` first"
    return Haven(directory, settings={"HAVEN_PORTAL_DIRECTORY": str(DIST), **settings})


def launch(playwright: Playwright) -> Browser:
    """Starts Chromium as containers need it: as root without its sandbox, and with a small /dev/shm."""
    options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    return playwright.chromium.launch(executable_path=CHROMIUM, args=options, timeout=PATIENCE)


class Window:
    """One window of a browser of its own, which notes errors of every kind."""

    def __init__(self, context: BrowserContext, url: str):
        self.context = context
        self.url = url
        self.problems: list[str] = []
        self.pending: set = set()
        context.add_init_script(WATCH)
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))
        self.page.on("request", lambda request: self.pending.add(request))
        self.page.on("requestfinished", lambda request: self.pending.discard(request))
        self.page.on("requestfailed", lambda request: self.pending.discard(request))
        self.page.on("response", self._see)
        self.page.on("dialog", self._answer)

    def _hear(self, kind: str, text: str) -> None:
        # Chromium itself writes this line for every answer that says no, which the portal then shows.
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.problems.append(f"console: {text}")

    def _answer(self, dialog) -> None:
        # Only a script that got into a page would ask anything in this way.
        if dialog.type != "beforeunload":
            self.problems.append(f"{dialog.type}: {dialog.message}")
        dialog.accept()

    def _see(self, response) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.request.method} {response.url}")

    def open(self, path: str) -> Page:
        """Loads an address anew, as somebody who follows a link from elsewhere."""
        self.pending.clear()
        self.page.goto(self.url + path, wait_until="load")
        return self.settle()

    def visit(self, path: str) -> Page:
        """Goes to an address within the loaded page."""
        self.page.evaluate(NAVIGATE, path)
        return self.settle()

    def settle(self) -> Page:
        """Waits until nothing is being fetched, nothing says that it is busy, and nothing stands in for what will come."""
        quiet = 0
        for _ in range(2400):
            quiet = 0 if self.pending else quiet + 1
            if quiet == 5:
                self.page.wait_for_function(QUIET)
                if not self.pending:
                    return self.page
                quiet = 0
            self.page.wait_for_timeout(25)
        raise AssertionError(f"{self.path()} waits for {[request.url for request in self.pending]}")

    def path(self) -> str:
        """The address that the window shows, without the server's."""
        return self.page.url.removeprefix(self.url)

    def assert_fine(self) -> None:
        """Fails if anything went wrong so far."""
        problems, self.problems = self.problems, []
        assert not problems, "\n".join(problems)


class Portal:
    """The portal of one server; people sign in once, and their windows share the cookie."""

    def __init__(self, browser: Browser, url: str, states: dict[str, dict] | None = None):
        self.browser = browser
        self.url = url
        self.states = {} if states is None else states
        self.windows: list[Window] = []

    def window(self, user: str | None = "admin", look: Look = Look(), *, fresh: bool = False, **more) -> Window:
        """Opens an empty window for a user or for nobody; `fresh` gives it a session of its own."""
        look = replace(look, **more)
        context = self.browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.theme,
            locale=look.locale,
            reduced_motion="reduce",
            timezone_id="Europe/Berlin",
            storage_state=None if fresh or user is None else self.states.get(user),
        )
        context.set_default_timeout(PATIENCE)
        if user is not None and (fresh or user not in self.states):
            answer = sign_in(context, self.url, user)
            assert answer.status == 200, f"{user}: {answer.status} {answer.text()}"
            if not fresh:
                self.states[user] = context.storage_state()
        window = Window(context, self.url)
        self.windows.append(window)
        return window

    def close(self) -> None:
        """Closes all windows."""
        for window in self.windows:
            window.context.close()
        self.windows.clear()


def password_for(user: str) -> str:
    """The password of one of the showcase's people."""
    return ADMIN_PASSWORD if user == "admin" else PASSWORD


def sign_in(context: BrowserContext, url: str, user: str) -> APIResponse:
    """Signs in beside the page, so that its cookies are there when it is loaded."""
    token = context.request.get(f"{url}/api/v2.0/systeminfo", timeout=PATIENCE).headers[TOKEN.lower()]
    form = {"principal": user, "password": password_for(user)}
    return context.request.post(f"{url}/c/login", form=form, headers={TOKEN: token}, timeout=PATIENCE)


def held_undo(page: Page, said: str) -> Locator:
    """Finds Undo on the message that says what was done; the pointer over the message keeps it from going."""
    message = page.locator(".toast", has_text=said).last
    message.hover()
    return message.get_by_role("button", name="Undo")


def copied(page: Page) -> str:
    """Pastes what was copied elsewhere: the portal's own pages may not read the clipboard."""
    # Another page would take the focus, without which nothing is put on the clipboard.
    page.evaluate("() => window.copying")
    other = page.context.new_page()
    other.set_content("<textarea></textarea>")
    field = other.get_by_role("textbox")
    field.press("Control+V")
    text = field.input_value()
    other.close()
    return text
