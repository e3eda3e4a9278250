"""Deleting, restoring, copying and tagging through the management API."""

import secrets
from urllib.parse import quote

import pytest
import requests
from harness.layouts import assert_image_complete
from harness.registry import OCI_INDEX, OCI_MANIFEST, descriptor, digest_of, encoded, image_index, image_manifest

pytestmark = pytest.mark.haven_only


class Management:
    """A user's view of the management API."""

    def __init__(self, world, user: str):
        self.url = f"{world.server.url}/api/v2.0"
        self.auth = world.credentials(user)

    def __call__(self, method: str, path: str, expect: int | None = None, **options) -> requests.Response:
        """Sends a request and checks the status, and that every failure has Harbor's shape."""
        answer = requests.request(method, self.url + path, auth=self.auth, timeout=120, **options)
        if expect is not None:
            assert answer.status_code == expect, f"{method} {path}: {answer.status_code} {answer.text}"
        if answer.status_code >= 400:
            (error,) = answer.json()["errors"]
            assert error["code"] and len(error["message"]) > 8
        return answer

    def trash(self, project: str, query: str = "") -> list[dict]:
        """Lists what was deleted, the newest first."""
        return self("GET", f"/projects/{project}/trash", 200, params={"q": query, "page_size": 100}).json()


def path_of(repository: str, rest: str = "") -> str:
    """Makes the path of a repository, encoded twice as Harbor's clients do."""
    project, _, name = repository.partition("/")
    return f"/projects/{project}/repositories/{quote(quote(name, safe=''), safe='')}{rest}"


@pytest.fixture
def api(world):
    """The management API as a maintainer sees it."""
    return Management(world, "maintainer")


def push_signature(registry, repository: str, subject: bytes) -> bytes:
    """Pushes an artifact that belongs to another one."""
    config = b"{}"
    registry.push_blob(repository, config)
    document = image_manifest(config, [config], artifactType="application/vnd.dev.cosign.artifact.sig.v1+json")
    document["subject"] = descriptor(subject, OCI_MANIFEST)
    data = encoded(document)
    assert registry.put_manifest(repository, digest_of(data), data).status_code == 201
    return data


def push_index(registry, repository: str, tag: str) -> tuple[bytes, list[bytes]]:
    """Pushes an index of two untagged images, the first of them signed; returns it and all that belongs to it."""
    images = []
    for _ in range(2):
        data = registry.push_image(repository, "temporary", [secrets.token_bytes(2000)])
        images.append(data)
    registry.request("DELETE", f"/v2/{repository}/manifests/temporary")
    index = encoded(image_index([descriptor(data, OCI_MANIFEST) for data in images]))
    assert registry.put_manifest(repository, tag, index, OCI_INDEX).status_code == 201
    return index, [*images, push_signature(registry, repository, images[0])]


def status(registry, repository: str, reference: str) -> int:
    """Asks whether a manifest is there."""
    return registry.manifest(repository, reference, "HEAD").status_code


def test_deleted_and_restored(api, registry, repository, world):
    index, rest = push_index(registry, repository, "multi")
    api("DELETE", path_of(repository, "/artifacts/multi"), 200)
    for data in [index, *rest]:
        assert status(registry, repository, digest_of(data)) == 404
    assert status(registry, repository, "multi") == 404
    entries = api.trash(world.private, f"repository_name={repository},kind=artifact")
    assert {entry["digest"] for entry in entries} == {digest_of(data) for data in [index, *rest]}
    assert len({entry["deletion_id"] for entry in entries}) == 1
    (entry,) = (entry for entry in entries if entry["tags"])
    assert entry["tags"] == ["multi"] and entry["deleted_by"] == api.auth[0]
    assert entry["deleted_at"] < entry["expires_at"]
    answer = api("POST", f"/projects/{world.private}/trash/{entry['id']}/restore", 200).json()
    assert answer["repository_name"] == repository and answer["tags"] == ["multi"] and len(answer["digests"]) == 4
    assert_image_complete(registry, repository, "multi")
    assert status(registry, repository, digest_of(rest[2])) == 200
    assert not api.trash(world.private, f"repository_name={repository},kind=artifact")
    api("POST", f"/projects/{world.private}/trash/{entry['id']}/restore", 404)


def test_children_are_protected(api, registry, repository):
    index, rest = push_index(registry, repository, "multi")
    answer = api("DELETE", path_of(repository, f"/artifacts/{digest_of(rest[0])}"), 412)
    assert answer.json()["errors"][0]["code"] == "VIOLATE_FOREIGN_KEY_CONSTRAINT"
    assert "referenced by others" in answer.json()["errors"][0]["message"]
    assert status(registry, repository, digest_of(index)) == 200


def test_taken_tag(api, registry, repository, world):
    old = registry.push_image(repository, "v1", [b"old"])
    registry.manifest(repository, digest_of(old), "DELETE")
    new = registry.push_image(repository, "v1", [b"new"])
    (entry,) = api.trash(world.private, f"digest={digest_of(old)}")
    path = f"/projects/{world.private}/trash/{entry['id']}/restore"
    assert "v1" in api("POST", path, 409).json()["errors"][0]["message"]
    assert api("POST", path, 200, json={"skip_taken_tags": True}).json()["skipped_tags"] == ["v1"]
    assert registry.manifest(repository, "v1").content == new
    assert registry.manifest(repository, digest_of(old)).content == old


def test_deleted_tag(api, registry, repository, world):
    data = registry.push_image(repository, "v1", [b"layer"])
    other = registry.push_image(repository, "other", [b"other"])
    api("POST", path_of(repository, "/artifacts/v1/tags"), 201, json={"name": "v2"})
    api("DELETE", path_of(repository, f"/artifacts/{digest_of(other)}/tags/v2"), 404)
    api("DELETE", path_of(repository, "/artifacts/v1/tags/v2"), 200)
    assert status(registry, repository, "v2") == 404
    (entry,) = api.trash(world.private, f"kind=tag,tag=v2,repository_name={repository}")
    api("POST", f"/projects/{world.private}/trash/{entry['id']}/restore", 200, json={"only_this": True})
    assert registry.manifest(repository, "v2").content == data


def test_purge(api, registry, repository, world):
    first = registry.push_image(repository, "v1", [b"first"])
    api("DELETE", path_of(repository, "/artifacts/v1?purge=true"), 200)
    assert not api.trash(world.private, f"digest={digest_of(first)}")
    second = registry.push_image(repository, "v2", [b"second"])
    api("DELETE", path_of(repository, "/artifacts/v2"), 200)
    (entry,) = api.trash(world.private, f"digest={digest_of(second)}")
    api("DELETE", f"/projects/{world.private}/trash/{entry['id']}", 200)
    api("DELETE", f"/projects/{world.private}/trash/{entry['id']}", 404)
    api("POST", f"/projects/{world.private}/trash/{entry['id']}/restore", 404)


def test_repository(api, registry, repository, world):
    data = registry.push_image(repository, "v1", [b"layer"])
    api("DELETE", path_of(repository), 200)
    api("DELETE", path_of(repository), 404)
    assert status(registry, repository, "v1") == 404
    (entry,) = api.trash(world.private, f"repository_name={repository}")
    api("POST", f"/projects/{world.private}/trash/{entry['id']}/restore", 200)
    assert registry.manifest(repository, "v1").content == data
    assert_image_complete(registry, repository, "v1")


def test_create_tag(api, registry, repository):
    data = registry.push_image(repository, "v1", [b"layer"])
    registry.push_image(repository, "taken", [b"other"])
    made = api("POST", path_of(repository, f"/artifacts/{digest_of(data)}/tags"), 201, json={"name": "v2"})
    assert made.headers["Location"].endswith("/tags/v2") and made.headers["Location"].startswith("/api/v2.0/")
    assert registry.manifest(repository, "v2").content == data
    for name in ["v2", "taken"]:
        api("POST", path_of(repository, "/artifacts/v1/tags"), 409, json={"name": name})
    api("POST", path_of(repository, "/artifacts/missing/tags"), 404, json={"name": "v3"})


def test_copy(api, registry, repository, other_repository):
    index, rest = push_index(registry, repository, "multi")
    api("POST", path_of(repository, "/artifacts/multi/tags"), 201, json={"name": "also"})
    answer = api("POST", path_of(other_repository, "/artifacts"), 201, params={"from": f"{repository}:multi"})
    assert answer.headers["Location"].endswith(f"/artifacts/{digest_of(index)}")
    for tag in ["multi", "also"]:
        assert registry.manifest(other_repository, tag).content == index
    assert_image_complete(registry, other_repository, "multi")
    signature = registry.manifest(other_repository, digest_of(rest[2]))
    assert signature.content == rest[2]
    api("POST", path_of(other_repository, "/artifacts"), 409, params={"from": f"{repository}@{digest_of(index)}"})
    # The copy lives on its own.
    api("DELETE", path_of(repository) + "?purge=true", 200)
    assert_image_complete(registry, other_repository, "multi")


BAD_SOURCES = [
    ("", 422, "missing"),
    ("nothing", 400, "no tag or digest"),
    ("a/b:", 400, "an empty tag"),
    ("a/b@sha256:12", 400, "a short digest"),
    ("a:b", 400, "no project"),
    ("A/b:c", 400, "capitals"),
    ("a/b:c\x00", 422, "a NUL"),
    ("a/" + "b" * 1100 + ":c", 422, "too long"),
    ("no-such-project/b:c", 403, "a project that isn't there looks like a closed one"),
]


@pytest.mark.parametrize("source,expected", [row[:2] for row in BAD_SOURCES], ids=[row[2] for row in BAD_SOURCES])
def test_copy_of_nothing(api, repository, source, expected):
    api("POST", path_of(repository, "/artifacts"), expected, params={"from": source} if source else {})


def test_copy_of_an_unknown_artifact(api, registry, repository, other_repository):
    registry.push_image(repository, "v1", [b"layer"])
    api("POST", path_of(other_repository, "/artifacts"), 404, params={"from": f"{repository}:v2"})
    api("POST", path_of(other_repository, "/artifacts"), 404, params={"from": f"{repository}-not:v1"})


def test_copy_of_a_signature(api, registry, repository, other_repository):
    data = registry.push_image(repository, "v1", [b"layer"])
    signature = push_signature(registry, repository, data)
    api("POST", path_of(other_repository, "/artifacts"), 403, params={"from": f"{repository}@{digest_of(signature)}"})


BAD_BODIES = [
    (b"{", 400, "not JSON"),
    (b"[]", 400, "an array"),
    (b"", 422, "empty"),
    (b"{}", 422, "no name"),
    (b'{"name":1}', 400, "a number"),
    (b'{"name":null}', 422, "null"),
    (b'{"name":""}', 422, "an empty name"),
    (b'{"name":"-a"}', 400, "a hyphen first"),
    (b'{"name":"a b"}', 400, "a blank"),
    (b'{"name":"a\\u0000"}', 400, "a NUL"),
    (b'{"name":"' + b"a" * 129 + b'"}', 422, "too long"),
    ('{"name":"ä"}'.encode(), 400, "a letter that isn't ASCII"),
]


@pytest.mark.parametrize("body,expected", [row[:2] for row in BAD_BODIES], ids=[row[2] for row in BAD_BODIES])
def test_bad_tags(api, registry, repository, body, expected):
    registry.push_image(repository, "v1", [b"layer"])
    headers = {"Content-Type": "application/json"}
    api("POST", path_of(repository, "/artifacts/v1/tags"), expected, data=body, headers=headers)
    assert registry.request("GET", f"/v2/{repository}/tags/list").json()["tags"] == ["v1"]


BAD_RESTORATIONS = [
    ("1e3", None, 422, "a number of another kind"),
    ("-1", None, 422, "a negative number"),
    ("9223372036854775808", None, 422, "too large a number"),
    ("9223372036854775807", None, 404, "no such entry"),
    ("0", {"only_this": "yes"}, 404, "no such entry, whatever the body"),
]


@pytest.mark.parametrize(
    "entry,body,expected", [row[:3] for row in BAD_RESTORATIONS], ids=[row[3] for row in BAD_RESTORATIONS]
)
def test_bad_restorations(api, world, entry, body, expected):
    api("POST", f"/projects/{world.private}/trash/{entry}/restore", expected, json=body)
    api("DELETE", f"/projects/{world.private}/trash/{entry}", expected)


def test_bad_lists(api, world):
    api("GET", f"/projects/{world.private}/trash", 400, params={"q": "colour=red"})
    api("GET", f"/projects/{world.private}/trash", 400, params={"q": "kind"})
    api("GET", f"/projects/{world.private}/trash", 422, params={"page_size": "101"})
    api("GET", f"/projects/{world.private}/trash", 400, params={"q": "deleted_at=[monday~]"})


# What each role may do: list the trash, restore, purge, delete an artifact, tag, copy.
ROLES = [
    ("projectAdmin", [200, 200, 200, 200, 201, 201]),
    ("maintainer", [200, 200, 200, 200, 201, 201]),
    ("developer", [403, 200, 403, 403, 201, 201]),
    ("guest", [403, 403, 403, 403, 403, 403]),
    ("limitedGuest", [403, 403, 403, 403, 403, 403]),
    ("outsider", [403, 403, 403, 403, 403, 403]),
]


@pytest.mark.parametrize("user,expected", ROLES, ids=[row[0] for row in ROLES])
def test_rights(world, api, registry, repository, other_repository, user, expected):
    caller = Management(world, user)
    for tag in ["restored", "purged", "deleted", "kept"]:
        registry.push_image(repository, tag, [tag.encode()])
    for tag in ["restored", "purged"]:
        api("DELETE", path_of(repository, f"/artifacts/{tag}"), 200)
    (restored,) = api.trash(world.private, f"tag=restored,repository_name={repository}")
    (purged,) = api.trash(world.private, f"tag=purged,repository_name={repository}")
    trash = f"/projects/{world.private}/trash"
    answers = [
        caller("GET", trash),
        caller("POST", f"{trash}/{restored['id']}/restore"),
        caller("DELETE", f"{trash}/{purged['id']}"),
        caller("DELETE", path_of(repository, "/artifacts/deleted")),
        caller("POST", path_of(repository, "/artifacts/kept/tags"), json={"name": "further"}),
        caller("POST", path_of(other_repository, "/artifacts"), params={"from": f"{repository}:kept"}),
    ]
    assert [answer.status_code for answer in answers] == expected


def test_nobody(world, repository):
    url = f"{world.server.url}/api/v2.0/projects/{world.private}"
    for method, path in [("GET", "/trash"), ("POST", "/trash/1/restore"), ("DELETE", "/trash"), ("DELETE", "/trash/1")]:
        assert requests.request(method, url + path, timeout=120).status_code == 401
