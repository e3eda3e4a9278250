"""Robot accounts: for every permission there is, one that has it alone can do that and nothing else."""

import pytest
from harness.accounts import PRIVATE, PUBLIC
from harness.estate import REPOSITORY, Estate
from harness.operations import ROWS, Row
from harness.registry import Registry

pytestmark = pytest.mark.haven_only

# What robot accounts can be given, as Harbor documents it.
SYSTEM = """
audit-log: list
preheat-instance: read create delete list update
project: list create
replication-policy: read create delete list update
replication: read create list
replication-adapter: list
registry: read create delete list update
scan-all: read update stop create
system-volumes: read
garbage-collection: read create list update stop
purge-audit: read create list update stop
jobservice-monitor: list stop
scanner: read create delete list update
label: read create delete update
security-hub: read list
catalog: read
quota: read list update
robot: create read list delete
user: create read update list delete
ldap-user: create list
user-group: create read update list delete
"""
PROJECT = """
log: list
project: read delete update
metadata: read create delete list update
repository: read update delete list pull push
artifact: read create list delete
scan: create read stop
sbom: create stop read
tag: create list delete
accessory: list
artifact-addition: read
artifact-label: create delete
scanner: create read
preheat-policy: read create delete list update
immutable-tag: create delete list update
notification-policy: read create delete list update
tag-retention: read create delete list update
label: read create delete list update
quota: read
robot: create read list delete
export-cve: create read
member: create read update list delete
"""
# Rows of the table whose answer depends on more than one permission of a robot.
APART = {"createProject", "getPermissions", "listTrash", "restoreTrash"}


def vocabulary(text: str) -> list[str]:
    """Reads a list: `resource:action` each."""
    lines = (line.split(": ") for line in text.strip().splitlines())
    return [f"{resource}:{action}" for resource, actions in lines for action in actions.split()]


def access(permission: str) -> list[dict]:
    """Writes a permission as the API has it."""
    resource, action = permission.split(":")
    return [{"resource": resource, "action": action}]


def judge(estate: Estate, robot: dict, row: Row, project: str, allowed: bool) -> str | None:
    """Sends a row's request as the robot; says what is wrong with the answer."""
    answer = estate.send(estate.caller(robot["name"], robot["secret"]), row, project)
    code = answer.status_code
    if code >= 500 and code != 501:
        return f"{row}: {code} {answer.text[:120]}"
    if allowed and code in (401, 403):
        return f"{row}: refused with {code} {answer.text[:120]}"
    if not allowed and code != 403 and not (row.is_hidden and code == 404):
        return f"{row}: {code} instead of 403 {answer.text[:120]}"
    return None


def rows(kind: str) -> list[Row]:
    """The rows that a kind of permission decides."""
    return [row for row in ROWS if row.who.startswith(kind) and row.operation not in APART]


def test_the_vocabulary(estate):
    found = estate.admin.expect("GET", "/permissions").json()
    for scope, text in (("system", SYSTEM), ("project", PROJECT)):
        given = {f"{each['resource']}:{each['action']}" for each in found[scope]}
        assert not set(vocabulary(text)) - given, f"{scope}: missing"


@pytest.mark.parametrize("permission", vocabulary(PROJECT))
def test_project_robot(estate, permission):
    robot = estate.make_robot(PRIVATE, access(permission))
    wrong = [judge(estate, robot, row, PRIVATE, row.who == f"project {permission}") for row in rows("project ")]
    changing = [row for row in rows("project ") if row.method not in ("GET", "HEAD")]
    wrong += [judge(estate, robot, row, PUBLIC, False) for row in changing]
    wrong += [judge(estate, robot, row, PRIVATE, False) for row in [*rows("system "), *rows("administrator")]]
    wrong = [each for each in wrong if each]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("permission", vocabulary(SYSTEM))
def test_system_robot(estate, permission):
    permissions = [{"kind": "system", "namespace": "/", "access": access(permission)}]
    robot = estate.make_robot(None, permissions=permissions)
    wrong = [judge(estate, robot, row, PRIVATE, row.who == f"system {permission}") for row in rows("system ")]
    wrong += [judge(estate, robot, row, PRIVATE, False) for row in [*rows("project "), *rows("administrator")]]
    wrong = [each for each in wrong if each]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "permission, may_pull, may_push, may_delete",
    [
        ("repository:pull", True, False, False),
        ("repository:push", False, True, False),
        ("artifact:delete", False, False, True),
        ("artifact:read", False, False, False),
        ("repository:read", False, False, False),
    ],
)
def test_what_robots_may_do_with_content(estate, permission, may_pull, may_push, may_delete):
    given = access(permission)
    if permission == "repository:push":
        # Harbor's clients give push with pull, and docker asks for both.
        may_pull, given = True, given + access("repository:pull")
    robot = estate.make_robot(PRIVATE, given)
    content = estate.world.registry("maintainer").push_image(f"{PRIVATE}/{REPOSITORY}", "robots", [b"content"])
    registry = Registry(estate.world.server.url, (robot["name"], robot["secret"]))
    pulled = registry.manifest(f"{PRIVATE}/{REPOSITORY}", "robots").status_code
    pushed = registry.put_manifest(f"{PRIVATE}/{REPOSITORY}", "by-robot", content).status_code
    deleted = registry.manifest(f"{PRIVATE}/{REPOSITORY}", "robots", "DELETE").status_code
    assert (pulled == 200, pushed == 201, deleted == 202) == (may_pull, may_push, may_delete)


def test_a_robot_makes_no_robot_with_more_rights_than_its_own(estate):
    maker = estate.make_robot(PRIVATE, access("robot:create") + access("repository:pull"))
    caller = estate.caller(maker["name"], maker["secret"])

    def ask(namespace: str, given: list[dict]) -> int:
        permissions = [{"kind": "project", "namespace": namespace, "access": given}]
        body = {"name": estate.fresh(), "level": "project", "duration": 1, "permissions": permissions}
        return caller.post("/robots", body).status_code

    assert ask(PRIVATE, access("repository:pull")) == 201
    assert ask(PRIVATE, access("repository:push")) == 403, "a right that it does not have"
    assert ask(PUBLIC, access("repository:pull")) == 403, "another project"
    assert ask("*", access("repository:pull")) in (400, 403), "all projects"


def test_a_robot_takes_over_no_administrator(estate):
    permissions = [{"kind": "system", "namespace": "/", "access": access("user:update")}]
    robot = estate.make_robot(None, permissions=permissions)
    caller = estate.caller(robot["name"], robot["secret"])
    for path, body in (
        ("/users/1/password", {"new_password": "Taken0ver"}),
        ("/users/1/cli_secret", {"secret": "Taken0ver"}),
        ("/users/1", {"email": "robot@example.com", "realname": "x", "comment": ""}),
        ("/users/2/sysadmin", {"sysadmin_flag": True}),
    ):
        assert caller.put(path, body).status_code == 403, path


def test_a_robots_secret_is_shown_once_and_withdrawn_at_once(estate):
    robot = estate.make_robot(PRIVATE, access("repository:list"))
    path = f"/projects/{PRIVATE}/repositories"
    caller = estate.caller(robot["name"], robot["secret"])
    assert caller.get(path).status_code == 200
    shown = estate.admin.expect("GET", f"/robots/{robot['id']}").json()
    assert not shown.get("secret") and robot["secret"] not in str(shown)
    refreshed = estate.admin.expect("PATCH", f"/robots/{robot['id']}", json={"secret": ""}).json()["secret"]
    assert refreshed != robot["secret"]
    assert caller.get(path).status_code == 401, "the old secret"
    caller.session.auth = (robot["name"], refreshed)
    assert caller.get(path).status_code == 200
    changed = {**shown, "disable": True}
    estate.admin.expect("PUT", f"/robots/{robot['id']}", json=changed)
    assert caller.get(path).status_code in (401, 403), "disabled"
    estate.admin.expect("PUT", f"/robots/{robot['id']}", json={**changed, "disable": False})
    assert caller.get(path).status_code == 200
    estate.admin.expect("DELETE", f"/robots/{robot['id']}")
    assert caller.get(path).status_code == 401, "deleted"
