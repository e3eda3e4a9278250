"""What the people of a project see: pages and controls that one may not use are not there."""

import pytest
from harness.portal import Portal
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only

EVERYBODY = ["Repositories", "Members", "Labels", "Robot accounts"]
MAINTAINERS = [*EVERYBODY, "Policy", "Retention", "Webhooks", "Trash"]
ALL = [*MAINTAINERS, "Audit log", "Settings"]
TABS = {
    "admin": ALL,
    "alice": ALL,  # project administrator
    "bob": MAINTAINERS,
    "carol": [*EVERYBODY, "Retention"],  # developer
    "dave": EVERYBODY,  # guest
    "erin": EVERYBODY[:1],  # limited guest
}
ADMINISTRATION = ["Users", "Groups", "Robot accounts", "Quotas", "Configuration", "Audit log", "System health"]


def expect_tabs(page, names: list[str]) -> None:
    """Checks which pages of a project are offered."""
    expect(page.get_by_role("navigation", name="Pages of the project").get_by_role("link")).to_have_text(names)


@pytest.mark.parametrize("user", TABS)
def test_the_pages_of_a_private_project(portal: Portal, user):
    page = portal.window(user).open("/projects/storefront")
    expect_tabs(page, TABS[user])


def test_anonymous_visitors_see_a_public_projects_repositories_only(portal: Portal):
    page = portal.window(None).open("/projects/platform")
    expect_tabs(page, ["Repositories"])
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("user", [None, "lilei"])
def test_private_projects_look_absent_to_strangers(portal: Portal, user):
    page = portal.window(user).open("/projects/storefront")
    assert page.get_by_role("heading", level=1).count() <= 1
    expect(page.get_by_text("Not for you").or_(page.get_by_text("Not here")).first).to_be_visible()
    assert "Private" not in page.inner_text("main")


@pytest.mark.parametrize("user", ["admin", "frank", "alice"])
def test_administration_is_for_administrators(portal: Portal, user):
    page = portal.window(user).open("/")
    navigation = page.get_by_role("navigation", name="Main navigation")
    for name in ADMINISTRATION:
        expect(navigation.get_by_role("link", name=name)).to_have_count(0 if user == "alice" else 1)


def test_addresses_of_administration_show_nothing_to_others(portal: Portal):
    page = portal.window("alice").open("/administration/users")
    expect(page.get_by_text("Not for you").or_(page.get_by_text("Not here")).first).to_be_visible()
