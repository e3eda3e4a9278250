"""Bad input: every operation answers it with a 4xx in Harbor's shape, and nothing has changed afterwards."""

import copy
import json

import pytest
from harness.accounts import PRIVATE
from harness.description import Operation, operations, resolved
from harness.estate import Estate
from harness.operations import ROWS

pytestmark = pytest.mark.haven_only

# What the purge of the audit log is asked with.
PURGE = {
    "schedule": {"type": "Custom", "cron": "0 0 3 * * *", "catch_up": True},
    "parameters": {"audit_retention_hour": 24, "include_event_types": "create_artifact", "dry_run": True},
}
# A retention policy.
RETENTION = {
    "algorithm": "or",
    "level": "tag",
    "rules": [
        {
            "action": "retain",
            "template": "anyOf",
            "conditions": [
                {"template": "latestPushedK", "params": {"latestPushedK": 10}},
                {"template": "nDaysSinceLastPush", "params": {"nDaysSinceLastPush": 30}},
            ],
            "tag_selectors": [{"kind": "regex", "decoration": "matches", "pattern": "v[0-9]+"}],
            "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]},
        }
    ],
    "trigger": {"kind": "Schedule", "settings": {"cron": "0 0 3 * * *", "catch_up": True}},
    "scope": {"level": "project", "ref": "PROJECT_ID"},
}
# A webhook policy that never reaches anybody.
WEBHOOK = {
    "name": "FRESH",
    "description": "x",
    "targets": [
        {
            "type": "http",
            "address": "https://receiver.invalid/hook",
            "auth_header": "x",
            "skip_cert_verify": False,
            "payload_format": "Custom",
            "secret": "x",
            "body_template": "{{type}}",
            "content_type": "text/plain",
            "timeout_seconds": 1,
            "attempts": 1,
        }
    ],
    "event_types": ["TAG_RETENTION"],
    "enabled": False,
    "repository_filter": "app",
    "tag_filter": "v*",
}
# A body that each operation accepts; one place of it is then spoilt. Words stand for what harness/estate.py makes.
VALID = {
    "updateConfigurations": {"token_expiration": 30},
    "createProject": {"project_name": "FRESH", "metadata": {"public": "false"}},
    "updateProject": {"metadata": {"auto_scan": "false"}},
    "addProjectMetadatas": {"prevent_vul": "false"},
    "updateProjectMetadata": {"public": "false"},
    "createProjectMember": {"role_id": 2, "member_user": {"username": "outsider"}},
    "updateProjectMember": {"role_id": 2},
    "updateRepository": {"description": "text"},
    "createTag": {"name": "FRESH"},
    "addLabel": {"id": "PROJECT_LABEL"},
    "CreateLabel": {"name": "FRESH", "scope": "p", "project_id": "PROJECT_ID", "color": "#000000", "description": "x"},
    "UpdateLabel": {"name": "FRESH", "scope": "p", "project_id": "PROJECT_ID"},
    "CreateImmuRule": {
        "disabled": False,
        "action": "immutable",
        "template": "immutable_template",
        "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": "FRESH"}],
        "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]},
    },
    "UpdateImmuRule": {"disabled": True},
    "createRetention": RETENTION,
    "updateRetention": RETENTION,
    "previewRetention": RETENTION,
    "triggerRetentionExecution": {"dry_run": True},
    "operateRetentionExecution": {"action": "stop"},
    "CreateWebhookPolicyOfProject": WEBHOOK,
    "UpdateWebhookPolicyOfProject": WEBHOOK,
    "testWebhookPolicy": {"event_type": "TAG_RETENTION"},
    "previewWebhook": {"event_type": "PUSH_ARTIFACT", "target": WEBHOOK["targets"][0]},
    "previewSystemWebhook": {"event_type": "PUSH_ARTIFACT", "target": WEBHOOK["targets"][0]},
    "createSystemWebhookPolicy": WEBHOOK,
    "updateSystemWebhookPolicy": WEBHOOK,
    "testSystemWebhookPolicy": {"event_type": "TAG_RETENTION"},
    "updateQuota": {"hard": {"storage": -1}},
    "CreateRobot": {
        "name": "FRESH",
        "level": "project",
        "duration": 1,
        "permissions": [
            {"kind": "project", "namespace": PRIVATE, "access": [{"resource": "repository", "action": "pull"}]}
        ],
    },
    "UpdateRobot": {
        "level": "project",
        "duration": 1,
        "permissions": [
            {"kind": "project", "namespace": PRIVATE, "access": [{"resource": "repository", "action": "pull"}]}
        ],
    },
    "RefreshSec": {"secret": "Str0ngEnough"},
    "actionPendingJobs": {"action": "pause"},
    "createGCSchedule": {
        "schedule": {"type": "Custom", "cron": "0 0 3 * * *", "catch_up": True},
        "parameters": {"dry_run": True},
    },
    "updateGCSchedule": {
        "schedule": {"type": "Custom", "cron": "0 0 3 * * *", "catch_up": True},
        "parameters": {"dry_run": True},
    },
    "createQuotaRecalculationSchedule": {
        "schedule": {"type": "Custom", "cron": "0 0 3 * * *", "catch_up": True},
        "parameters": {"dry_run": True},
    },
    "updateQuotaRecalculationSchedule": {
        "schedule": {"type": "Custom", "cron": "0 0 3 * * *", "catch_up": True},
        "parameters": {"dry_run": True},
    },
    "createPurgeSchedule": PURGE,
    "updatePurgeSchedule": PURGE,
    "createUser": {"username": "FRESH", "password": "Str0ngEnough", "email": "FRESH@example.com", "realname": "x"},
    "updateUserProfile": {"email": "guest@example.com", "realname": "x", "comment": ""},
    "setUserSysAdmin": {"sysadmin_flag": False},
    "updateUserPassword": {"old_password": "x", "new_password": "Str0ngEnough"},
    "setCliSecret": {"secret": "Str0ngEnough"},
    "createUserGroup": {"group_name": "FRESH", "group_type": 4},
    "updateUserGroup": {"group_name": "FRESH"},
    "putSystemCVEAllowlist": {"items": [{"cve_id": "CVE-2026-0001"}]},
    "createRole": {"name": "FRESH", "permissions": [{"resource": "repository", "action": "pull"}]},
    "updateRole": {"name": "FRESH", "permissions": [{"resource": "repository", "action": "pull"}]},
    "renameProject": {"name": "FRESH"},
    "renameRepository": {"name": "FRESH"},
    "addUserGroupMember": {"username": "guest"},
    "restoreTrash": {"only_this": True},
}
# What handlers don't read, as Harbor's don't: its clients send back what they were given.
IGNORED = {"id", "priority", "extras", "params", "retention_id", "effect"}
IGNORED_IN = {
    "UpdateLabel": {".scope", ".project_id"},
    "updateProject": {".project_name", ".registry_id"},
    # A number that is none counts as absent, the name then says who is meant; a type needs a group's name.
    "createProjectMember": {".member_user.user_id", ".member_group.group_type"},
    # Administrators need none.
    "updateUserPassword": {".old_password"},
    # An object or its text.
    "updateConfigurations": {".oidc_extra_redirect_parms", ".scan_all_policy"},
}
LINES = {"description", "body_template", "banner_message", "http_authproxy_server_certificate"}

MALFORMED = [
    (b"{", "cut off"),
    (b'{"a":1', "cut off"),
    (b"{'a':1}", "not JSON"),
    (b'{"a":1} x', "more after the end"),
    (b"[]", "an array"),
    (b'"text"', "text"),
    (b"7", "a number"),
    (b"null", "null"),
    (b"", "empty"),
    (b'{"a":"\xff\xfe"}', "not UTF-8"),
    (b'{"a":"\x00"}', "a NUL"),
    (b"[" * 100_000, "deep"),
    (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "deep and closed"),
    (b'{"a":"' + b"x" * (2 << 20) + b'"}', "2 MiB"),
]
WRONG = {
    "string": [1, True, [], {}],
    "integer": ["x", 1.5, [], {}, True, 1e30],
    "number": ["x", [], {}],
    "boolean": ["maybe", 2, [], {}],
    "array": ["x", 1, {}],
    "object": ["x", 1, []],
}
OUT_OF_RANGE = [2**63, -(2**63) - 1, -(2**31) - 5]
HOSTILE = ["a\x00b", "a\x1b[31m", "\x7f"]
BREAK = "a\r\nSet-Cookie: x=y"
LEGAL_BUT_HOSTILE = [
    "'; DROP TABLE project; --",
    "%",
    "_",
    "😀" * 10,
    "\u202eevil",
    "../../etc/passwd",
    "${jndi:x}",
    "{{7*7}}",
    "<script>",
]
BAD_NUMBERS = [
    "x",
    "-1",
    "0",
    "1.5",
    "0x1",
    "9223372036854775808",
    "99999999999999999999",
    "%00",
    "999999999",
    "%20",
    "1%2F2",
]
BAD_NAMES = [
    "UPPER",
    "%2e%2e",
    "a%2Fb",
    "%FF%FE",
    "%00",
    "a" * 600,
    "a" * 5000,
    "'%20OR%201=1--",
    "%252e%252e%252f",
    "%E2%80%AE",
]

WITH_BODY = [each for each in operations() if each.body_schema is not None and not each.is_later]
WITH_PARAMETERS = [each for each in operations() if each.parameters and not each.is_later]


def names(found: list[Operation]) -> list:
    """Names the cases of a test."""
    return [pytest.param(each, id=each.name) for each in found]


@pytest.fixture(scope="module")
def estate(any_estate) -> Estate:
    """On each database: what one takes as it is, the other may refuse in its own words."""
    return any_estate


def filled(estate: Estate, text: str) -> str:
    """Puts what the words of a path or body stand for in their places; numbers lose their quotes."""
    for word, value in estate.values(text, PRIVATE).items():
        if value.isdigit():
            text = text.replace(f'"{word}"', value)
        text = text.replace(word, value)
    return text


def path_of(estate: Estate, operation: Operation) -> str:
    """A path of the operation that names what is there."""
    numbers = {"immutable_rule_id": "rule", "mid": "member", "user_id": "user", "group_id": "group"}
    numbers |= {"role_id": "role", "trash_id": "trash"}
    numbers["webhook_policy_id"] = "system webhook" if operation.path.startswith("/system/") else "webhook"
    path = operation.path
    for parameter in ("project_name_or_id", "project_name"):
        path = path.replace(f"{{{parameter}}}", PRIVATE)
    path = path.replace("{repository_name}", "app").replace("{reference}", "v1").replace("{tag_name}", "v1")
    path = path.replace("{addition}", "build_history").replace("{meta_name}", "public")
    path = path.replace("{label_id}", str(estate.named["PROJECT_LABEL", PRIVATE]))
    path = path.replace("{robot_id}", str(estate.named["PROJECT_ROBOT", PRIVATE]))
    if "/retentions/{id}" in path:
        path = path.replace("{id}", str(estate.retention(PRIVATE)))
    if "/quotas/{id}" in path:
        quotas = estate.admin.expect("GET", f"/quotas?reference=project&reference_id={estate.ids[PRIVATE]}").json()
        path = path.replace("{id}", str(quotas[0]["id"]))
    for parameter, kind in numbers.items():
        if f"{{{parameter}}}" in path:
            path = path.replace(f"{{{parameter}}}", str(something(estate, kind)))
    return "/".join("1" if part.startswith("{") else part for part in path.split("/"))


def something(estate: Estate, kind: str) -> int:
    """The number of a rule, a member, a user or a group that is there for these tests."""
    if (kind, PRIVATE) not in estate.named:
        body = json.loads(filled(estate, json.dumps(VALID["CreateImmuRule"])))
        estate.named[kind, PRIVATE] = {
            "rule": lambda: estate.admin.made(f"/projects/{PRIVATE}/immutabletagrules", body),
            "member": lambda: next(
                each["id"]
                for each in estate.admin.expect("GET", f"/projects/{PRIVATE}/members?page_size=100").json()
                if each["entity_name"] == "limitedguest"
            ),
            "user": lambda: estate.admin.expect("GET", "/users/search?username=guest").json()[0]["user_id"],
            "role": lambda: estate.admin.made("/roles", {**VALID["createRole"], "name": estate.fresh()}),
            "trash": lambda: deleted(estate),
            "webhook": lambda: webhook(estate, f"/projects/{PRIVATE}/webhook/policies"),
            "system webhook": lambda: webhook(estate, "/system/webhook/policies"),
            "group": lambda: estate.admin.made("/usergroups", {"group_name": estate.fresh(), "group_type": 4}),
        }[kind]()
    return estate.named[kind, PRIVATE]


def webhook(estate: Estate, path: str) -> int:
    """The number of a new webhook policy."""
    return estate.admin.made(path, {**WEBHOOK, "name": estate.fresh()})


def deleted(estate: Estate) -> int:
    """The number of an artifact in the trash."""
    estate.world.registry("maintainer").push_image(f"{PRIVATE}/gone", "v1", [b"gone"])
    estate.admin.expect("DELETE", f"/projects/{PRIVATE}/repositories/gone/artifacts/v1")
    return estate.admin.expect("GET", f"/projects/{PRIVATE}/trash").json()[0]["id"]


def photograph(estate: Estate) -> dict:
    """What there is, as far as a request of these tests might change it."""
    paths = [
        "/projects?page_size=100",
        f"/projects/{PRIVATE}",
        f"/projects/{PRIVATE}/members?page_size=100",
        f"/projects/{PRIVATE}/metadatas/",
        f"/projects/{PRIVATE}/immutabletagrules?page_size=100",
        f"/retentions/{estate.retention(PRIVATE)}",
        f"/projects/{PRIVATE}/repositories?page_size=100",
        f"/projects/{PRIVATE}/repositories/app/artifacts?with_label=true&page_size=100",
        f"/labels?scope=p&project_id={estate.ids[PRIVATE]}&page_size=100",
        f"/robots?q=Level=project,ProjectID={estate.ids[PRIVATE]}&page_size=100",
        "/robots?page_size=100",
        "/quotas?page_size=100",
        "/users?page_size=100",
        "/usergroups?page_size=100",
        "/configurations",
        "/system/CVEAllowlist",
    ]
    found = {}
    for path in paths:
        answer = estate.admin.get(path)
        found[path] = answer.json() if answer.status_code == 200 else answer.status_code
    return found


def complaint(answer, what: str) -> str | None:
    """Says what is wrong with the answer to bad input; nothing if it is a 4xx in Harbor's shape (or a 501)."""
    if not 400 <= answer.status_code < 500 and answer.status_code != 501:
        return f"{what}: {answer.status_code} {answer.text[:150]}"
    if answer.request.method == "HEAD":
        return None
    try:
        errors = answer.json()["errors"]
        good = errors and all(error["code"] and error["message"] for error in errors)
    except (ValueError, KeyError, TypeError):
        good = False
    return None if good else f"{what}: {answer.status_code} not in Harbor's shape: {answer.text[:150]}"


def spoilt(schema: dict, value, place: str = ""):
    """Yields the value with one place spoilt after another, and what was done."""
    schema = resolved(schema)
    for name, inner in schema.get("properties", {}).items():
        inner = resolved(inner)
        if name in IGNORED:
            continue
        here, kind = f"{place}.{name}", inner.get("type", "")
        for bad in bad_values(inner, kind) + ([BREAK] if kind == "string" and name not in LINES else []):
            yield {**value, name: bad}, f"{here} = {json.dumps(bad)[:60]}"
        if kind == "object" and inner.get("properties"):
            base = value.get(name) if isinstance(value.get(name), dict) else {}
            for changed, what in spoilt(inner, base, here):
                yield {**value, name: changed}, what
        if kind == "array" and resolved(inner["items"]).get("properties"):
            first = (value.get(name) or [{}])[0]
            for changed, what in spoilt(inner["items"], first, f"{here}[0]"):
                yield {**value, name: [changed]}, what


def bad_values(schema: dict, kind: str) -> list:
    """Values that a place of this kind must not take."""
    values = list(WRONG.get(kind, []))
    if kind == "string":
        values += HOSTILE + ["x" * 100_000]
        values += ["nonsense"] if schema.get("enum") else []
    if kind == "integer":
        values += OUT_OF_RANGE
        values += [schema["maximum"] + 1] if "maximum" in schema else []
    if kind == "array":
        values += [[1], ["x", None], [{}] * 20_000]
    return values


@pytest.mark.parametrize("operation", names(WITH_BODY))
def test_malformed_bodies(estate, operation):
    path, wrong = path_of(estate, operation), []
    before = photograph(estate)
    for data, reason in MALFORMED:
        if reason == "empty" and not operation.details["requestBody"].get("required"):
            continue
        answer = estate.admin.request(operation.method, path, data=data, headers={"Content-Type": "application/json"})
        wrong.append(complaint(answer, reason))
    answer = estate.admin.request(operation.method, path, data=b"a=b", headers={"Content-Type": "text/plain"})
    wrong.append(complaint(answer, "text/plain"))
    wrong = [each for each in wrong if each]
    assert not wrong, "\n".join(wrong)
    assert photograph(estate) == before


@pytest.mark.parametrize("operation", names(WITH_BODY))
def test_bodies_with_one_place_spoilt(estate, operation):
    """Starts from a body that is right, so that the spoilt place alone can be the reason for the refusal."""
    assert operation.name in VALID, "give it a valid body above"
    path = path_of(estate, operation)
    before, wrong = photograph(estate), []
    for changed, what in spoilt(operation.body_schema, copy.deepcopy(VALID[operation.name])):
        if what.split(" = ")[0] in IGNORED_IN.get(operation.name, ()):
            continue
        body = filled(estate, json.dumps(changed)).encode()
        answer = estate.admin.request(operation.method, path, data=body, headers={"Content-Type": "application/json"})
        if found := complaint(answer, what):
            wrong.append(found)
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:40])
    assert photograph(estate) == before


@pytest.mark.parametrize("operation", names([each for each in operations() if "{" in each.path and not each.is_later]))
def test_bad_paths(estate, operation):
    """Numbers that are none or nobody's, and names that can't be; requests that would delete never get so far."""
    good, wrong = path_of(estate, operation).split("/"), []
    before = photograph(estate)
    body = json.loads(filled(estate, json.dumps(VALID[operation.name]))) if operation.name in VALID else None
    for index, part in enumerate(operation.path.split("/")):
        if not part.startswith("{"):
            continue
        is_number = any(
            p["name"] == part[1:-1] and resolved(p["schema"]).get("type") == "integer" for p in operation.parameters
        )
        for bad in BAD_NUMBERS if is_number else BAD_NAMES:
            path = "/".join([*good[:index], bad, *good[index + 1 :]])
            answer = estate.admin.request(operation.method, path, json=body)
            if found := complaint(answer, f"{part} = {bad[:40]}"):
                wrong.append(found)
    assert not wrong, "\n".join(wrong)
    assert photograph(estate) == before


@pytest.mark.parametrize(
    "operation",
    names(
        [
            each
            for each in WITH_PARAMETERS
            if each.method in ("GET", "HEAD") and any(p["in"] == "query" for p in each.parameters)
        ]
    ),
)
def test_bad_queries(estate, operation):
    """Values of a wrong type get a 4xx; strange text never makes the server fail."""
    path, wrong = path_of(estate, operation), []
    needed = {p["name"]: "a" for p in operation.parameters if p["in"] == "query" and p.get("required")}
    for parameter in (each for each in operation.parameters if each["in"] == "query"):
        schema = resolved(parameter["schema"])
        bad = {"integer": ["x", "1.5", "99999999999999999999", "\x00"], "boolean": ["maybe", "\x00"]}.get(
            schema.get("type"), []
        )
        for value in bad:
            answer = estate.admin.request(operation.method, path, params={**needed, parameter["name"]: value})
            if found := complaint(answer, f"{parameter['name']} = {value!r}"):
                wrong.append(found)
        for value in [*HOSTILE, *LEGAL_BUT_HOSTILE, "x" * 6000, "=", "a=~" + "%" * 500, "name=[\x00~]"]:
            answer = estate.admin.request(operation.method, path, params={**needed, parameter["name"]: value})
            if answer.status_code >= 500:
                wrong.append(f"{parameter['name']} = {value[:40]!r}: {answer.status_code} {answer.text[:150]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", LEGAL_BUT_HOSTILE)
def test_strange_text_comes_back_as_it_was_sent(estate, text):
    """Where text is free it is kept, not run, not interpreted."""
    name = estate.fresh()
    label = estate.admin.made("/labels", {"name": f"{name} {text}"[:128], "scope": "g", "description": text})
    found = estate.admin.expect("GET", f"/labels/{label}").json()
    assert (found["name"], found["description"]) == (f"{name} {text}"[:128], text)
    listed = estate.admin.expect("GET", "/labels", params={"scope": "g", "name": f"{name} {text}"[:128]}).json()
    assert [each["id"] for each in listed] == [label], "its wildcards are plain characters"
    path = f"/projects/{PRIVATE}/repositories/app"
    estate.admin.expect("PUT", path, json={"description": text})
    estate.admin.expect("DELETE", f"/labels/{label}")


def test_every_operation_with_a_body_has_a_row(estate):
    del estate
    described = {each.name for each in operations()}
    assert set(VALID) <= described and {row.operation for row in ROWS} <= described
