"""Making projects, and what is asked before one is deleted."""

import re
import secrets

import pytest
from harness.portal import Portal
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


@pytest.fixture
def name() -> str:
    """A name that no project has."""
    return f"made-{secrets.token_hex(4)}"


def fill_in(page, name: str):
    """Opens the dialog for a new project and types its name; gives the dialog."""
    page.get_by_role("button", name="New project").first.click()
    dialog = page.get_by_role("dialog", name="New project")
    dialog.get_by_label("Name").fill(name)
    return dialog


def test_a_new_project_is_made_and_shown(portal: Portal, showcase, name):
    window = portal.window("alice")
    page = window.open("/projects")
    dialog = fill_in(page, name)
    dialog.get_by_label("Public").check()
    dialog.get_by_role("button", name="Create project").click()
    expect(page.get_by_role("status").filter(has_text=f"Project {name} created")).to_be_visible()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    expect(page).to_have_url(f"{portal.url}/projects/{name}")
    made = showcase.api.expect("GET", f"/projects/{name}").json()
    assert made["owner_name"] == "alice" and made["metadata"]["public"] == "true"
    page.go_back()
    expect(page.get_by_role("heading", name="Projects", level=1)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_taken_name_is_refused_in_the_servers_words(portal: Portal):
    page = portal.window("alice").open("/projects")
    dialog = fill_in(page, "storefront")
    dialog.get_by_role("button", name="Create project").click()
    expect(dialog.get_by_role("alert").filter(has_text="storefront")).to_be_visible()
    expect(dialog.get_by_label("Name")).to_have_value("storefront")


@pytest.mark.parametrize("wrong", ["Upper", "two..dots", "-edge", "sp ace", "ünï"])
def test_a_name_that_no_project_can_have_is_not_sent(portal: Portal, wrong):
    page = portal.window("alice").open("/projects")
    dialog = fill_in(page, wrong)
    expect(dialog.get_by_role("alert")).to_be_visible()
    expect(dialog.get_by_role("button", name="Create project")).to_be_disabled()


def test_the_dialog_has_an_address_and_escape_closes_it(portal: Portal):
    window = portal.window("alice")
    page = window.open("/projects")
    page.get_by_role("button", name="New project").first.click()
    expect(page.get_by_role("dialog", name="New project")).to_be_visible()
    address = window.path()
    page = window.open(address)
    expect(page.get_by_role("dialog", name="New project")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{portal.url}/projects")


def test_filters_are_in_the_address(portal: Portal):
    window = portal.window("admin")
    page = window.open("/projects")
    page.get_by_role("searchbox", name="Filter by name").fill("plat")
    expect(page).to_have_url(re.compile("filter=plat"))
    table = page.get_by_role("table", name="Projects")
    expect(table.get_by_role("link", name="storefront")).to_have_count(0)
    expect(table.get_by_role("link", name="platform")).to_be_visible()
    table.get_by_role("link", name="platform").click()
    expect(page.get_by_role("heading", name="platform", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("searchbox", name="Filter by name")).to_have_value("plat")
    page.reload()
    window.settle()
    expect(page.get_by_role("searchbox", name="Filter by name")).to_have_value("plat")
    expect(table.get_by_role("link", name="storefront")).to_have_count(0)
