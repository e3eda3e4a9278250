"""What happens elsewhere shows on an open page without loading it again."""

import pytest
from harness.commands import run
from harness.portal import Portal
from harness.showcase import PASSWORD
from playwright.sync_api import expect

pytestmark = [pytest.mark.haven_only, pytest.mark.program("skopeo")]


def push(portal: Portal, layout, repository: str, tag: str, user: str = "bob") -> None:
    """Pushes a small image with skopeo."""
    host = portal.url.removeprefix("http://")
    run(
        "skopeo", "--insecure-policy", "copy", "--dest-tls-verify=false", f"--dest-creds={user}:{PASSWORD}",
        f"oci:{layout}:small", f"docker://{host}/{repository}:{tag}",
    )  # fmt: skip


def test_a_pushed_tag_appears_in_its_repository(portal, project, small_layout):
    page = portal.window("dave").open(f"/projects/{project}/repositories/app")
    expect(page.get_by_text("v1", exact=True).first).to_be_visible()
    expect(page.get_by_text("pushed-meanwhile")).to_have_count(0)
    push(portal, small_layout, f"{project}/app", "pushed-meanwhile")
    expect(page.get_by_text("pushed-meanwhile").first).to_be_visible()


def test_a_pushed_repository_appears_in_its_project(portal, project, small_layout):
    page = portal.window("dave").open(f"/projects/{project}")
    push(portal, small_layout, f"{project}/pushed-meanwhile", "v1")
    expect(page.get_by_role("link", name="pushed-meanwhile").first).to_be_visible()


def test_a_list_that_is_being_read_stays_where_it_is(portal, project, small_layout):
    page = portal.window("dave").open(f"/projects/{project}")
    app = page.get_by_role("link", name="app", exact=True)
    app.hover()
    before = app.bounding_box()["y"]
    push(portal, small_layout, f"{project}/pushed-meanwhile", "v1")
    news = page.get_by_role("button", name="1 new")
    expect(news).to_be_visible()
    assert app.bounding_box()["y"] == before
    news.click()
    expect(page.get_by_role("link", name="pushed-meanwhile").first).to_be_visible()
