"""What the probes of the management API work on: projects with content, people in every role, labels, robots, rules."""

import secrets
from dataclasses import dataclass, field
from itertools import count

from harness.accounts import OUTSIDER, PRIVATE, PUBLIC, ROLES, World, password_of, populate
from harness.management import Management
from harness.operations import NONE, Row
from harness.server import ADMIN_PASSWORD, Haven

REPOSITORY = "app"
PULL = [{"resource": "repository", "action": "pull"}]


@dataclass
class Estate:
    """A server whose projects hold something of everything."""

    world: World
    ids: dict[str, int] = field(default_factory=dict)
    named: dict[tuple[str, str], int] = field(default_factory=dict)
    numbers: count = field(default_factory=count)
    callers: dict[str, Management] = field(default_factory=dict)

    @property
    def admin(self) -> Management:
        """The administrator."""
        return self.caller("admin")

    def caller(self, name: str, secret: str | None = None) -> Management:
        """The client of a user, or of nobody (`anonymous`); robots bring their secret."""
        if name not in self.callers:
            credentials = (name.lower(), ADMIN_PASSWORD if name == "admin" else password_of(name.lower()))
            self.callers[name] = Management(
                self.world.server.url, None if name == "anonymous" else (name, secret) if secret else credentials
            )
        return self.callers[name]

    def fresh(self) -> str:
        """Makes a name that nothing has."""
        return f"fresh-{next(self.numbers)}-{secrets.token_hex(3)}"

    def make_label(self, project: str | None) -> int:
        """Makes a label of a project, or of the whole system."""
        body = {"name": self.fresh(), "scope": "g"}
        if project:
            body |= {"scope": "p", "project_id": self.ids[project]}
        return self.admin.made("/labels", body)

    def make_robot(self, project: str | None, access: list[dict] = PULL, **more) -> dict:
        """Makes a robot account of a project, or of the system with rights in all projects; returns the answer."""
        body = {
            "name": self.fresh(),
            "level": "project" if project else "system",
            "duration": 1,
            "permissions": [{"kind": "project", "namespace": project or "*", "access": access}],
            **more,
        }
        return self.admin.expect("POST", "/robots", 201, json=body).json()

    def retention(self, project: str) -> int:
        """The number of a project's retention policy, which is made if it has none."""
        known = self.admin.expect("GET", f"/projects/{project}").json()["metadata"].get("retention_id")
        if known:
            return int(known)
        scope = {"level": "project", "ref": self.ids[project]}
        return self.admin.made("/retentions", {"algorithm": "or", "rules": [], "scope": scope})

    def settle(self) -> "Estate":
        """Makes what every project is to have."""
        for project in (PRIVATE, PUBLIC):
            self.ids[project] = self.admin.expect("GET", f"/projects/{project}").json()["project_id"]
            self.world.registry("maintainer").push_image(f"{project}/{REPOSITORY}", "v1", [project.encode()])
            self.named["PROJECT_LABEL", project] = self.make_label(project)
            self.named["PROJECT_ROBOT", project] = self.make_robot(project)["id"]
        self.named["GLOBAL_LABEL", ""] = self.make_label(None)
        self.named["SYSTEM_ROBOT", ""] = self.make_robot(None)["id"]
        return self

    def values(self, text: str, project: str) -> dict[str, str]:
        """Finds or makes what the words of a row stand for, as far as the row has them."""
        makers = {
            "FRESH_GLOBAL_LABEL": lambda: self.make_label(None),
            "FRESH_PROJECT_LABEL": lambda: self.make_label(project),
            "FRESH_SYSTEM_ROBOT": lambda: self.make_robot(None)["id"],
            "FRESH_PROJECT_ROBOT": lambda: self.make_robot(project)["id"],
            "GLOBAL_LABEL": lambda: self.named["GLOBAL_LABEL", ""],
            "PROJECT_LABEL": lambda: self.named["PROJECT_LABEL", project],
            "SYSTEM_ROBOT": lambda: self.named["SYSTEM_ROBOT", ""],
            "PROJECT_ROBOT": lambda: self.named["PROJECT_ROBOT", project],
            "RETENTION": lambda: self.retention(project),
            "PROJECT_ID": lambda: self.ids[project],
            "PROJECT": lambda: project,
            "REPOSITORY": lambda: REPOSITORY,
            "PUBLIC": lambda: PUBLIC,
            "FRESH": self.fresh,
            "NONE": lambda: NONE,
        }
        found = {}
        for word, make in makers.items():
            if word in text and not any(word in other for other in found):
                found[word] = str(make())
        return found

    def send(self, caller: Management, row: Row, project: str):
        """Sends a row's request about a project."""
        path, body = row.path, row.body
        for word, value in self.values(f"{path} {body}", project).items():
            path = path.replace(word, value)
            body = body.replace(word, value) if body else body
        headers = {"Content-Type": "application/json"} if body else {}
        return caller.request(row.method, path, data=body, headers=headers)


def settle(server: Haven) -> Estate:
    """Makes the people and projects of the other tests on a fresh server, and the rest by the management API."""
    return Estate(populate(server)).settle()


PEOPLE = ["anonymous", OUTSIDER, *reversed(ROLES), "admin"]
