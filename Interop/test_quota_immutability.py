"""Storage limits and tags that rules keep: what pushes and deletions answer, and the routes that set them."""

import secrets
import threading

import pytest
from harness.accounts import password_of
from harness.commands import refuse, run
from harness.management import Management
from harness.registry import Registry, digest_of, encoded, error_codes, image_manifest

pytestmark = pytest.mark.haven_only

KIB = 1 << 10
RULES = "/projects/{}/immutabletagrules"


class Limited:
    """A project of a test's own, with the administrator's clients."""

    def __init__(self, world):
        self.world = world
        self.api = Management(world.server.url, ("admin", password_of("admin")))
        self.registry: Registry = world.registry("admin")
        self.name = f"limited-{secrets.token_hex(4)}"
        assert self.api.post("/projects", {"project_name": self.name}).status_code == 201
        self.repository = f"{self.name}/app"
        self.number = self.api.get(f"/projects/{self.name}").json()["project_id"]

    def quota(self) -> dict:
        """Reads the project's quota through the list, as Terraform's provider does."""
        answer = self.api.get("/quotas", params={"reference": "project", "reference_id": str(self.number)})
        (quota,) = answer.json()
        assert answer.headers["X-Total-Count"] == "1"
        return quota

    def used(self) -> int:
        """Reads how much the project holds."""
        return self.quota()["used"]["storage"]

    def limit(self, size: int) -> None:
        """Sets the limit."""
        answer = self.api.put(f"/quotas/{self.quota()['id']}", {"hard": {"storage": size}})
        assert answer.status_code == 200, answer.text

    def make_rule(self, tag: str, repository: str = "**", expect: int = 201, **more) -> str:
        """Makes an immutability rule and returns its path."""
        body = rule(tag, repository, **more)
        answer = self.api.post(RULES.format(self.name), body)
        assert answer.status_code == expect, answer.text
        return answer.headers.get("Location", "").removeprefix("/api/v2.0")


def rule(tag: str, repository: str = "**", **more) -> dict:
    """Makes the body of a rule as Harbor's portal sends it."""
    return {
        "disabled": False,
        "action": "immutable",
        "template": "immutable_template",
        "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": tag}],
        "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": repository}]},
        **more,
    }


@pytest.fixture
def limited(world) -> Limited:
    """A project of the test's own."""
    return Limited(world)


def refused_push(limited: Limited, tag: str, layers: list[bytes]):
    """Pushes an image whose manifest is expected to be refused, and returns the refusal."""
    config = encoded({"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}})
    for data in [config, *layers]:
        limited.registry.push_blob(limited.repository, data)
    return limited.registry.put_manifest(limited.repository, tag, image_manifest(config, layers))


def test_quota_counts_and_refuses(limited):
    layer = secrets.token_bytes(100 * KIB)
    manifest = limited.registry.push_image(limited.repository, "v1", [layer])
    used = limited.used()
    assert used > 100 * KIB + len(manifest)
    limited.registry.push_image(limited.repository, "v2", [layer])
    assert limited.used() == used
    limited.limit(used + 50 * KIB)
    answer = refused_push(limited, "v3", [secrets.token_bytes(60 * KIB)])
    assert answer.status_code == 403 and error_codes(answer) == ["DENIED"]
    message = answer.json()["errors"][0]["message"]
    assert message.startswith("adding 60.") and "will exceed the configured upper limit of" in message, message
    assert limited.used() == used
    assert limited.registry.manifest(limited.repository, "v3").status_code == 404
    limited.registry.push_image(limited.repository, "v3", [secrets.token_bytes(40 * KIB)])
    assert used + 40 * KIB < limited.used() <= used + 50 * KIB


def test_full_project_refuses_uploads_at_once(limited):
    limited.registry.push_image(limited.repository, "v1", [secrets.token_bytes(KIB)])
    limited.limit(limited.used())
    answer = limited.registry.request("POST", f"/v2/{limited.repository}/blobs/uploads/")
    assert answer.status_code == 403 and error_codes(answer) == ["DENIED"]
    assert limited.registry.manifest(limited.repository, "v1", "DELETE").status_code == 202
    manifest = limited.registry.manifest(limited.repository, "v1")
    assert manifest.status_code == 404


def test_deletion_frees_storage_at_once(limited):
    data = limited.registry.push_image(limited.repository, "v1", [secrets.token_bytes(50 * KIB)])
    limited.limit(limited.used())
    assert limited.registry.manifest(limited.repository, digest_of(data), "DELETE").status_code == 202
    assert limited.used() == 0
    limited.registry.push_image(limited.repository, "v1", [secrets.token_bytes(40 * KIB)])


def test_concurrent_pushes_never_pass_the_limit(limited, world):
    limited.limit(100 * KIB)
    results = []

    def push(number: int):
        registry = Registry(world.server.url, ("admin", password_of("admin")))
        layer = secrets.token_bytes(15 * KIB)
        repository = f"{limited.name}/r{number}"
        config = encoded({"architecture": "amd64", "os": "linux", "number": number})
        try:
            for data in [config, layer]:
                registry.push_blob(repository, data)
            results.append(registry.put_manifest(repository, "v1", image_manifest(config, [layer])).status_code)
        except AssertionError:
            results.append(403)  # the upload was refused already

    threads = [threading.Thread(target=push, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(results) == {201, 403} and results.count(201) == 6, results
    assert limited.used() <= 100 * KIB


def test_quota_routes(limited, world):
    quota = limited.quota()
    assert set(quota) == {"id", "ref", "hard", "used", "creation_time", "update_time"}
    assert quota["ref"] == {"id": limited.number, "name": limited.name, "owner_name": "admin"}
    assert quota["hard"] == {"storage": -1} and quota["used"] == {"storage": 0}
    assert limited.api.get(f"/quotas/{quota['id']}").json() == quota
    for body in [
        {"hard": {"storage": 0}},
        {"hard": {"storage": -2}},
        {"hard": {"storage": (1 << 50) + 1}},
        {"hard": {"storage": 1 << 70}},
        {"hard": {"storage": "1"}},
        {"hard": {"storage": 1.5}},
        {"hard": {"storage": None}},
        {"hard": {"count": 1}},
        {"hard": {}},
        {"hard": []},
        {},
    ]:
        answer = limited.api.put(f"/quotas/{quota['id']}", body)
        assert answer.status_code == 400, f"{body}: {answer.status_code} {answer.text}"
    assert limited.quota()["hard"] == {"storage": -1}
    limited.limit(1 << 50)
    assert limited.quota()["hard"] == {"storage": 1 << 50}
    limited.limit(-1)
    assert limited.api.put("/quotas/999999999", {"hard": {"storage": 1}}).status_code == 404
    assert limited.api.get("/quotas/999999999").status_code == 404
    assert limited.api.get("/quotas/x").status_code == 422
    assert limited.api.get("/quotas", params={"reference": "robot"}).json() == []
    assert limited.api.get("/quotas", params={"reference_id": "x"}).json() == []
    member = Management(world.server.url, world.credentials("projectAdmin"))
    assert member.get("/quotas").status_code == 403
    assert member.get(f"/quotas/{quota['id']}").status_code == 403
    assert Management(world.server.url, None).get("/quotas").status_code == 401


def test_quotas_are_sorted_and_paged(limited, world):
    other = Limited(world)
    limited.limit((1 << 50) - 1)
    other.limit((1 << 50) - 2)
    other.registry.push_image(other.repository, "v1", [secrets.token_bytes(KIB)])
    answer = limited.api.get("/quotas", params={"sort": "-hard.storage", "page_size": 2})
    names = [quota["ref"]["name"] for quota in answer.json()]
    assert names == [limited.name, other.name]
    assert 'rel="next"' in answer.headers["Link"]
    used = [quota["used"]["storage"] for quota in limited.api.get("/quotas?sort=-used.storage&page_size=100").json()]
    assert used == sorted(used, reverse=True)
    limited.limit(-1)
    other.limit(-1)


def test_project_is_made_with_a_limit(limited):
    name = f"limited-{secrets.token_hex(4)}"
    assert limited.api.post("/projects", {"project_name": name, "storage_limit": 12345}).status_code == 201
    summary = limited.api.get(f"/projects/{name}/summary").json()
    assert summary["quota"] == {"hard": {"storage": 12345}, "used": {"storage": 0}}


def test_immutable_tag_stays(limited):
    first = limited.registry.push_image(limited.repository, "v1", [b"one"])
    limited.registry.push_image(limited.repository, "latest", [b"two"])
    path = limited.make_rule("v*")
    answer = refused_push(limited, "v1", [b"another"])
    assert answer.status_code == 412
    assert answer.json() == {
        "errors": [
            {
                "code": "PRECONDITION",
                "message": "Failed to process request due to 'app:v1' configured as immutable.",
            }
        ]
    }
    assert limited.registry.put_manifest(limited.repository, "v1", first).status_code == 201
    for reference in ["v1", digest_of(first)]:
        answer = limited.registry.manifest(limited.repository, reference, "DELETE")
        assert answer.status_code == 412 and error_codes(answer) == ["PRECONDITION"], reference
    artifact = f"/projects/{limited.name}/repositories/app/artifacts/v1"
    assert limited.api.delete(artifact).status_code == 412
    assert limited.api.delete(f"{artifact}/tags/v1").status_code == 412
    assert limited.api.delete(f"/projects/{limited.name}/repositories/app").status_code == 412
    assert limited.registry.manifest(limited.repository, "v1").content == first
    limited.registry.push_image(limited.repository, "latest", [b"three"])
    assert limited.api.put(path, {"disabled": True}).status_code == 200
    limited.registry.push_image(limited.repository, "v1", [b"four"])
    assert limited.registry.manifest(limited.repository, "v1", "DELETE").status_code == 202


def test_immutable_tags_are_shown(limited):
    limited.registry.push_image(limited.repository, "v1", [b"one"])
    limited.registry.push_image(limited.repository, "latest", [b"one"])
    limited.make_rule("v*")
    answer = limited.api.get(
        f"/projects/{limited.name}/repositories/app/artifacts/v1/tags", params={"with_immutable_status": "true"}
    )
    assert {tag["name"]: tag["immutable"] for tag in answer.json()} == {"v1": True, "latest": False}


def test_rule_routes(limited, world):
    path = limited.make_rule("v{1,2}.*", "app/**", priority=3)
    other = limited.make_rule("latest")
    (shown, _) = limited.api.get(RULES.format(limited.name)).json()
    assert shown == {
        "id": int(path.rpartition("/")[2]),
        "priority": 3,
        "disabled": False,
        "action": "immutable",
        "template": "immutable_template",
        "params": {},
        "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": "v{1,2}.*"}],
        "scope_selectors": {
            "repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "app/**"}],
        },
    }
    limited.make_rule("v{1,2}.*", "app/**", expect=409)
    assert limited.api.put(other, rule("v{1,2}.*", "app/**")).status_code == 409
    assert limited.api.put(path, {**shown, "disabled": True}).status_code == 200
    assert limited.api.get(RULES.format(limited.name), params={"page_size": 1}).headers["X-Total-Count"] == "2"
    assert limited.api.get(RULES.format(limited.number)).json()[0]["disabled"] is True
    elsewhere = Limited(world)
    number = path.rpartition("/")[2]
    for method in ("PUT", "DELETE"):
        answer = elsewhere.api.request(method, f"{RULES.format(elsewhere.name)}/{number}", json=rule("x"))
        assert answer.status_code == 404, "the rule of another project"
    guest = Management(world.server.url, world.credentials("guest"))
    assert guest.get(RULES.format(limited.name)).status_code == 403
    assert Management(world.server.url, None).get(RULES.format(limited.name)).status_code == 401
    assert limited.api.delete(path).status_code == 200
    assert limited.api.delete(path).status_code == 404


BAD_RULES = [
    ({}, "nothing"),
    ({"tag_selectors": rule("a")["tag_selectors"]}, "no repositories"),
    ({"scope_selectors": rule("a")["scope_selectors"]}, "no tags"),
    (rule("{a"), "an open brace"),
    (rule("[a"), "an open bracket"),
    (rule(""), "an empty pattern"),
    (rule("a\x00b"), "a NUL"),
    (rule("a", "b\nc"), "a control character"),
    (rule("a", action="retain"), "another action"),
    (rule("a", template="x"), "another template"),
    (rule("a", disabled="yes"), "not a flag"),
    (rule("a", params=[]), "parameters that are no object"),
    (rule("a", tag_selectors=[]), "no selector"),
    (rule("a", tag_selectors={}), "no array"),
    (rule("a", tag_selectors=[{"decoration": "repoMatches", "pattern": "a"}]), "a repositories' decoration"),
    (rule("a", tag_selectors=[{"kind": "regexp", "decoration": "matches", "pattern": "a"}]), "another kind"),
    (rule("a", scope_selectors={"project": []}), "another scope"),
    (rule("a", scope_selectors={"repository": []}), "no selector"),
    (rule("a", scope_selectors={"repository": ["**"]}), "a selector that is no object"),
]


@pytest.mark.parametrize(("body", "reason"), BAD_RULES, ids=[reason for _, reason in BAD_RULES])
def test_bad_rules_change_nothing(sqlite_world, body, reason):
    limited = Limited(sqlite_world)
    answer = limited.api.post(RULES.format(limited.name), body)
    assert answer.status_code == 400, f"{reason}: {answer.status_code} {answer.text}"
    assert answer.json()["errors"][0]["code"] == "BAD_REQUEST"
    assert limited.api.get(RULES.format(limited.name)).json() == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [(rule("a" * 256), "a pattern that is too long"), (rule("a", priority=-1), "a negative priority")],
)
def test_rules_out_of_bounds(sqlite_world, body, reason):
    limited = Limited(sqlite_world)
    answer = limited.api.post(RULES.format(limited.name), body)
    assert answer.status_code == 422, f"{reason}: {answer.status_code} {answer.text}"


@pytest.mark.program("skopeo")
def test_skopeo_is_told_why(limited, world, small_layout, tmp_path):
    authfile = tmp_path / "auth.json"
    authfile.write_text("{}")
    login = ("login", "--tls-verify=false", f"--authfile={authfile}", "-u", "admin", "--password-stdin")
    run("skopeo", *login, world.server.host, stdin=password_of("admin"))
    target = f"docker://{world.server.host}/{limited.repository}"

    def copy(tag: str, runner=run, source: str = "small"):
        words = ("copy", f"--authfile={authfile}", "--dest-tls-verify=false", f"oci:{small_layout}:{source}")
        return runner("skopeo", "--insecure-policy", *words, f"{target}:{tag}")

    limited.limit(KIB)
    assert "configured upper limit of 1.0 KiB" in copy("v1", refuse)
    limited.limit(-1)
    copy("v1")
    limited.make_rule("**")
    copy("v1")
    assert "configured as immutable" in copy("v1", refuse, source="multi")
