"""The management API's conventions: pages, q, sort, encoded names, Location, errors, request identifiers."""

import re
from urllib.parse import quote

import pytest
from harness.accounts import OUTSIDER, PRIVATE, PUBLIC
from harness.description import document
from harness.estate import REPOSITORY
from harness.management import repository_in_path

pytestmark = pytest.mark.haven_only

LINK = re.compile(r'<([^>]+)>; rel="(prev|next)"')


@pytest.fixture(scope="module")
def estate(any_estate):
    """On each database: their orders, wildcards and times differ by themselves."""
    return any_estate


@pytest.fixture(scope="module")
def labels(estate) -> list[str]:
    """25 labels of the private project, in the order of their names."""
    names = [f"paged-{number:02}" for number in range(25)]
    for name in names:
        estate.admin.made("/labels", {"name": name, "scope": "p", "project_id": estate.ids[PRIVATE]})
    return names


def labels_path(estate, **parameters) -> str:
    """The path of the list of the private project's labels with `paged` in their names."""
    rest = "".join(f"&{name}={quote(str(value), safe='')}" for name, value in parameters.items())
    return f"/labels?scope=p&project_id={estate.ids[PRIVATE]}&name=paged-{rest}"


# Pages


def test_pages_follow_each_other(estate, labels):
    path, seen, pages = "/api/v2.0" + labels_path(estate, page_size=10, sort="name"), [], 0
    while path:
        answer = estate.admin.get(path)
        assert answer.headers["X-Total-Count"] == "25"
        seen += [label["name"] for label in answer.json()]
        links = {relation: target for target, relation in LINK.findall(answer.headers.get("Link", ""))}
        assert ("prev" in links) == (pages > 0)
        pages += 1
        path = links.get("next")
    assert seen == labels and pages == 3


def test_the_form_of_links(estate, labels):
    link = estate.admin.get(labels_path(estate, page=2, page_size=10)).headers["Link"]
    assert re.fullmatch(r'</api/v2.0/labels\?[^>]*>; rel="prev" , </api/v2.0/labels\?[^>]*>; rel="next"', link), link
    before, after = (
        dict(pair.split("=", 1) for pair in part.split("?")[1].split(">")[0].split("&")) for part in link.split(" , ")
    )
    assert (before["page"], after["page"]) == ("1", "3")
    assert before["page_size"] == after["page_size"] == "10" and before["scope"] == "p"


def test_a_page_behind_the_last_is_empty(estate, labels):
    answer = estate.admin.get(labels_path(estate, page=9, page_size=10))
    assert (answer.status_code, answer.json(), answer.headers["X-Total-Count"]) == (200, [], "25")


def test_the_default_page_has_ten(estate, labels):
    assert len(estate.admin.get(labels_path(estate)).json()) == 10


@pytest.mark.parametrize("page", ["-1", "x", "1.5", "99999999999999999999", "%00"])
@pytest.mark.parametrize("name", ["page", "page_size"])
def test_pages_out_of_range(estate, name, page):
    answer = estate.admin.get(f"/projects?{name}={page}")
    if (name, page) == ("page_size", "-1"):
        assert answer.status_code in (200, 422), "Harbor gives everything"
    else:
        assert answer.status_code == 422 and answer.json()["errors"][0]["code"] == "UNPROCESSABLE_ENTITY"


def test_page_size_has_a_limit(estate):
    assert estate.admin.get("/projects?page_size=100").status_code == 200
    assert estate.admin.get("/projects?page_size=101").status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "/projects",
        "/repositories",
        f"/projects/{PRIVATE}/repositories",
        f"/projects/{PRIVATE}/members",
        f"/projects/{PRIVATE}/repositories/{REPOSITORY}/artifacts",
        f"/projects/{PRIVATE}/repositories/{REPOSITORY}/artifacts/v1/tags",
        f"/projects/{PRIVATE}/artifacts",
        f"/projects/{PRIVATE}/immutabletagrules",
        f"/projects/{PRIVATE}/logs",
        "/users",
        "/robots",
        "/quotas",
        "/usergroups",
        "/audit-logs",
        "/auditlog-exts",
    ],
)
def test_every_list_counts(estate, path):
    answer = estate.admin.expect("GET", f"{path}?page=1&page_size=1")
    total, elements = int(answer.headers["X-Total-Count"]), answer.json()
    assert isinstance(elements, list) and len(elements) == min(1, total)
    assert ("next" in answer.headers.get("Link", "")) == (total > 1)


# q and sort


@pytest.mark.parametrize(
    "q, expected",
    [
        ("name=paged-03", ["paged-03"]),
        ("name=~paged-0", [f"paged-{n:02}" for n in range(10)]),
        ("name=~PAGED-1", [f"paged-{n:02}" for n in range(10, 20)]),
        ("name={paged-01 paged-02}", ["paged-01", "paged-02"]),
        ("name=paged-0%", []),
        ("name=~%", []),
        ("name=~_", []),
        ("name=paged-01,name=~01", ["paged-01"]),
        ('name="paged-04"', ["paged-04"]),
    ],
)
def test_q(estate, labels, q, expected):
    """Of lists that Harbor's clients filter by q; wildcards of SQL are plain characters."""
    answer = estate.admin.get(f"/labels?scope=p&project_id={estate.ids[PRIVATE]}&page_size=100&sort=name&q={quote(q)}")
    assert answer.status_code == 200, answer.text
    assert [label["name"] for label in answer.json() if label["name"].startswith("paged-")] == expected


@pytest.mark.parametrize("q", ["x", "=x", "name=", "name=[1~2", "name={a b", "name=(a", "name=~", "name=\x00"])
def test_malformed_q(estate, q):
    answer = estate.admin.get(f"/projects?q={quote(q)}")
    assert answer.status_code == 400 and answer.json()["errors"][0]["message"], answer.text


def test_a_range_of_times(estate):
    everything = int(estate.admin.expect("GET", "/projects?page_size=1").headers["X-Total-Count"])

    def total(times: str) -> int:
        answer = estate.admin.expect("GET", f"/projects?page_size=1&q={quote(f'creation_time=[{times}]')}")
        return int(answer.headers["X-Total-Count"])

    assert total("2000-01-01T00:00:00~") == everything
    assert total("~2000-01-01T00:00:00") == 0
    assert total("2000-01-01T00:00:00~2099-01-01T00:00:00") == everything


def test_sort(estate, labels):
    names = [label["name"] for label in estate.admin.get(labels_path(estate, page_size=100, sort="-name")).json()]
    assert names == labels[::-1]
    assert estate.admin.get(labels_path(estate, sort="nonsense")).status_code == 200, "as Harbor"


# Names in paths


@pytest.mark.parametrize("name", ["deep/down", "a/artifacts", "x/tags/list", "we.ird/na_me-1"])
def test_names_with_slashes(estate, name):
    estate.world.registry("maintainer").push_image(f"{PRIVATE}/{name}", "v1", [name.encode()])
    path = f"/projects/{PRIVATE}/repositories/{repository_in_path(name)}"
    assert estate.admin.expect("GET", path).json()["name"] == f"{PRIVATE}/{name}"
    artifact = estate.admin.expect("GET", f"{path}/artifacts/v1").json()
    assert estate.admin.expect("GET", f"{path}/artifacts/{artifact['digest']}").json()["id"] == artifact["id"]
    assert [tag["name"] for tag in estate.admin.expect("GET", f"{path}/artifacts/v1/tags").json()] == ["v1"]


def test_names_of_digits(estate):
    """A project may be called like another one's number; the header says which is meant."""
    number = str(estate.ids[PRIVATE])
    estate.admin.expect("POST", "/projects", 201, json={"project_name": number})
    assert estate.admin.expect("GET", f"/projects/{number}").json()["name"] == PRIVATE
    named = estate.admin.expect("GET", f"/projects/{number}", headers={"X-Is-Resource-Name": "true"}).json()
    assert named["name"] == number
    assert estate.admin.expect("GET", f"/projects/{named['project_id']}").json()["name"] == number
    estate.admin.expect("DELETE", f"/projects/{number}", headers={"X-Is-Resource-Name": "true"})
    assert estate.admin.expect("GET", f"/projects/{PRIVATE}").json()["name"] == PRIVATE


# Location


def test_locations_lead_to_what_was_made(estate):
    project = estate.fresh()
    answer = estate.admin.expect("POST", "/projects", 201, json={"project_name": project})
    assert re.fullmatch(r"/api/v2.0/projects/\d+", answer.headers["Location"]) and not answer.content
    assert estate.admin.get(answer.headers["Location"]).json()["name"] == project

    named = estate.fresh()
    body, headers = {"project_name": named}, {"X-Resource-Name-In-Location": "true"}
    answer = estate.admin.expect("POST", "/projects", 201, json=body, headers=headers)
    assert answer.headers["Location"] == f"/api/v2.0/projects/{named}"

    user = estate.fresh()
    body = {"username": user, "password": "Str0ngEnough", "email": f"{user}@example.com", "realname": user}
    answer = estate.admin.expect("POST", "/users", 201, json=body)
    assert estate.admin.get(answer.headers["Location"]).json()["username"] == user

    answer = estate.admin.expect(
        "POST", f"/projects/{project}/members", 201, json={"role_id": 2, "member_user": {"username": user}}
    )
    assert estate.admin.get(answer.headers["Location"]).json()["entity_name"] == user

    answer = estate.admin.expect("POST", "/labels", 201, json={"name": estate.fresh(), "scope": "g"})
    assert estate.admin.get(answer.headers["Location"]).json()["scope"] == "g"

    path = f"/projects/{PRIVATE}/repositories/{REPOSITORY}/artifacts/v1/tags"
    answer = estate.admin.expect("POST", path, 201, json={"name": "located"})
    assert answer.headers["Location"].startswith("/api/v2.0/projects/")
    estate.admin.expect("DELETE", f"{path}/located")


# Errors and identifiers


def test_errors_have_harbors_shape(estate):
    cases = [
        (estate.caller("anonymous"), "GET", "/users/current", 401, "UNAUTHORIZED"),
        (estate.caller(OUTSIDER), "GET", "/users", 403, "FORBIDDEN"),
        (estate.admin, "GET", "/projects/absent", 404, "NOT_FOUND"),
        (estate.admin, "GET", "/no/such/path", 404, "NOT_FOUND"),
        (estate.admin, "GET", "/" + "long/" * 4000, 404, "NOT_FOUND"),
        (estate.admin, "DELETE", "/ping", 405, "METHOD_NOT_ALLOWED"),
        (estate.admin, "GET", "/users/x", 422, "UNPROCESSABLE_ENTITY"),
        (estate.admin, "GET", "/projects?q=x", 400, "BAD_REQUEST"),
    ]
    for caller, method, path, status, code in cases:
        answer = caller.request(method, path)
        assert answer.status_code == status, f"{method} {path}: {answer.status_code} {answer.text}"
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
        assert [error["code"] for error in answer.json()["errors"]] == [code]
        assert answer.json()["errors"][0]["message"]


def test_request_identifiers_come_back(estate):
    assert estate.admin.get("/ping", headers={"X-Request-Id": "mine-1"}).headers["X-Request-Id"] == "mine-1"
    assert estate.admin.get("/ping").headers["X-Request-Id"]


def test_wrong_credentials_are_refused_everywhere(estate):
    wrong = estate.caller(OUTSIDER, None)
    wrong.session.auth, right = (OUTSIDER, "Wrong-Passw0rd"), wrong.session.auth
    try:
        assert wrong.get("/projects").status_code in (401, 429)
    finally:
        wrong.session.auth = right


def test_private_projects_look_like_absent_ones(estate):
    """Status, headers and body differ in the name alone: for whoever has no rights in it, and for nobody."""
    paths = [
        "",
        "/summary",
        "/members",
        "/repositories",
        f"/repositories/{REPOSITORY}",
        f"/repositories/{REPOSITORY}/artifacts",
        f"/repositories/{REPOSITORY}/artifacts/v1",
        f"/repositories/{REPOSITORY}/artifacts/v1/tags",
        "/repositories/UPPER/artifacts",
        "/logs",
        "/metadatas/public",
        "/immutabletagrules",
        "/_deletable",
        "/artifacts",
    ]
    for person in ("anonymous", OUTSIDER):
        caller = estate.caller(person)
        for path in paths:
            for method in ("GET", "PUT", "DELETE", "HEAD", "POST"):
                seen = set()
                for name in (PRIVATE, "absent-project"):
                    answer = caller.request(method, f"/projects/{name}{path}", json={})
                    seen.add((answer.status_code, answer.text.replace(name, "NAME"), answer.headers.get("Allow")))
                assert len(seen) == 1, f"{person}: {method} {path}: {seen}"
        by_number = [caller.get(f"/projects/{number}") for number in (estate.ids[PRIVATE], 999999999)]
        assert len({(answer.status_code, answer.text) for answer in by_number}) == 1
        labels = [caller.get(f"/labels?scope=p&project_id={number}") for number in (estate.ids[PRIVATE], 999999999)]
        assert len({(answer.status_code, answer.text) for answer in labels}) == 1
        ids = [caller.get(f"/labels/{number}") for number in (estate.named["PROJECT_LABEL", PRIVATE], 999999999)]
        assert len({(a.status_code, re.sub(r"\d+", "N", a.text)) for a in ids}) == 1, [a.text for a in ids]
        robots = [caller.get(f"/robots/{number}") for number in (estate.named["PROJECT_ROBOT", PRIVATE], 999999999)]
        assert len({(a.status_code, re.sub(r"\d+", "N", a.text)) for a in robots}) == 1, [a.text for a in robots]


@pytest.mark.parametrize("person", ["anonymous", OUTSIDER])
def test_lists_do_not_show_private_projects(estate, person):
    caller = estate.caller(person)
    for path in (
        "/projects?page_size=100",
        f"/projects?name={PRIVATE}&page_size=100",
        "/repositories?page_size=100",
        f"/search?q={PRIVATE[:5]}",
        f"/projects?q=name={PRIVATE}",
    ):
        answer = caller.get(path)
        text = answer.text.replace(PUBLIC, "")
        assert PRIVATE not in text, f"{path}: {text}"
    assert (
        caller.request("HEAD", f"/projects?project_name={PRIVATE}").status_code
        == caller.request("HEAD", "/projects?project_name=absent").status_code
    )


# The description


def test_the_description_is_served(estate):
    anybody = estate.caller("anonymous")
    answer = anybody.get("/openapi.json")
    assert answer.status_code == 200 and answer.json() == document()
    tag = answer.headers["ETag"]
    for sent in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = anybody.get("/openapi.json", headers={"If-None-Match": sent})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert anybody.get("/openapi.json", headers={"If-None-Match": '"other"'}).status_code == 200
    assert anybody.request("HEAD", "/openapi.json").headers["ETag"] == tag
