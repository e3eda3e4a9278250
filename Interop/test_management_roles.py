"""Rights in the management API: every operation, asked by everybody, in a private and in a public project."""

from dataclasses import replace

import pytest
from harness.accounts import OUTSIDER, PRIVATE, PUBLIC, ROLES
from harness.description import operations
from harness.estate import PEOPLE, REPOSITORY, Estate
from harness.operations import ROWS, Row
from harness.registry import Registry

pytestmark = pytest.mark.haven_only

# Harbor's role matrix. C create, R read, U update, D delete, L list; other actions are written out.
# resource            projectAdmin maintainer developer guest limitedGuest visitor of a public project
MATRIX = """
project               RUD          R          R         R     R     R
member                CRUDL        RL         RL        RL    -     -
metadata              CRUD         R          -         -     -     -
log                   L            -          -         -     -     -
label                 CRUDL        CRUDL      RL        RL    -     RL
quota                 R            R          R         R     R     -
repository            CRUDL        CRUDL      CRUL      RL    RL    L
immutable-tag         CUDL         CUDL       -         -     -     -
tag-retention         CRUDL        CRUDL      CRUDL     -     -     -
notification-policy   CRUDL        RL         -         -     -     -
robot                 CRUDL        RL         RL        RL    -     -
artifact              CRDL         CRDL       CRL       RL    RL    RL
artifact-addition     R            R          R         R     R     R
tag                   CDL          CDL        CL        L     L     L
accessory             L            L          L         L     L     L
artifact-label        CD           CD         CD        -     -     -
"""
LETTERS = {"C": "create", "R": "read", "U": "update", "D": "delete", "L": "list"}
COLUMNS = [*ROLES, "visitor"]


def read_matrix() -> dict[str, set[str]]:
    """Reads the table: the permissions of each column."""
    found: dict[str, set[str]] = {column: set() for column in COLUMNS}
    for line in MATRIX.strip().splitlines():
        resource, *cells = line.split()
        for column, cell in zip(COLUMNS, cells, strict=True):
            found[column] |= {f"{resource}:{LETTERS[letter]}" for letter in cell if letter != "-"}
    return found


PERMISSIONS = read_matrix()


def is_allowed(person: str, row: Row, project: str) -> bool:
    """Says what the matrix says."""
    kind, _, permission = row.who.partition(" ")
    if person == "admin" or kind == "anybody":
        return True
    if person == "anonymous" and kind == "signed-in":
        return False
    if kind == "signed-in":
        return True
    if kind in ("system", "administrator"):
        return False
    role = person if person in ROLES else "visitor" if project == PUBLIC else None
    allowed = PERMISSIONS.get(role, set())
    if project == PUBLIC:
        allowed = allowed | PERMISSIONS["visitor"]
    return permission in allowed


def verdict(estate: Estate, person: str, row: Row, project: str) -> str | None:
    """Sends a row's request and says what is wrong with the answer; nothing if it is as the matrix has it."""
    answer = estate.send(estate.caller(person), row, project)
    code = answer.status_code
    if is_allowed(person, row, project):
        wrong = code in (401, 403) or code >= 500 and code != 501
        return f"{row}: {code} {answer.text[:160]}" if wrong else None
    if person != "anonymous" and row.is_hidden and code == 404:
        return None
    expected = 401 if person == "anonymous" else 403
    return None if code == expected else f"{row}: {code} instead of {expected} {answer.text[:160]}"


@pytest.mark.parametrize("project", [PRIVATE, PUBLIC])
@pytest.mark.parametrize("person", PEOPLE)
def test_matrix(estate, person, project):
    wrong = [each for each in (verdict(estate, person, row, project) for row in ROWS) if each]
    assert not wrong, f"{len(wrong)} of {len(ROWS)}:\n" + "\n".join(wrong)


def new_user(estate: Estate) -> str:
    """Makes a user; the caller is then known by the name."""
    name, password = estate.fresh(), "Str0ngEnough"
    estate.admin.made(
        "/users", {"username": name, "password": password, "email": f"{name}@example.com", "realname": name}
    )
    estate.caller(name, password)
    return name


CUSTOM = [
    "project:read",
    "repository:list",
    "repository:read",
    "artifact:list",
    "tag:delete",
    "label:create",
    "log:list",
]


def test_custom_role(estate):
    """A role of one's own allows what it lists, and nothing else."""
    given = [dict(zip(("resource", "action"), each.split(":"), strict=True)) for each in CUSTOM]
    role = estate.admin.made("/roles", {"name": estate.fresh(), "permissions": given})
    person = new_user(estate)
    member = {"role_id": role, "member_user": {"username": person}}
    number = estate.admin.made(f"/projects/{PRIVATE}/members", member)
    wrong = []
    for row in ROWS:
        if not row.who.startswith("project ") or row.operation in ("getPermissions", "listTrash", "restoreTrash"):
            continue
        code = estate.send(estate.caller(person), row, PRIVATE).status_code
        is_refused = code == 403 or row.is_hidden and code == 404
        if is_refused == (row.who.removeprefix("project ") in CUSTOM):
            wrong.append(f"{row}: {code}")
    assert not wrong, "\n".join(wrong)
    assert estate.admin.delete(f"/roles/{role}").status_code == 412, "somebody has it"
    estate.admin.expect("PUT", f"/roles/{role}", json={"name": estate.fresh(), "permissions": given[:1]})
    assert estate.caller(person).get(f"/projects/{PRIVATE}/repositories").status_code == 403, "at once"
    estate.admin.expect("DELETE", f"/projects/{PRIVATE}/members/{number}")
    estate.admin.expect("DELETE", f"/roles/{role}")


@pytest.mark.parametrize("role, name", [(4, "maintainer"), (2, "developer"), (3, "guest")])
def test_member_of_some_repositories(estate, role, name):
    """Inside the pattern the member has the role's rights, outside of it none, and sees nothing of the rest."""
    world, person, mine = estate.world, new_user(estate), f"team-{name}"
    world.registry("maintainer").push_image(f"{PRIVATE}/{mine}/app", "v1", [name.encode()])
    body = {"role_id": role, "member_user": {"username": person}, "repository_pattern": f"{mine}/**"}
    estate.admin.made(f"/projects/{PRIVATE}/members", body)
    caller, wrong = estate.caller(person), []
    for row in ROWS:
        if "/repositories/" not in row.path:
            continue
        for repository, inside in ((f"{mine}%252Fapp", True), (REPOSITORY, False)):
            changed = replace(row, path=row.path.replace("REPOSITORY", repository))
            if "/repositories/absent" in row.path:
                changed = replace(row, path=row.path.replace("absent", f"{mine}%252Fnone" if inside else "none"))
            code = estate.send(caller, changed, PRIVATE).status_code
            allowed = inside and row.who.removeprefix("project ") in PERMISSIONS[name]
            if (code == 403) == allowed:
                wrong.append(f"{changed}: {code}")
    assert not wrong, "\n".join(wrong)
    listed = caller.expect("GET", f"/projects/{PRIVATE}/repositories?page_size=100")
    assert {each["name"] for each in listed.json()} == {f"{PRIVATE}/{mine}/app"}
    assert listed.headers["X-Total-Count"] == "1"
    shown = [each.get("repository_name") for each in caller.expect("GET", f"/search?q={PRIVATE}").json()["repository"]]
    assert [each for each in shown if each.startswith(f"{PRIVATE}/")] == [f"{PRIVATE}/{mine}/app"]
    everywhere = {each["name"] for each in caller.expect("GET", "/repositories?page_size=100").json()}
    assert {each for each in everywhere if each.startswith(f"{PRIVATE}/")} == {f"{PRIVATE}/{mine}/app"}
    registry = Registry(world.server.url, (person, "Str0ngEnough"))
    assert registry.manifest(f"{PRIVATE}/{mine}/app", "v1").status_code == 200
    assert registry.manifest(f"{PRIVATE}/{REPOSITORY}", "v1").status_code == 401


def test_every_operation_is_probed():
    """Operations of later versions are probed by the next test; those of the web console have tests of their own."""
    probed = {row.operation for row in ROWS} | ELSEWHERE
    missing = [each.name for each in operations() if each.name not in probed and not each.is_later]
    assert not missing


# In test_management_sessions.py.
ELSEWHERE = {"login", "logOut", "userExists"}


@pytest.mark.parametrize("person", ["anonymous", OUTSIDER, "guest", "admin"])
def test_operations_of_later_versions_say_so(estate, person):
    """They never fail, never pretend to have done anything, and give nobody a hint of what is there."""
    wrong = []
    for operation in filter(lambda each: each.is_later, operations()):
        path = operation.path.replace("{project_name_or_id}", PRIVATE).replace("{project_name}", PRIVATE)
        path = path.replace("{repository_name}", REPOSITORY).replace("{reference}", "v1")
        path = "/".join("1" if part.startswith("{") else part for part in path.split("/"))
        answer = estate.caller(person).request(operation.method, path, json={})
        expected = {"anonymous": {401, 501}, "admin": {501}}.get(person, {403, 501})
        is_nothing = answer.status_code == 200 and answer.json() == [] and person in ("guest", "admin")
        if answer.status_code not in expected and not is_nothing:
            wrong.append(f"{operation.name}: {answer.status_code} {answer.text[:120]}")
    assert not wrong, "\n".join(wrong)
