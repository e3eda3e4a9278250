"""Deleting and getting back: what a dialog says goes, goes, and Undo brings all of it back."""

import pytest
from harness.portal import Portal, held_undo
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only


def exists(showcase, project: str, reference: str = "", repository: str = "app") -> bool:
    """Asks the registry for a repository, or for an artifact in it."""
    rest = f"/artifacts/{reference}" if reference else ""
    return showcase.api.get(f"/projects/{project}/repositories/{repository}{rest}").status_code == 200


def test_a_tag(portal: Portal, showcase, project):
    window = portal.window("bob")
    page = window.open(f"/projects/{project}/repositories/app?view=tags")
    page.get_by_role("button", name="Remove the tag v1").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Remove the tag v1")).to_be_visible()
    dialog.get_by_role("button", name="Remove", exact=False).last.click()
    undo = held_undo(page, "Tag v1 removed")
    expect(page.get_by_role("link", name="v1", exact=True)).to_have_count(0)
    assert not exists(showcase, project, "v1") and exists(showcase, project, "v2")
    undo.click()
    expect(page.get_by_role("link", name="v1", exact=True)).to_be_visible()
    assert exists(showcase, project, "v1")


def test_an_artifact_from_its_repository(portal: Portal, showcase, project):
    page = portal.window("bob").open(f"/projects/{project}/repositories/app")
    page.get_by_role("button", name="Actions for v1").click()
    page.get_by_role("menuitem", name="Delete").click()
    dialog = page.get_by_role("dialog", name="Delete v1")
    expect(dialog.get_by_text("Tags: v1")).to_be_visible()
    dialog.get_by_role("button", name="Delete", exact=True).click()
    undo = held_undo(page, "Artifact deleted")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("link", name="v1", exact=True)).to_have_count(0)
    assert not exists(showcase, project, "v1")
    undo.click()
    expect(page.get_by_role("link", name="v1", exact=True).first).to_be_visible()
    assert exists(showcase, project, "v1")


def test_an_artifact_from_its_page(portal: Portal, showcase, project):
    page = portal.window("alice").open(f"/projects/{project}/repositories/app/-/v2")
    page.get_by_role("main").get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete").click()
    dialog = page.get_by_role("dialog", name="Delete v2")
    expect(dialog.get_by_text("Tags: v2")).to_be_visible()
    dialog.get_by_role("button", name="Delete", exact=True).click()
    undo = held_undo(page, "Artifact deleted")
    expect(page).to_have_url(f"{portal.url}/projects/{project}/repositories/app")
    assert not exists(showcase, project, "v2")
    undo.click()
    expect(page.get_by_role("link", name="v2", exact=True).first).to_be_visible()
    assert exists(showcase, project, "v2")


def test_several_artifacts(portal: Portal, showcase, project):
    page = portal.window("bob").open(f"/projects/{project}/repositories/app")
    page.get_by_role("checkbox", name="Select all").check()
    page.get_by_role("button", name="Delete", exact=False).first.click()
    dialog = page.get_by_role("dialog", name="Delete 2 artifacts")
    dialog.get_by_role("button", name="Delete", exact=True).click()
    undo = held_undo(page, "2 artifacts deleted")
    expect(dialog).to_have_count(0)
    assert not exists(showcase, project, "v1") and not exists(showcase, project, "v2")
    undo.click()
    expect(page.get_by_role("link", name="v1", exact=True).first).to_be_visible()
    assert exists(showcase, project, "v1") and exists(showcase, project, "v2")


def test_a_repository(portal: Portal, showcase, project):
    page = portal.window("bob").open(f"/projects/{project}/repositories/app")
    page.get_by_role("main").get_by_role("button", name="More actions").first.click()
    page.get_by_role("menuitem", name="Delete the repository").click()
    dialog = page.get_by_role("dialog", name="Delete app")
    expect(dialog.get_by_text("2 artifacts")).to_be_visible()
    dialog.get_by_role("button", name="Delete the repository").click()
    undo = held_undo(page, "app deleted")
    expect(page).to_have_url(f"{portal.url}/projects/{project}")
    expect(page.get_by_role("link", name="app", exact=True)).to_have_count(0)
    assert not exists(showcase, project)
    undo.click()
    expect(page.get_by_role("link", name="app", exact=True).first).to_be_visible()
    assert exists(showcase, project, "v1") and exists(showcase, project, "v2")


def test_a_kept_tag_says_why_it_stays(portal: Portal):
    page = portal.window("alice").open("/projects/storefront/repositories/api?view=tags")
    page.get_by_role("button", name="v1.5.0 is immutable").first.click(force=True)
    expect(page.get_by_role("dialog")).to_contain_text("keeps this tag")


def test_the_focus_stays_in_a_list_whose_row_was_deleted(portal: Portal, project):
    page = portal.window("bob").open(f"/projects/{project}/repositories/app?view=tags")
    page.get_by_role("button", name="Remove the tag v2").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_role("link", name="v2", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Remove the tag v1")).to_be_focused()


def test_undo_can_be_pressed_while_a_dialog_is_open(portal: Portal, showcase, project):
    path = f"/projects/{project}/repositories/app/artifacts/v1/tags"
    showcase.api.expect("POST", path, 201, json={"name": "other"})
    page = portal.window("bob").open(f"/projects/{project}/repositories/app/-/v1?dialog=tags")
    dialog = page.get_by_role("dialog", name="All tags")
    dialog.get_by_role("button", name="Remove the tag other").click()
    page.get_by_role("dialog", name="Remove the tag other").get_by_role("button", name="Remove", exact=True).click()
    undo = held_undo(page, "Tag other removed")
    expect(dialog.get_by_role("row").filter(has_text="other")).to_have_count(0)
    undo.click()
    expect(dialog.get_by_role("row").filter(has_text="other")).to_be_visible()


def test_a_dialog_names_what_was_chosen(portal: Portal, showcase, project):
    path = f"/projects/{project}/repositories/app/artifacts/v1/tags"
    showcase.api.expect("POST", path, 201, json={"name": "newest"})
    page = portal.window("bob").open(f"/projects/{project}/repositories/app/-/v1?dialog=delete")
    expect(page.get_by_role("dialog", name="Delete v1")).to_contain_text("newest")
