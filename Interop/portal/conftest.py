"""Fixtures of the portal's tests: a server with a lived-in registry, Chromium, windows that must have no errors."""

import os
import secrets

import pytest
from harness.portal import CHROMIUM, Portal, Window, launch, portal_server
from harness.server import ADMIN_PASSWORD
from harness.showcase import Showcase, expire_robot
from harness.showcase_images import push_image
from playwright.sync_api import sync_playwright


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remembers whether a test failed, for the picture that is taken then."""
    report = yield
    if call.when == "call":
        item.has_failed = report.failed
    return report


@pytest.fixture(scope="session")
def showcase(binary, tmp_path_factory) -> Showcase:
    """A server with the portal and a lived-in registry, for the whole run."""
    # Where the tests' receivers of webhooks are.
    loopback = {"HAVEN_OUTBOUND_ALLOWED_NETWORKS": "127.0.0.1"}
    with portal_server(tmp_path_factory.mktemp("showcase"), **loopback) as server:
        showcase = Showcase(server.url, ADMIN_PASSWORD)
        showcase.fill()
        showcase.server = server
        expire_robot(server.data)
        yield showcase


@pytest.fixture(scope="session")
def states() -> dict[str, dict]:
    """The cookies of those who have signed in."""
    return {}


@pytest.fixture(scope="module")
def chromium():
    """A browser for one file's tests: playwright's event loop must not outlive them."""
    if not CHROMIUM:
        # Continuous integration has it: a skip there would hide that nothing was looked at.
        (pytest.fail if os.environ.get("CI") else pytest.skip)("chromium is not installed (scripts/setup.sh test)")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def portal(chromium, showcase, states, request, tmp_path):
    """The portal; a test fails if one of its windows had an error, and a failing test leaves pictures."""
    portal = Portal(chromium, showcase.url, states)
    yield portal
    if getattr(request.node, "has_failed", False):
        take_pictures(portal, tmp_path)
    problems = [problem for window in portal.windows for problem in window.problems]
    portal.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def window(portal) -> Window:
    """A window of the administrator."""
    return portal.window("admin")


@pytest.fixture
def project(showcase) -> str:
    """A project of a test's own, with one person in each role, and a repository `app` with the tags v1 and v2."""
    name = f"trial-{secrets.token_hex(4)}"
    showcase.api.made("/projects", {"project_name": name, "metadata": {"public": "false"}})
    for user, role in (("alice", 1), ("bob", 4), ("carol", 2), ("dave", 3), ("erin", 5)):
        member = {"role_id": role, "member_user": {"username": user}}
        showcase.api.expect("POST", f"/projects/{name}/members", 201, json=member)
    for number, tag in enumerate(("v1", "v2")):
        push_image(showcase.registry, f"{name}/app", tag, number)
    return name


def take_pictures(portal: Portal, directory) -> None:
    """Takes a picture of every window and says where it is."""
    for number, window in enumerate(portal.windows):
        path = directory / f"window{number}.png"
        window.page.screenshot(path=path)
        print(f"{window.path()}: {path}")
