"""What must hold on every page: axe-core, no sideways scrolling, both languages, nothing kept, no error of any kind."""

import re
from operator import attrgetter

import pytest
from harness.portal import NARROW, Look, Portal, Window
from harness.portal_checks import (
    COLOUR_RULES,
    accessibility_violations,
    kept_secrets,
    scrolls_sideways,
    strings_of,
    untranslated,
)
from harness.portal_pages import DIALOGS, PAGES
from harness.server import ROOT
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only
WIDE = Look()
ROUTES = ROOT / "Portal/source/routes.tsx"


class Walk:
    """Windows that go from page to page without being loaded anew, one for each user and language."""

    def __init__(self, portal: Portal):
        self.portal = portal
        self.windows: dict[tuple, Window] = {}
        self.data: set[str] = set()

    def window(self, user: str | None, language: str) -> Window:
        """The window of a user in a language; what the registry says to it is remembered."""
        if (user, language) not in self.windows:
            window = self.portal.window(user, language=language)
            window.page.on("response", self.remember)
            window.open("/sign-in")
            self.windows[user, language] = window
        return self.windows[user, language]

    def remember(self, response) -> None:
        """Collects the registry's data, which isn't translated."""
        if "json" in response.headers.get("content-type", "") and "/openapi" not in response.url:
            self.data |= strings_of(response.json())


@pytest.fixture(scope="module")
def walk(chromium, showcase, states):
    """The walk through all pages."""
    portal = Portal(chromium, showcase.url, states)
    yield Walk(portal)
    portal.close()


def test_every_route_has_a_row_in_the_table_of_pages():
    # Harbor's addresses only lead on to others.
    lines = [line for line in ROUTES.read_text().splitlines() if "HarborLinkPage" not in line]
    routes = re.findall(r'^  (\w+)\(\s*"(/[^"]*|)"', "\n".join(lines), re.MULTILINE)
    patterns = [pattern if maker == "route" else f"/{maker}{pattern}" for maker, pattern in routes]
    paths = [page.path.partition("?")[0] for page in PAGES]
    assert len(patterns) > 5 and len(set(patterns)) == len(patterns)
    assert not [pattern for pattern in patterns if not any(matches(pattern, path) for path in paths)]


def matches(pattern: str, path: str) -> bool:
    """Says whether a route shows a path: `:name` stands for one part of it, `:name*` for one or more."""
    return re.fullmatch(re.sub(r":\w+", "[^/]+", re.sub(r":\w+\*", ".+", pattern)), path) is not None


@pytest.mark.parametrize("entry", PAGES + DIALOGS, ids=attrgetter("name"))
def test_accessible_in_both_themes_and_no_wider_than_a_telephone(walk, entry):
    window = walk.window(entry.user, "en")
    page = window.visit(entry.path)
    expect(page.get_by_role("dialog")).to_have_count(int(entry in DIALOGS))
    found = []
    for theme, rules in (("light", ()), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=theme)
        page.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)
        found += [f"{theme}: {each}" for each in accessibility_violations(page, *rules)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROW.width, "height": NARROW.height})
    found += [f"wider than the window: {each}" for each in scrolls_sideways(page)]
    page.set_viewport_size({"width": WIDE.width, "height": WIDE.height})
    found += [f"kept by the browser: {each}" for each in kept_secrets(page)]
    assert not found, "\n".join(found)
    window.assert_fine()


@pytest.mark.parametrize("entry", PAGES + DIALOGS, ids=attrgetter("name"))
def test_chinese(walk, entry):
    window = walk.window(entry.user, "zh")
    page = window.visit(entry.path)
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    found = untranslated(page, walk.data)
    page.set_viewport_size({"width": NARROW.width, "height": NARROW.height})
    found += [f"wider than the window: {each}" for each in scrolls_sideways(page)]
    page.set_viewport_size({"width": WIDE.width, "height": WIDE.height})
    assert not found, "\n".join(found)
    window.assert_fine()
