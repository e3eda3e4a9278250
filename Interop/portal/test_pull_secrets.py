"""A secret for Kubernetes to pull with: made in the portal, shown once, and good for pulling and nothing else."""

import base64
import json
import re
import shutil
from pathlib import Path

import pytest
from harness.commands import run
from harness.portal import Portal
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.haven_only
SHOWN = "The secret is shown only now. Copy or download it."


def make(page: Page, name: str = "team-pull") -> Page:
    """Makes a secret, by keyboard alone."""
    page.get_by_role("main").get_by_role("button", name="Use in Kubernetes").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_label("Name of the secret")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(SHOWN)).to_be_visible()
    return dialog


@pytest.fixture
def page(portal: Portal, project) -> Page:
    """The page of an artifact, for the administrator of its project."""
    return portal.window("alice").open(f"/projects/{project}/repositories/app/-/v1")


def test_a_cluster_pulls_with_it_and_can_do_nothing_else(page: Page, portal: Portal, project, tmp_path):
    manifest = make(page).get_by_role("group", name="Manifest").inner_text()
    configuration = base64.b64decode(re.search(r"\.dockerconfigjson: (\S+)", manifest)[1])
    host = portal.url.removeprefix("http://")
    assert list(json.loads(configuration)["auths"]) == [host]
    file = tmp_path / "config.json"
    file.write_bytes(configuration)
    image, copy = f"docker://{host}/{project}/app", f"dir:{tmp_path}/image"
    run("skopeo", "copy", "--src-tls-verify=false", "--src-authfile", file, f"{image}:v1", copy)
    push = ("skopeo", "copy", "--dest-tls-verify=false", "--dest-authfile", file, copy, f"{image}:v3")
    assert "denied" in run(*push, expect=None).stderr
    other = f"docker://{host}/storefront/api:v1.0.0"
    assert run("skopeo", "inspect", "--tls-verify=false", "--authfile", file, other, expect=None).returncode != 0


def test_kubectl_makes_the_same_secret(page: Page, tmp_path):
    kubectl = shutil.which("kubectl")
    if not kubectl:
        pytest.skip("kubectl is not installed")
    dialog = make(page)
    manifest = dialog.get_by_role("group", name="Manifest").inner_text()
    (tmp_path / "secret.yaml").write_text(manifest)
    dialog.get_by_role("button", name="kubectl create secret").click()
    command = dialog.get_by_role("group", name="kubectl create secret").inner_text()
    (tmp_path / "create.sh").write_text(f"{command} --dry-run=client --output json\n")
    # What works on a file alone needs no cluster.
    words = (kubectl, "label", "--local", "--output", "json", "--filename", tmp_path / "secret.yaml", "a=b")
    mine, theirs = (json.loads(run(*words).stdout), json.loads(run("sh", tmp_path / "create.sh").stdout))
    for secret in (mine, theirs):
        assert (secret["kind"], secret["type"]) == ("Secret", "kubernetes.io/dockerconfigjson")
        assert (secret["metadata"]["name"], secret["metadata"]["namespace"]) == ("team-pull", "default")
    kept = [json.loads(base64.b64decode(secret["data"][".dockerconfigjson"])) for secret in (mine, theirs)]
    assert kept[0] == kept[1]


def test_it_is_not_lost_by_accident(page: Page):
    dialog = make(page)
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(dialog.get_by_text("The secret was neither copied nor downloaded.")).to_be_visible()
    dialog.get_by_role("button", name="Back to the secret").click()
    page.go_back()
    expect(dialog.get_by_text(SHOWN)).to_be_visible()


def test_it_is_gone_when_its_dialog_is_closed(page: Page):
    dialog = make(page)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Download").click()
    text = Path(download.value.path()).read_text()
    assert download.value.suggested_filename == "team-pull.yaml" and text.startswith("apiVersion: v1\nkind: Secret\n")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    secret = re.search(r"\.dockerconfigjson: (\S+)", text)[1]
    assert secret not in page.content()
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"


@pytest.mark.parametrize("name", ["Team", "-team", "team_pull", "a" * 254])
def test_names_are_those_that_kubernetes_takes(page: Page, name):
    page.get_by_role("main").get_by_role("button", name="Use in Kubernetes").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name of the secret").fill(name)
    expect(dialog.get_by_role("alert").first).to_be_visible()
    expect(dialog.get_by_role("button", name="Make the secret")).to_be_disabled()


@pytest.mark.parametrize("user", ["bob", "dave"])
def test_who_may_make_no_robots_is_not_offered_it(portal: Portal, project, user):
    page = portal.window(user).open(f"/projects/{project}/repositories/app/-/v1?dialog=pull-secret")
    expect(page.get_by_role("heading", name="v1")).to_be_visible()
    assert page.get_by_role("button", name="Use in Kubernetes").count() == page.get_by_role("dialog").count() == 0
