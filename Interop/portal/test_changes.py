"""Everyday changes: members, descriptions, what was deleted, and sessions."""

import pytest
from harness.portal import Portal
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


def test_a_member_is_added_and_given_another_role(portal: Portal, showcase, project):
    page = portal.window("alice").open(f"/projects/{project}/members?add=yes")
    dialog = page.get_by_role("dialog", name=f"Add a member to {project}")
    dialog.get_by_role("combobox", name="User name").fill("lil")
    page.get_by_role("option", name="lilei").click()
    dialog.get_by_role("button", name="Add member").click()
    expect(page.get_by_text("lilei added as Developer")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="lilei")
    row.get_by_role("combobox", name="Role of lilei").select_option(label="Guest")
    expect(page.get_by_text("lilei: Guest")).to_be_visible()
    members = showcase.api.expect("GET", f"/projects/{project}/members?entityname=lilei").json()
    assert [member["role_id"] for member in members] == [3]


def test_the_last_administrator_is_warned(portal: Portal, project):
    page = portal.window("alice").open(f"/projects/{project}/members")
    row = page.get_by_role("row").filter(has_text="admin").first
    row.get_by_role("button", name="Actions on admin").click()
    page.get_by_role("menuitem", name="Remove").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("can't pull")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)


def test_a_description_is_written_previewed_and_shown(portal: Portal, project):
    page = portal.window("carol").open(f"/projects/{project}/repositories/app?dialog=description")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("# The application\n\nIt **works**.\n\n<script>alert(1)</script>\n")
    dialog.get_by_text("Preview", exact=True).click()
    expect(dialog.get_by_text("works", exact=True)).to_be_visible()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("main").get_by_text("The application", exact=True)).to_be_visible()


def test_an_artifact_comes_back_from_the_trash(portal: Portal, showcase, project):
    path = f"/projects/{project}/repositories/app/artifacts/v2"
    showcase.api.expect("DELETE", path)
    page = portal.window("bob").open(f"/projects/{project}/trash")
    page.get_by_role("row").filter(has_text="v2").get_by_role("button", name="Restore").click()
    dialog = page.get_by_role("dialog", name="Restore?")
    dialog.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("Restored: 1 artifact, 1 tag")).to_be_visible()
    expect(page.get_by_text("The trash is empty")).to_be_visible()
    assert showcase.api.get(path).status_code == 200


def test_a_project_is_deleted_after_its_name_was_typed(portal: Portal, showcase, project):
    page = portal.window("alice").open(f"/projects/{project}/settings?delete=yes")
    dialog = page.get_by_role("dialog")
    button = dialog.get_by_role("button").last
    expect(button).to_be_disabled()
    dialog.get_by_role("textbox").fill(project)
    button.click()
    expect(page).to_have_url(f"{portal.url}/projects")
    assert showcase.api.get(f"/projects/{project}").status_code == 404


def test_ones_other_sessions_are_ended(portal: Portal):
    others = [portal.window("erin", fresh=True) for _ in range(2)]
    window = portal.window("erin", fresh=True)
    page = window.open("/profile?tab=sessions")
    page.get_by_role("button", name="End all others").click()
    page.get_by_role("dialog").get_by_role("button").last.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    for other in others:
        assert other.context.request.get(f"{portal.url}/api/v2.0/users/current").status == 401
    assert window.context.request.get(f"{portal.url}/api/v2.0/users/current").status == 200
    portal.states.pop("erin", None)


@pytest.mark.parametrize(
    "page_name, button, allowed",
    [
        ("members", "Add member", {"alice"}),
        ("labels", "New label", {"alice", "bob"}),
        ("robots", "New robot account", {"alice"}),
        ("policy", "New rule", {"alice", "bob"}),
    ],
)
def test_who_is_offered_to_add_something(portal: Portal, page_name, button, allowed):
    for user in ("alice", "bob", "dave"):
        page = portal.window(user).open(f"/projects/storefront/{page_name}")
        expect(page.get_by_role("heading", name="storefront", level=1)).to_be_visible()
        expect(page.get_by_role("button", name=button)).to_have_count(int(user in allowed)), user
