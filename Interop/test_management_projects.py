"""Projects, their settings, labels, other names and search through the management API, on each database."""

import secrets

import pytest
from harness.management import Management, repository_in_path
from harness.registry import digest_of

pytestmark = pytest.mark.haven_only


@pytest.fixture
def admin(world) -> Management:
    """The management API as an administrator sees it."""
    return Management(world.server.url, world.credentials("admin"))


@pytest.fixture
def outsider(world) -> Management:
    """The management API as a user without any role sees it."""
    return Management(world.server.url, world.credentials("outsider"))


@pytest.fixture
def nobody(world) -> Management:
    """The management API as whoever is not signed in sees it."""
    return Management(world.server.url)


@pytest.fixture
def name() -> str:
    """A project's name that nobody has used."""
    return f"p{secrets.token_hex(5)}"


def error(answer) -> str:
    """Gives the message of a failure, and checks its shape."""
    (failure,) = answer.json()["errors"]
    assert failure["code"] and len(failure["message"]) > 8
    return failure["message"]


def test_life_of_a_project(admin, name):
    body = {"project_name": name, "metadata": {"public": "true", "severity": "high", "unknown": "x"}}
    made = admin.expect("POST", "/projects", 201, json=body)
    number = int(made.headers["Location"].removeprefix("/api/v2.0/projects/"))
    assert not made.content
    named = {"X-Resource-Name-In-Location": "true"}
    second = admin.expect("POST", "/projects", 201, json={"project_name": name + "x"}, headers=named)
    assert second.headers["Location"] == f"/api/v2.0/projects/{name}x"
    project = admin.expect("GET", f"/projects/{number}").json()
    assert project == admin.expect("GET", f"/projects/{name}").json()
    assert (project["name"], project["owner_name"], project["repo_count"]) == (name, "admin", 0)
    assert project["metadata"] == {"public": "true", "severity": "high"} and project["current_user_role_id"] == 1
    admin.expect("PUT", f"/projects/{name}", json={"metadata": {"public": "false"}, "storage_limit": 1000})
    listed = {"items": [{"cve_id": "CVE-2024-1"}], "expires_at": 2000000000}
    admin.expect("PUT", f"/projects/{number}", json={"cve_allowlist": listed})
    project = admin.expect("GET", f"/projects/{name}").json()
    assert project["metadata"]["public"] == "false" and project["metadata"]["severity"] == "high"
    assert project["cve_allowlist"]["items"] == listed["items"] and project["cve_allowlist"]["expires_at"] == 2000000000
    summary = admin.expect("GET", f"/projects/{name}/summary").json()
    assert summary["repo_count"] == 0 and summary["project_admin_count"] == 1
    assert summary["quota"] == {"hard": {"storage": 1000}, "used": {"storage": 0}}
    assert admin.expect("GET", f"/projects/{name}/_deletable").json()["deletable"]
    admin.expect("DELETE", f"/projects/{name}")
    admin.expect("GET", f"/projects/{number}", 404)
    admin.expect("DELETE", f"/projects/{name}", 404)


def test_existence_does_not_leak(world, admin, outsider, nobody, name):
    admin.made("/projects", {"project_name": name})
    for caller, code in ((outsider, 403), (nobody, 401)):
        for path in (f"/projects/{name}", "/projects/not-there", "/projects/999999", f"/projects/{name}/summary"):
            assert caller.get(path).status_code == code, path
        texts = {caller.get(f"/projects/{project}").text for project in (name, "not-there")}
        assert len(texts) == 1, "one answer for both"
    for project, seen in ((name, 404), ("not-there", 404), (world.public, 200)):
        assert outsider.request("HEAD", "/projects", params={"project_name": project}).status_code == seen
    assert admin.request("HEAD", "/projects", params={"project_name": name}).status_code == 200
    assert nobody.request("HEAD", "/projects", params={"project_name": world.public}).status_code == 401
    assert outsider.request("HEAD", "/projects").status_code == 422
    for caller in (outsider, nobody):
        listed = caller.expect("GET", "/projects", params={"page_size": 100}).json()
        assert world.public in {project["name"] for project in listed}
        assert name not in {project["name"] for project in listed}
        found = caller.expect("GET", "/search", params={"q": name}).json()
        assert found == {"project": [], "repository": []}


# What a body of POST /projects may be, and why not.
BAD_PROJECTS = [
    ({}, 422, "the name is missing"),
    ({"project_name": ""}, 422, "an empty name"),
    ({"project_name": 7}, 400, "a number for a name"),
    ({"project_name": "Upper"}, 400, "capitals"),
    ({"project_name": "a/b"}, 400, "a slash"),
    ({"project_name": "a\u0000b"}, 400, "a NUL"),
    ({"project_name": "x" * 256}, 422, "too long"),
    ({"project_name": "library"}, 409, "taken"),
    ({"project_name": "NAME", "metadata": []}, 400, "metadata of the wrong type"),
    ({"project_name": "NAME", "metadata": {"public": True}}, 400, "a truth value for a text"),
    ({"project_name": "NAME", "metadata": {"public": "yes"}}, 400, "no truth value"),
    ({"project_name": "NAME", "metadata": {"retention_id": "1"}}, 400, "a setting of the registry's own"),
    ({"project_name": "NAME", "storage_limit": -2}, 400, "less than no limit"),
    ({"project_name": "NAME", "storage_limit": 1 << 51}, 400, "too much"),
    ({"project_name": "NAME", "storage_limit": "1"}, 400, "a text for a number"),
    ({"project_name": "NAME", "registry_id": 1}, 501, "a later feature"),
    ({"project_name": "NAME", "cve_allowlist": {"items": [{"cve_id": "a b"}]}}, 400, "no identifier"),
    ({"project_name": "NAME", "cve_allowlist": {"items": [{}]}}, 422, "an item without identifier"),
    ({"project_name": "NAME", "cve_allowlist": {"items": "x"}}, 400, "items of the wrong type"),
]


@pytest.mark.parametrize(("body", "code", "reason"), BAD_PROJECTS, ids=[row[2] for row in BAD_PROJECTS])
def test_bad_projects(admin, name, body, code, reason):
    sent = {**body, "project_name": name} if body.get("project_name") == "NAME" else body
    error(admin.expect("POST", "/projects", code, json=sent))
    assert admin.get(f"/projects/{name}").status_code == 404, reason


def test_bad_metadata(admin, name):
    admin.made("/projects", {"project_name": name})
    path = f"/projects/{name}/metadatas/"
    cases = [
        ("POST", "", {"public": "true", "severity": "low"}, 400, "two keys"),
        ("POST", "", {}, 400, "no key"),
        ("POST", "", {"colour": "red"}, 400, "an unknown key"),
        ("POST", "", {"public": "true"}, 409, "there already"),
        ("POST", "", {"severity": "mild"}, 400, "an unknown level"),
        ("POST", "", {"severity": None}, 400, "no value"),
        ("PUT", "severity", {"auto_scan": "true"}, 400, "another key than the path's"),
        ("PUT", "colour", {"colour": "red"}, 400, "an unknown key"),
        ("PUT", "retention_id", {"retention_id": "1"}, 400, "the registry's own"),
        ("DELETE", "colour", None, 400, "an unknown key"),
        ("GET", "colour", None, 400, "an unknown key"),
    ]
    for method, key, body, code, reason in cases:
        answer = admin.request(method, path + key, json=body)
        assert answer.status_code == code, f"{reason}: {answer.status_code} {answer.text}"
        error(answer)
    assert admin.expect("GET", path).json() == {"public": "false"}
    admin.expect("POST", path, json={"severity": "low"})
    admin.expect("PUT", path + "severity", json={"severity": "critical"})
    admin.expect("PUT", path + "allow_sparse_index", json={"allow_sparse_index": "true"})
    assert admin.expect("GET", path + "severity").json() == {"severity": "critical"}
    assert admin.expect("GET", path).json() == {"allow_sparse_index": "true", "public": "false", "severity": "critical"}
    admin.expect("DELETE", path + "severity")
    assert admin.expect("GET", path + "severity").json() == {}


def test_renaming(world, admin, registry, outsider, name):
    number = admin.made("/projects", {"project_name": name})
    admin.expect("POST", f"/projects/{name}/members", 201,
                 json={"role_id": 4, "member_user": {"username": "maintainer"}})
    robot = admin.expect("POST", "/robots", 201, json={
        "name": "builder", "level": "project", "duration": -1,
        "permissions": [{"kind": "project", "namespace": name, "access": [{"resource": "repository", "action": "pull"}]}],
    }).json()
    data = registry.push_image(f"{name}/app", "v1", [b"layer"])
    new, newer = f"{name}-b", f"{name}-c"
    admin.expect("POST", f"/projects/{name}/rename", json={"name": new})
    admin.expect("POST", f"/projects/{name}/rename", json={"name": newer})
    path = f"/projects/{name}/repositories/app"
    registry.tokens.clear()
    maintainer = Management(world.server.url, world.credentials("maintainer"))
    maintainer.expect("POST", f"{path}/rename", json={"name": "deep/er"})
    for repository in (f"{name}/app", f"{new}/app", f"{newer}/app", f"{name}/deep/er", f"{newer}/deep/er"):
        answer = registry.manifest(repository, "v1")
        assert answer.status_code == 200 and answer.content == data, repository
        tags = registry.request("GET", f"/v2/{repository}/tags/list")
        assert tags.json() == {"name": repository, "tags": ["v1"]}
        artifact = admin.expect("GET", f"/projects/{name}/repositories/{repository_in_path('app')}/artifacts/v1").json()
        assert artifact["digest"] == digest_of(data)
    registry.push_image(f"{name}/app", "v2", [b"other"])
    registry.push_image(f"{new}/fresh", "v1", [b"other"])
    listed = {found["name"] for found in admin.expect("GET", f"/projects/{new}/repositories").json()}
    assert listed == {f"{newer}/deep/er", f"{newer}/fresh"}
    assert admin.get(f"/projects/{name}").json()["project_id"] == number
    assert admin.get(f"/projects/{name}").json()["name"] == newer
    for login in (robot["name"], robot["name"].replace(f"{name}+", f"{newer}+")):
        assert Management(world.server.url, (login, robot["secret"])).get(f"/projects/{newer}").status_code in (200, 403)
        signed = Management(world.server.url, (login, robot["secret"])).request("GET", "/v2/")
        assert signed.status_code == 200, login
    # The old names stay reserved until they are released.
    for taken in (name, new):
        assert "former name" in error(admin.expect("POST", "/projects", 409, json={"project_name": taken}))
    assert outsider.get(f"/projects/{name}").status_code == 403
    former = admin.expect("GET", f"/projects/{newer}/former-names").json()
    assert {entry["name"] for entry in former} == {name, new}
    maintainer.expect("DELETE", f"/projects/{newer}/former-names/{name}", 403)
    admin.expect("DELETE", f"/projects/{newer}/former-names/{name}")
    admin.expect("DELETE", f"/projects/{newer}/former-names/{name}", 404)
    admin.made("/projects", {"project_name": name})
    in_path = repository_in_path("deep/er")
    former = admin.expect("GET", f"/projects/{newer}/repositories/{in_path}/former-names").json()
    assert [entry["name"] for entry in former] == ["app"]
    admin.expect("DELETE", f"/projects/{newer}/repositories/{in_path}/former-names/app")
    registry.tokens.clear()
    assert registry.manifest(f"{newer}/app", "v1").status_code == 404
    bad = [({"name": "UPPER"}, 400), ({"name": world.private}, 409), ({}, 422), ({"name": 7}, 400),
           ({"name": "x" * 254}, 400), ({"name": "x" * 256}, 422)]
    for body, code in bad:
        error(admin.expect("POST", f"/projects/{newer}/rename", code, json=body))


def test_forced_deletion(admin, registry, name):
    admin.made("/projects", {"project_name": name})
    admin.expect("POST", f"/projects/{name}/members", 201,
                 json={"role_id": 2, "member_user": {"username": "maintainer"}})
    registry.push_image(f"{name}/app", "v1", [b"layer"])
    assert "can not be deleted" in error(admin.expect("DELETE", f"/projects/{name}", 412))
    assert not admin.expect("GET", f"/projects/{name}/_deletable").json()["deletable"]
    preview = admin.expect("GET", f"/projects/{name}/deletion-preview").json()
    assert (preview["repository_count"], preview["artifact_count"], preview["tag_count"]) == (1, 1, 1)
    assert preview["member_count"] == 2 and preview["robot_count"] == 0 and preview["bytes"] > 0
    error(admin.expect("DELETE", f"/projects/{name}", 422, params={"force": "perhaps"}))
    admin.expect("DELETE", f"/projects/{name}", params={"force": "true"})
    admin.expect("GET", f"/projects/{name}", 404)
    registry.tokens.clear()
    assert registry.manifest(f"{name}/app", "v1").status_code == 401
    admin.made("/projects", {"project_name": name})


def test_labels(world, admin, outsider, nobody, name):
    number = admin.made("/projects", {"project_name": name})
    mine = admin.made("/labels", {"name": name, "scope": "p", "project_id": number, "color": "#0065AB"})
    world_wide = admin.made("/labels", {"name": name, "scope": "g", "description": "x"})
    label = admin.expect("GET", f"/labels/{mine}").json()
    assert (label["name"], label["scope"], label["project_id"], label["color"]) == (name, "p", number, "#0065AB")
    assert outsider.get(f"/labels/{world_wide}").status_code == 200
    assert outsider.get(f"/labels/{mine}").status_code == 404, "as one that is not there"
    assert nobody.get(f"/labels/{mine}").status_code == nobody.get("/labels/999999").status_code == 401
    cases = [
        ("GET", "/labels", None, 400, "no scope"),
        ("GET", "/labels?scope=x", None, 400, "an unknown scope"),
        ("GET", "/labels?scope=p", None, 400, "no project"),
        ("GET", "/labels?scope=p&project_id=x", None, 422, "no number"),
        ("GET", "/labels?scope=p&project_id=999999", None, 404, "no such project"),
        ("POST", "/labels", {"name": name, "scope": "g"}, 409, "taken"),
        ("POST", "/labels", {"scope": "g"}, 422, "no name"),
        ("POST", "/labels", {"name": "x" * 129, "scope": "g"}, 422, "too long"),
        ("POST", "/labels", {"name": "x\u0001", "scope": "g"}, 400, "control characters"),
        ("POST", "/labels", {"name": "x", "scope": "g", "color": "red"}, 400, "no colour"),
        ("POST", "/labels", {"name": "x", "scope": "p", "project_id": 999999}, 404, "no such project"),
        ("PUT", f"/labels/{mine}", {"name": ""}, 400, "no name"),
        ("PUT", "/labels/999999", {"name": "x"}, 404, "no such label"),
        ("PUT", "/labels/x", {"name": "x"}, 422, "no number"),
        ("DELETE", "/labels/999999", None, 404, "no such label"),
    ]
    for method, path, body, code, reason in cases:
        answer = admin.request(method, path, json=body)
        assert answer.status_code == code, f"{reason}: {answer.status_code} {answer.text}"
        error(answer)
    error(outsider.expect("POST", "/labels", 403, json={"name": "x", "scope": "g"}))
    error(outsider.expect("POST", "/labels", 403, json={"name": "x", "scope": "p", "project_id": number}))
    error(outsider.expect("DELETE", f"/labels/{world_wide}", 403))
    listed = admin.expect("GET", "/labels", params={"scope": "p", "project_id": number, "name": name[1:]})
    assert [found["id"] for found in listed.json()] == [mine] and listed.headers["X-Total-Count"] == "1"
    admin.expect("PUT", f"/labels/{mine}", json={"name": name + "2", "description": "d"})
    assert admin.expect("GET", f"/labels/{mine}").json()["color"] == "#0065AB"
    admin.expect("DELETE", f"/labels/{mine}")
    admin.expect("GET", f"/labels/{mine}", 404)


def test_search(admin, nobody, registry, world, repository):
    data = registry.push_image(repository, "needle-1.0", [b"layer"])
    path = repository.partition("/")[2]
    found = admin.expect("GET", "/search", params={"q": path}).json()
    assert [entry["repository_name"] for entry in found["repository"]] == [repository]
    assert found["repository"][0]["artifact_count"] == 1 and not found["repository"][0]["project_public"]
    cases = [("repository", path[1:9]), ("tag", "needle-1"), ("digest", digest_of(data)[:30]),
             ("digest", digest_of(data)[7:30]), ("project", world.private)]
    for kind, text in cases:
        answer = admin.expect("GET", "/search/all", params={"q": text, "kind": kind, "page_size": 100})
        hits = answer.json()
        assert int(answer.headers["X-Total-Count"]) >= len(hits) > 0, kind
        assert any(hit["project_name"] == world.private for hit in hits)
        hidden = nobody.expect("GET", "/search/all", params={"q": text, "kind": kind, "page_size": 100}).json()
        assert not any(hit["project_name"] == world.private for hit in hidden)
    for query, code in (({}, 422), ({"q": "x"}, 422), ({"q": "x", "kind": "user"}, 422), ({"q": "x" * 256}, 422),
                        ({"q": "x\u0001", "kind": "tag"}, 422), ({"q": "x", "kind": "tag", "page_size": 101}, 422)):
        error(admin.expect("GET", "/search/all", code, params=query))
    error(admin.expect("GET", "/search", 422))


def test_the_whole_registry(admin, outsider, nobody):
    known = {"auth_mode", "primary_auth_mode", "self_registration", "banner_message", "oidc_provider_name"}
    assert set(nobody.expect("GET", "/systeminfo").json()) == known
    details = outsider.expect("GET", "/systeminfo").json()
    assert details["harbor_version"].startswith("v2.") and len(details["harbor_version"].partition("-")[2]) == 8
    assert details["registry_url"] in details["external_url"] and known < set(details)
    (volume,) = admin.expect("GET", "/systeminfo/volumes").json()["storage"]
    assert 0 < volume["free"] <= volume["total"]
    outsider.expect("GET", "/systeminfo/volumes", 403)
    error(nobody.expect("GET", "/systeminfo/getcert", 404))
    figures = admin.expect("GET", "/statistics").json()
    assert figures["total_project_count"] == figures["public_project_count"] + figures["private_project_count"]
    assert outsider.expect("GET", "/statistics").json()["total_project_count"] == 0
    nobody.expect("GET", "/statistics", 401)
    admin.expect("PUT", "/system/CVEAllowlist", json={"items": [{"cve_id": "CVE-1"}], "expires_at": 2000000000})
    listed = outsider.expect("GET", "/system/CVEAllowlist").json()
    assert listed["items"] == [{"cve_id": "CVE-1"}] and listed["project_id"] == 0
    outsider.expect("PUT", "/system/CVEAllowlist", 403, json={"items": []})
    error(admin.expect("PUT", "/system/CVEAllowlist", 400, json={"items": [{"cve_id": "A"}, {"cve_id": "A"}]}))
    admin.expect("PUT", "/system/CVEAllowlist", json={"items": []})
