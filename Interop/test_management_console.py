"""What the web console asks of the management API beyond Harbor's: manifests, tags, what is new, what is one's own."""

import json
import time

import pytest
from harness.accounts import PRIVATE, PUBLIC
from harness.browser import Browser
from harness.registry import descriptor, digest_of, encoded, image_manifest

pytestmark = pytest.mark.haven_only

EMPTY = b"{}"
SBOM = "application/spdx+json"


@pytest.fixture
def pushed(any_estate):
    """The registry of somebody who pushes, and a repository of this test's own with an image under two tags."""
    estate, name = any_estate, any_estate.fresh()
    registry = estate.world.registry("maintainer")
    image = registry.push_image(f"{PRIVATE}/{name}", "v1", [b"layer", b"another"])
    registry.put_manifest(f"{PRIVATE}/{name}", "latest", image)
    return estate, registry, name, image


def attach(registry, repository: str, subject: bytes, artifact_type: str) -> str:
    """Pushes an artifact that belongs to another one, without a tag; returns its digest."""
    registry.push_blob(repository, EMPTY)
    media_type = json.loads(subject)["mediaType"]
    document = image_manifest(EMPTY, [EMPTY], artifactType=artifact_type, subject=descriptor(subject, media_type))
    content = encoded(document)
    answer = registry.put_manifest(repository, digest_of(content), content)
    assert answer.status_code == 201, answer.text
    return digest_of(content)


def test_a_manifest_for_a_browser(pushed):
    """The bytes are those that were pushed, for a session, which /v2 doesn't know."""
    estate, _, name, image = pushed
    browser = Browser(estate.world.server.url)
    browser.sign_in("guest")
    path = f"/api/v2.0/projects/{PRIVATE}/repositories/{name}/artifacts/v1/additions/manifest"
    answer = browser.send("GET", path)
    assert answer.content == image
    assert answer.headers["Content-Type"] == json.loads(image)["mediaType"]
    assert answer.headers["Docker-Content-Digest"] == digest_of(image)
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.headers["X-Request-ID"]
    layers = json.loads(answer.content)["layers"]
    assert [layer["size"] for layer in layers] == [len(b"layer"), len(b"another")]


def test_untagged_referrers_of_any_type_are_accessories(pushed):
    estate, registry, name, image = pushed
    wanted = {attach(registry, f"{PRIVATE}/{name}", image, kind): kind for kind in (SBOM, "application/vnd.acme.note")}
    path = f"/projects/{PRIVATE}/repositories/{name}/artifacts/v1/accessories"
    found = estate.caller("guest").expect("GET", path).json()
    assert {each["digest"]: each["artifact_type"] for each in found} == wanted
    for each in found:
        assert each["subject_artifact_digest"] == digest_of(image) and each["size"] > 0 and each["creation_time"]


def test_tags_of_a_repository(pushed):
    estate, registry, name, image = pushed
    other = registry.push_image(f"{PRIVATE}/{name}", "v2", [b"other"])
    path = f"/projects/{PRIVATE}/repositories/{name}/tags"
    answer = estate.caller("guest").expect("GET", f"{path}?sort=name")
    digests = {"latest": digest_of(image), "v1": digest_of(image), "v2": digest_of(other)}
    assert {tag["name"]: tag["digest"] for tag in answer.json()} == digests
    assert [tag["name"] for tag in answer.json()] == sorted(digests) and answer.headers["X-Total-Count"] == "3"
    answer = estate.caller("guest").expect("GET", f"{path}?q=name=~V&page_size=1&sort=-push_time")
    assert [tag["name"] for tag in answer.json()] == ["v2"] and answer.headers["X-Total-Count"] == "2"
    artifacts = f"/projects/{PRIVATE}/repositories/{name}/artifacts"
    listed = estate.caller("guest").expect("GET", f"{artifacts}?tag_limit=1&q=tags=latest").json()
    assert [(len(each["tags"]), each["tag_count"]) for each in listed] == [(1, 2)]


def test_what_was_pushed_last_comes_first(pushed):
    """And nobody sees in it what they may not see."""
    estate, registry, name, _ = pushed
    time.sleep(1.1)
    registry.push_image(f"{PUBLIC}/{name}", "v1", [b"public"])

    def newest(who: str) -> list[str]:
        listed = estate.caller(who).expect("GET", "/repositories?sort=-update_time&page_size=2").json()
        return [repository["name"] for repository in listed]

    assert newest("guest") == newest("admin") == [f"{PUBLIC}/{name}", f"{PRIVATE}/{name}"]
    assert newest("anonymous")[0] == f"{PUBLIC}/{name}"
    time.sleep(1.1)
    registry.push_image(f"{PRIVATE}/{name}", "v3", [b"more"])
    assert newest("guest")[0] == f"{PRIVATE}/{name}"
    for who in ("anonymous", "outsider"):
        assert not any(repository.startswith(f"{PRIVATE}/") for repository in newest(who))


def test_projects_of_ones_own(any_estate):
    estate = any_estate
    mine, theirs = estate.fresh(), estate.fresh()
    estate.admin.made("/projects", {"project_name": mine})
    person, password = estate.fresh(), "Str0ngEnough"
    account = {"username": person, "password": password, "email": f"{person}@example.com", "realname": person}
    estate.admin.made("/users", account)
    estate.caller(person, password).made("/projects", {"project_name": theirs})

    def names(who: str, query: str) -> set[str]:
        listed = estate.caller(who).expect("GET", f"/projects?page_size=100&{query}").json()
        return {project["name"] for project in listed}

    assert names("guest", "member=true") == {PRIVATE, PUBLIC}
    assert mine in names("admin", "member=true"), "who makes a project is a member"
    assert theirs in names("admin", "member=false") and mine not in names("admin", "member=false")
    assert theirs in names(person, "member=true")
    assert names("outsider", "member=true") == names("anonymous", "member=true") == set()
    order = estate.admin.expect("GET", "/projects?page_size=100&sort=-update_time").json()
    assert [each["update_time"] for each in order] == sorted((each["update_time"] for each in order), reverse=True)


def test_members_see_what_a_project_uses(any_estate):
    for who in ("limitedGuest", "guest", "developer", "maintainer", "projectAdmin", "admin"):
        summary = any_estate.caller(who).expect("GET", f"/projects/{PRIVATE}/summary").json()
        assert summary["quota"]["used"]["storage"] > 0 and summary["quota"]["hard"]["storage"] == -1
    assert "quota" not in any_estate.caller("anonymous").expect("GET", f"/projects/{PUBLIC}/summary").json()
