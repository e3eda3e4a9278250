"""The portal by keyboard alone, with the focus in sight all the way."""

import re

import pytest
from harness.portal import Portal, copied, password_for
from harness.portal_keyboard import focused, tab_to
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


def test_from_signing_in_to_a_page_that_was_searched_for(portal: Portal):
    window = portal.window(None)
    page = window.open("/sign-in")
    expect(page.get_by_label("User name")).to_be_focused()
    page.keyboard.type("alice")
    tab_to(page, "Password")
    page.keyboard.type(password_for("alice"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Search or jump to")).to_be_focused()
    page.keyboard.type("payments/gat")
    expect(page.get_by_role("option", selected=True)).to_contain_text("gateway")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/projects/storefront/repositories/payments/gateway"))


def test_from_a_tag_in_the_palette_to_its_pull_command(portal: Portal):
    window = portal.window("dave")
    window.context.grant_permissions(["clipboard-write"])
    page = window.open("/projects")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Search or jump to")).to_be_focused()
    page.keyboard.type("v2.4.0")
    expect(page.get_by_role("option", selected=True)).to_contain_text("v2.4.0")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="v2.4.0", level=1)).to_be_focused()
    window.settle()
    tab_to(page, "Copy the command")
    page.keyboard.press("Enter")
    command = copied(page)
    assert command.startswith("docker pull 127.0.0.1") and command.endswith("storefront/web:v2.4.0")


def test_the_palette_goes_by_arrows_and_gives_the_focus_back(portal: Portal):
    page = portal.window("alice").open("/projects")
    tab_to(page, "Filter by name")
    page.keyboard.press("Control+k")
    palette = page.get_by_role("dialog", name="Search or jump to")
    expect(palette.get_by_role("combobox")).to_be_focused()
    first = palette.get_by_role("option", selected=True).inner_text()
    page.keyboard.press("ArrowDown")
    expect(palette.get_by_role("option", selected=True)).not_to_have_text(first)
    page.keyboard.press("ArrowUp")
    expect(palette.get_by_role("option", selected=True)).to_have_text(first, use_inner_text=True)
    page.keyboard.press("Escape")
    expect(palette).to_have_count(0)
    expect(page.get_by_role("searchbox", name="Filter by name")).to_be_focused()


def test_menus_by_arrows_and_letters(portal: Portal):
    page = portal.window("alice").open("/")
    tab_to(page, "Account of alice")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Profile")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="Sign out")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Account of alice")).to_be_focused()


def test_dialogs_keep_the_focus_and_give_it_back(portal: Portal):
    page = portal.window("alice").open("/projects")
    tab_to(page, "New project")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="New project")
    expect(dialog.get_by_label("Name")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="New project").first).to_be_focused()


def test_the_skip_link_leads_past_the_navigation(portal: Portal):
    page = portal.window("alice").open("/projects")
    tab_to(page, "Skip to the content")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_out_of_sight_takes_the_focus(portal: Portal, width):
    page = portal.window("admin", width=width).open("/projects")
    page.evaluate("document.activeElement.blur()")
    for _ in range(60):
        page.keyboard.press("Tab")
        found = focused(page)
        assert found is None or (found["visible"] and found["marked"]), found
