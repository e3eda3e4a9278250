"""An artifact's page: what it shows of images, indexes, charts and signatures, and what its address says."""

import hashlib
import re
from pathlib import Path

import pytest
from harness.portal import Portal, held_undo
from playwright.sync_api import expect

pytestmark = pytest.mark.haven_only

STOREFRONT = "/projects/storefront/repositories"
INDEX = f"{STOREFRONT}/web/-/v2.4.0"
IMAGE = f"{STOREFRONT}/api/-/v1.1.0"


@pytest.fixture
def guest(portal: Portal):
    """A window of somebody who may only look."""
    return portal.window("dave")


def test_layers_are_drawn_to_scale_beside_what_made_them(guest):
    page = guest.open(IMAGE)
    rows = page.get_by_role("listitem").filter(has_text="application/vnd.oci.image.layer.v1.tar+gzip")
    expect(rows).to_have_count(4)
    expect(rows.nth(1)).to_contain_text("RUN apt-get update && apt-get install -y ca-certificates tini")
    bar = page.locator(".layer-segment")
    widths = [bar.nth(number).bounding_box()["width"] for number in range(4)]
    shares = [int(row.split("\n")[-1].strip("<%")) for row in rows.all_inner_texts()]
    for width, share in zip(widths, shares, strict=True):
        assert abs(100 * width / sum(widths) - share) < 1.5


def test_the_history_reads_like_what_it_was_built_from(guest):
    page = guest.open(f"{IMAGE}?view=history")
    steps = page.get_by_role("listitem").filter(has=page.get_by_role("button", name="Copy the command"))
    expect(steps).to_have_count(9)
    expect(steps.nth(1)).to_contain_text('CMD ["bash"]')
    expect(steps.nth(1)).to_contain_text("no layer")
    expect(steps.nth(7)).to_contain_text("EXPOSE 8080/tcp")
    for marks in ("#(nop)", "# buildkit", "/bin/sh -c", "map["):
        assert marks not in page.get_by_role("main").inner_text()


def test_parts_of_an_index_lead_back_to_it(guest):
    page = guest.open(INDEX)
    table = page.get_by_role("table", name="Platforms of the index")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("link", name="Attestation")).to_have_count(3)
    table.get_by_role("link", name="linux/arm64/v8").click()
    guest.settle()
    trail = page.get_by_role("navigation", name="You are here")
    expect(trail).to_contain_text("v2.4.0")
    page.get_by_role("link", name="References").click()
    expect(page.get_by_role("table", name="Contained in")).to_contain_text("v2.4.0")
    page.go_back()
    parts = page.get_by_role("navigation", name="Parts of the artifact")
    expect(parts.locator("[aria-current]")).to_have_text("Overview")
    trail.get_by_role("link", name="v2.4.0").click()
    expect(page).to_have_url(guest.url + INDEX)


def test_what_is_attached_leads_to_its_subject(guest):
    page = guest.open(f"{INDEX}?view=referrers")
    expect(page.get_by_text("Signed")).to_be_visible()
    page.get_by_role("link", name="Bill of materials").click()
    guest.settle()
    page.get_by_role("link", name="References").click()
    subject = page.get_by_role("heading", name="Attached to").locator("xpath=..").get_by_role("link")
    assert subject.get_attribute("href").startswith(f"{STOREFRONT}/web/-/sha256:")


def test_the_manifest_is_saved_as_it_was_pushed(guest):
    page = guest.open(f"{INDEX}?view=manifest")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    digest = hashlib.sha256(Path(download.value.path()).read_bytes()).hexdigest()
    assert download.value.suggested_filename == f"sha256-{digest}.json"
    expect(page.get_by_role("main").get_by_text(f"sha256:{digest}")).to_be_visible()
    page.get_by_role("group", name="Manifest").get_by_role("link").first.click()
    expect(page.get_by_role("navigation", name="You are here")).to_contain_text("v2.4.0")


def test_a_chart_shows_what_it_brings(guest):
    page = guest.open(f"{STOREFRONT}/charts/storefront/-/1.9.1?view=configuration")
    expect(page.get_by_role("table", name="Dependencies")).to_contain_text("redis")
    expect(page.get_by_role("group", name="Default values")).to_contain_text("replicas: 3")
    expect(page.get_by_text("Installs the shop.")).to_be_visible()


def test_a_tag_that_is_gone_says_so(guest):
    page = guest.open(f"{STOREFRONT}/web/-/v0.0.1")
    expect(page.get_by_role("heading", name="There is no tag v0.0.1")).to_be_visible()
    page.get_by_role("link", name="Go to the repository").click()
    expect(page).to_have_url(f"{guest.url}{STOREFRONT}/web")


def test_thousands_of_tags_are_a_few_until_asked_for(portal: Portal):
    page = portal.window("lilei").open("/projects/machine-learning/repositories/nightly/-/nightly-00007")
    tags = page.get_by_role("region", name="Tags")
    expect(tags.get_by_role("link").first).to_have_text("nightly-00007")
    assert tags.get_by_role("link").count() < 20
    tags.get_by_role("button", name="more").click()
    dialog = page.get_by_role("dialog", name="All tags")
    dialog.get_by_role("searchbox").fill("nightly-0123")
    expect(dialog.get_by_role("row")).to_have_count(11)


def test_what_was_done_to_tags_is_undone(portal: Portal, project):
    page = portal.window("alice").open(f"/projects/{project}/repositories/app/-/v1")
    tags = page.get_by_role("region", name="Tags")
    tags.get_by_role("button", name="Add a tag").click()
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.keyboard.type("stable")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    undo = held_undo(page, "Tag stable added")
    undo.click()
    expect(tags.get_by_role("link", name="stable")).to_have_count(0)
    tags.get_by_role("button", name="Remove the tag v1").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    undo = held_undo(page, "Tag v1 removed")
    # The tag was in the address; the artifact stays on the screen.
    expect(tags.get_by_text("No tags")).to_be_visible()
    expect(page).to_have_url(re.compile("/-/sha256:"))
    undo.click()
    expect(tags.get_by_role("link", name="v1")).to_be_visible()
