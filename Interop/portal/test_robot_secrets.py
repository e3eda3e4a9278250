"""Secrets of robots are shown once: they work, don't stay behind, and aren't lost by mistake. Commands are copied."""

import re

import pytest
from harness.portal import Portal, copied
from harness.portal_checks import kept_secrets
from harness.registry import Registry
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only


@pytest.fixture
def window(portal: Portal):
    """A window of a project's administrator that may use the clipboard."""
    window = portal.window("alice")
    window.context.grant_permissions(["clipboard-write"])
    return window


def make_robot(window, project: str, name: str) -> Page:
    """Makes a robot account that may pull; gives the page with the dialog that shows its secret."""
    page = window.open(f"/projects/{project}/robots?dialog=new")
    dialog = page.get_by_role("dialog", name="New robot account")
    dialog.get_by_label("Name", exact=True).fill(name)
    dialog.get_by_role("button", name="Create", exact=True).click()
    expect(page.get_by_role("dialog", name=re.compile("Secret of"))).to_be_visible()
    return page


def test_a_robots_secret_is_shown_once_and_works(window, project):
    page = make_robot(window, project, "pipeline")
    dialog = page.get_by_role("dialog", name=re.compile("Secret of"))
    dialog.get_by_role("button", name="Copy the secret").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    secret = copied(page)
    assert len(secret) >= 16 and secret in dialog.inner_text()
    robot = Registry(window.url, (f"robot${project}+pipeline", secret))
    assert robot.manifest(f"{project}/app", "v1", scopes=(f"repository:{project}/app:pull",)).status_code == 200
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("table").get_by_text("pipeline").first).to_be_visible()
    assert secret not in page.content() and not kept_secrets(page)
    page.reload()
    window.settle()
    assert secret not in page.content()


def test_an_unkept_secret_is_not_closed_by_mistake(window, project):
    page = make_robot(window, project, "forgotten")
    dialog = page.get_by_role("dialog", name=re.compile("Secret of"))
    page.keyboard.press("Escape")
    expect(dialog.get_by_text("You have neither copied nor downloaded the secret")).to_be_visible()
    dialog.get_by_role("button", name="Close without keeping it").click()
    expect(dialog).to_have_count(0)


def test_a_pull_command_is_copied_as_it_is(window, project):
    page = window.open(f"/projects/{project}/repositories/app/-/v1")
    page.get_by_role("button", name="Copy the command").first.click()
    host = window.url.removeprefix("http://")
    assert copied(page) == f"docker pull {host}/{project}/app:v1"
    page.get_by_role("button", name="podman").or_(page.get_by_role("radio", name="podman")).first.click()
    page.get_by_role("button", name="Copy the command").first.click()
    assert copied(page).startswith("podman pull")
