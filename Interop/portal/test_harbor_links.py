"""Addresses of Harbor's console, as they are in bookmarks and mails, lead to the pages that show the same."""

import pytest
from harness.portal import Portal
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


@pytest.fixture(scope="module")
def number(showcase) -> int:
    """The number of the project storefront."""
    return showcase.api.expect("GET", "/projects/storefront").json()["project_id"]


@pytest.mark.parametrize(
    "harbors, here",
    [
        ("/harbor/projects", "/projects"),
        ("/harbor/projects/{}/repositories", "/projects/storefront"),
        ("/harbor/projects/{}/members", "/projects/storefront/members"),
        ("/harbor/projects/{}/repositories/web", "/projects/storefront/repositories/web"),
        ("/harbor/projects/{}/repositories/payments%2Fgateway", "/projects/storefront/repositories/payments/gateway"),
    ],
)
def test_an_address_of_harbors(portal: Portal, number, harbors, here):
    window = portal.window("alice")
    page = window.open(harbors.format(number))
    expect(page).to_have_url(portal.url + here)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
