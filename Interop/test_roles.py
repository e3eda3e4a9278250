"""Rights: Harbor's five roles, visitors and outsiders, and what each may do with a private and a public project."""

import secrets

import pytest
from harness.registry import digest_of

pytestmark = pytest.mark.haven_only

PULL, PUSH, DELETE = "pull", "push", "delete"
EVERYTHING = {PULL, PUSH, DELETE}

# Who: (in the private project, in the public project). The permission matrix of docs/harbor-compatibility.md.
MATRIX = {
    "admin": (EVERYTHING, EVERYTHING),
    "projectAdmin": (EVERYTHING, EVERYTHING),
    "maintainer": (EVERYTHING, EVERYTHING),
    "developer": ({PULL, PUSH}, {PULL, PUSH}),
    "guest": ({PULL}, {PULL}),
    "limitedGuest": ({PULL}, {PULL}),
    "outsider": (set(), {PULL}),
    None: (set(), {PULL}),
}

CASES = [
    pytest.param(user, project, rights[place], id=f"{user or 'anonymous'}-{project}")
    for user, rights in MATRIX.items()
    for place, project in enumerate(("private", "public"))
]


def ways_to_pull(registry, repository, manifest, layer):
    """Asks for everything that pulling shows."""
    yield registry.manifest(repository, "v1")
    yield registry.manifest(repository, digest_of(manifest), "HEAD")
    yield registry.blob(repository, digest_of(layer))
    yield registry.request("GET", f"/v2/{repository}/tags/list")
    yield registry.request("GET", f"/v2/{repository}/referrers/{digest_of(manifest)}")


def ways_to_push(registry, repository, manifest, layer):
    """Tries everything that pushing changes."""
    del layer
    yield registry.request("POST", f"/v2/{repository}/blobs/uploads/")
    yield registry.put_manifest(repository, "pushed", manifest)
    yield registry.request("POST", f"/v2/{repository}/blobs/uploads/", params={"mount": digest_of(manifest)})


def ways_to_delete(registry, repository, manifest, layer):
    """Tries everything that deleting takes away; the manifest goes before its layer."""
    yield registry.manifest(repository, "v1", "DELETE")
    yield registry.manifest(repository, digest_of(manifest), "DELETE")
    yield registry.blob(repository, digest_of(layer), "DELETE")


WAYS = {PULL: ways_to_pull, PUSH: ways_to_push, DELETE: ways_to_delete}


@pytest.mark.parametrize("action", [PULL, PUSH, DELETE])
@pytest.mark.parametrize("user, project, allowed", CASES)
def test_matrix(world, user, project, allowed, action):
    repository = f"{getattr(world, project)}/{secrets.token_hex(4)}"
    layer = secrets.token_bytes(100)
    manifest = world.registry("maintainer").push_image(repository, "v1", [layer])
    answers = list(WAYS[action](world.registry(user), repository, manifest, layer))
    codes = [answer.status_code for answer in answers]
    if action in allowed:
        assert all(code < 300 for code in codes), codes
    else:
        assert codes == [401] * len(codes)


@pytest.mark.parametrize("user", ["guest", "limitedGuest", "outsider", None])
def test_what_was_refused_has_changed_nothing(world, user):
    repository = f"{world.public}/{secrets.token_hex(4)}"
    manifest = world.registry("maintainer").push_image(repository, "v1", [b"kept"])
    registry = world.registry(user)
    registry.manifest(repository, digest_of(manifest), "DELETE")
    registry.put_manifest(repository, "v1", manifest.replace(b"{", b"{ ", 1))
    assert world.registry("maintainer").manifest(repository, "v1").content == manifest


def test_outsider_cannot_tell_private_from_absent(world):
    """Status, body and challenge differ in the repository's name alone."""
    outsider = world.registry("outsider")
    world.registry("maintainer").push_image(f"{world.private}/here", "v1", [b"layer"])
    answers = [
        outsider.manifest(name, "v1") for name in (f"{world.private}/here", f"{world.private}/gone", "absent/here")
    ]
    names = ["interop/here", "interop/gone", "absent/here"]
    seen = {
        (
            answer.status_code,
            answer.text.replace(name, "NAME"),
            answer.headers["WWW-Authenticate"].replace(name, "NAME"),
        )
        for answer, name in zip(answers, names, strict=True)
    }
    assert len(seen) == 1


def test_the_owner_of_a_project_administers_it(world):
    name = f"owned-{secrets.token_hex(3)}"
    world.server.cli.create_project(name, owner="outsider")
    registry = world.registry("outsider")
    registry.push_image(f"{name}/a", "v1", [b"layer"])
    assert registry.manifest(f"{name}/a", "v1", "DELETE").status_code == 202


def test_pushing_into_an_absent_project(world):
    """Projects are made by people, not by pushing; an administrator is told, others are asked to sign in."""
    path = "/v2/never-made/a/blobs/uploads/"
    assert world.registry("admin").request("POST", path).status_code == 404
    assert world.registry("developer").request("POST", path).status_code == 401
