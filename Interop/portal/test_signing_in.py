"""Signing in, registering and signing out, and what happens when the session or the network goes away in between."""

import re

import pytest
from harness.portal import password_for
from harness.portal_checks import kept_secrets
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


def fill_in(page, name: str, password: str) -> None:
    """Fills in the form of the sign-in page and sends it."""
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_wrong_password_is_refused_and_the_name_stays(portal):
    page = portal.window(None).open("/sign-in")
    fill_in(page, "alice", "Wrong-1234")
    expect(page.get_by_text("The user name or the password is wrong")).to_be_visible()
    expect(page.get_by_label("User name")).to_have_value("alice")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_signing_in_leads_to_the_page_that_was_asked_for(portal):
    window = portal.window(None)
    page = window.open("/?show=everything")
    expect(page).to_have_url(re.compile("/sign-in"))
    expect(page.get_by_label("User name")).to_be_focused()
    fill_in(page, "alice", password_for("alice"))
    expect(page).to_have_url(f"{portal.url}/?show=everything")
    window.settle()
    assert not kept_secrets(page)


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(portal, back):
    window = portal.window(None)
    page = window.open(f"/sign-in?back={back}")
    fill_in(page, "alice", password_for("alice"))
    expect(page).to_have_url(f"{portal.url}/")


def test_people_register_themselves_where_that_is_on(portal, showcase):
    page = portal.window(None).open("/sign-in")
    expect(page.get_by_role("link", name="Create an account")).to_have_count(0)
    showcase.server.configure(self_registration=True)
    try:
        window = portal.window(None)
        page = window.open("/sign-in")
        page.get_by_role("link", name="Create an account").click()
        page.get_by_label("User name").fill("newcomer")
        page.get_by_label("Full name").fill("New Comer")
        page.get_by_label("E-mail address").fill("newcomer@example.com")
        page.get_by_label("Password", exact=True).fill("Harbour123")
        page.get_by_label("Password again").fill("Harbour12")
        expect(page.get_by_text("The two passwords differ")).to_be_visible()
        page.get_by_label("Password again").fill("Harbour123")
        page.get_by_role("button", name="Create the account").click()
        expect(page.get_by_text("The account was created")).to_be_visible()
        fill_in(page, "newcomer", "Harbour123")
        expect(page.get_by_role("button", name="Account of newcomer")).to_be_visible()
    finally:
        showcase.server.configure(self_registration=False)


def test_signing_out_ends_the_session(portal):
    window = portal.window("carol", fresh=True)
    page = window.open("/")
    page.get_by_role("button", name="Account of carol").click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page).to_have_url(re.compile("/sign-in"))
    assert window.context.request.get(f"{portal.url}/api/v2.0/users/current").status == 401
    page.go_back()
    expect(page.get_by_label("Password")).to_be_visible()


def test_the_language_is_chosen_and_kept(portal):
    window = portal.window("alice")
    page = window.open("/")
    page.get_by_role("button", name="Language").click()
    page.get_by_role("menuitemradio", name="简体中文").click()
    expect(page.get_by_role("link", name="项目", exact=True)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    page.reload()
    window.settle()
    expect(page.get_by_role("link", name="项目", exact=True)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_the_theme_is_chosen_and_kept(portal):
    window = portal.window("alice", theme="light")
    page = window.open("/")
    body, color = page.locator("body"), "getComputedStyle(document.body).color"
    light = page.evaluate(color)
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("menuitemradio", name="Dark").click()
    expect(body).not_to_have_css("color", light)
    dark = page.evaluate(color)
    page.reload()
    expect(body).to_have_css("color", dark)
    window.settle()
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("menuitemradio", name="Light").click()
    expect(body).to_have_css("color", light)


def test_offline_is_said_and_gets_over(portal):
    window = portal.window("alice")
    page = window.open("/")
    window.context.set_offline(True)
    expect(page.get_by_text("The registry can't be reached").first).to_be_visible()
    window.context.set_offline(False)
    expect(page.get_by_text("The registry can't be reached")).to_have_count(0)
