"""A repository's page: what each role may do there, its text by strangers, thousands of tags, and its addresses."""

import re

import pytest
from harness.portal import Portal
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only

WEB = "/projects/storefront/repositories/web"
NIGHTLY = "/projects/machine-learning/repositories/nightly"
ELEMENTS = "document.querySelectorAll('*').length"


def controls(page: Page) -> set[str]:
    """Collects what can be pressed in the repository's and an artifact's menus and beside its texts."""
    names = {name for name in page.get_by_role("main").get_by_role("button").all_inner_texts() if name}
    for menu in ("More actions", "Actions for overwritten"):
        button = page.get_by_role("main").get_by_role("button", name=menu)
        if button.count():
            button.first.click()
            expect(page.get_by_role("menuitem").first).to_be_visible()
            names |= set(page.get_by_role("menuitem").all_inner_texts())
            page.keyboard.press("Escape")
    return names


@pytest.mark.parametrize(
    "user, may, may_not",
    [
        ("alice", {"Edit", "Push commands", "Delete the repository", "Add a tag…", "Delete"}, set()),
        ("bob", {"Edit", "Push commands", "Delete the repository", "Add a tag…", "Delete"}, set()),
        ("carol", {"Edit", "Push commands", "Add a tag…"}, {"Delete the repository", "Delete"}),
        ("dave", {"Copy the reference"}, {"Edit", "Push commands", "Add a tag…", "Delete the repository", "Delete"}),
        ("erin", {"Copy the reference"}, {"Edit", "Push commands", "Add a tag…", "Delete the repository", "Delete"}),
    ],
)
def test_what_each_role_is_offered(portal: Portal, user, may, may_not):
    page = portal.window(user).open(WEB)
    found = controls(page)
    assert may <= found and not may_not & found, sorted(found)
    # Developers choose several artifacts to label them.
    boxes = page.get_by_role("checkbox", name="Select all").count()
    assert boxes == (1 if "Add a tag…" in may else 0)


def test_visitors_of_a_public_project_get_commands_and_nothing_to_change(portal: Portal):
    page = portal.window(None).open("/projects/platform/repositories/debian")
    expect(page.get_by_text("/platform/debian:v1.3.0").first).to_be_visible()
    assert not {"Edit", "Push commands"} & controls(page)


def test_a_text_by_strangers_does_no_harm(portal: Portal):
    page = portal.window(None).open("/projects/platform/repositories/node")
    main = page.get_by_role("main")
    expect(main.get_by_text("that must do no harm")).to_be_visible()
    assert main.locator("script, img, iframe, [onerror]").count() == 0
    hrefs = main.get_by_role("link").evaluate_all("links => links.map((link) => link.href)")
    assert not [href for href in hrefs if href.startswith(("javascript:", "data:"))]


def test_an_index_unfolds_to_its_platforms(portal: Portal):
    page = portal.window("dave").open(WEB)
    page.get_by_role("searchbox").fill("v2.4.0-rc")
    expect(page).to_have_url(re.compile("v2.4.0-rc"))
    page.get_by_role("button", name=re.compile("Show what belongs to v2.4.0-rc.1")).click()
    for platform in ("linux/amd64", "linux/arm64/v8", "linux/arm/v7"):
        expect(page.get_by_text(platform, exact=True).last).to_be_visible()


def test_thousands_of_tags_stay_a_small_page(portal: Portal):
    window = portal.window("lilei")
    page = window.open(NIGHTLY)
    assert page.evaluate(ELEMENTS) < 2500
    page.get_by_role("link", name="Tags", exact=True).click()
    window.settle()
    table = page.get_by_role("table", name="Tags")
    expect(table).to_be_visible()
    expect(page.get_by_text("1–50 of 5000").or_(page.get_by_text("1–50 of 5,000"))).to_be_visible()
    for _ in range(3):
        page.get_by_role("button", name="Next page").click()
        window.settle()
        assert page.evaluate(ELEMENTS) < 3500
    expect(page).to_have_url(re.compile("page=4"))
    page.get_by_role("searchbox").fill("nightly-04321")
    expect(table.get_by_role("link", name="nightly-04321")).to_be_visible()
    expect(table.get_by_role("row")).to_have_count(2)


def test_pages_and_filters_outlive_reload_and_go_back(portal: Portal):
    window = portal.window("lilei")
    page = window.open(f"{NIGHTLY}?view=tags&sort=name&page=2")
    table = page.get_by_role("table", name="Tags")
    expect(table.get_by_role("link", name="nightly-00050")).to_be_visible()
    page.get_by_role("button", name="Next page").click()
    expect(table.get_by_role("link", name="nightly-00100")).to_be_visible()
    page.reload()
    expect(table.get_by_role("link", name="nightly-00100")).to_be_visible()
    table.get_by_role("link", name="nightly-00100").click()
    expect(page.get_by_role("heading", name="nightly-00100", level=1)).to_be_visible()
    page.go_back()
    expect(table.get_by_role("link", name="nightly-00100")).to_be_visible()
    page.go_back()
    expect(table.get_by_role("link", name="nightly-00050")).to_be_visible()
    page.go_forward()
    expect(table.get_by_role("link", name="nightly-00100")).to_be_visible()


@pytest.mark.parametrize(
    "path, heading",
    [
        (f"{WEB}/-/v2.4.0?view=referrers", "v2.4.0"),
        (f"{WEB}/-/v2.4.0?view=manifest", "v2.4.0"),
        ("/projects/storefront/repositories/payments/gateway/-/v1.0.0", "v1.0.0"),
        ("/projects/storefront/repositories/charts/storefront", "charts/storefront"),
    ],
)
def test_links_from_elsewhere_lead_to_the_place(portal: Portal, path, heading):
    window = portal.window("dave")
    page = window.open(path)
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    assert window.path() == path
