"""Fills a server as a company that has used it for a while would have: people, projects, images, rules, a trash.

The browser's tests and the screenshots look at it. A second call finds everything there and does nothing.
"""

import sqlite3
import time
from pathlib import Path

from harness import showcase_images as images
from harness.management import Management, repository_in_path
from harness.registry import Registry

PASSWORD = "Haven12345"
KIB = 1 << 10
PEOPLE = {
    "alice": "Alice Martin",
    "bob": "Bob Okafor",
    "carol": "Carol Jensen",
    "dave": "Dave Rossi",
    "erin": "Erin Nakamura",
    "frank": "Frank Novak",
    "lilei": "李雷",
    "maximilian-konstantin.von-der-wiese": "Maximilian Konstantin von der Wiese",
}
LONG = "customer-relationship-and-billing-integration-services-emea"
# Name, public, and who has which of Harbor's role numbers.
PROJECTS = {
    "storefront": (False, {"alice": 1, "bob": 4, "carol": 2, "dave": 3, "erin": 5}),
    "platform": (True, {"bob": 1, "alice": 2, "lilei": 3}),
    "machine-learning": (False, {"lilei": 1, "carol": 4, "maximilian-konstantin.von-der-wiese": 2}),
    LONG: (False, {"frank": 1, "alice": 3}),
    "archive": (False, {"alice": 1}),
}
LAST = "sandbox"
# Repository, and how many versions it has.
REPOSITORIES = {
    "storefront/api": 6,
    "storefront/worker": 3,
    "storefront/migrations": 2,
    "storefront/payments/gateway": 3,
    "storefront/payments/fraud-detection": 2,
    "storefront/cache/redis": 2,
    "platform/debian": 4,
    "platform/alpine": 3,
    "platform/distroless/static": 2,
    "platform/node": 3,
    "platform/python": 3,
    "platform/golang": 2,
    "machine-learning/training": 2,
    "machine-learning/inference-server": 3,
    f"{LONG}/invoices": 2,
    f"{LONG}/a-repository-with-a-name-as-long-as-its-path/synchronisation-of-customer-master-data": 2,
    "archive/reports-2024": 3,
    "archive/reports-2025": 3,
    "library/hello": 1,
}
DESCRIPTIONS = {
    "storefront/web": """# Storefront

The shop that customers see. It needs [the API](https://git.example.com/storefront/api) and **Redis**.

## Run it

```sh
docker run -p 8080:8080 storefront/web:v2.4.0
```

| Variable | Default | Meaning |
| --- | --- | --- |
| `PORT` | `8080` | where it listens |
| `API_URL` | | address of the API |

- [x] signed
- [ ] reproducible

> Images are kept for a year.
""",
    "storefront/api": "Prices, baskets and orders.",
    "platform/debian": "The base of all images, rebuilt **every night**.\n\n1. security updates\n2. our certificates\n",
    "platform/node": 'A <script>alert("script")</script> and a [link](javascript:alert("link")) that must do no harm.\n'
    '\n<img src="x" onerror="alert(1)">\n',
    "machine-learning/training": "# 训练镜像\n\n用于训练推荐模型,每周更新一次。\n",
}


class Showcase:
    """A server that is being filled, with the administrator's clients."""

    def __init__(self, url: str, password: str):
        self.url = url
        self.api = Management(url, ("admin", password))
        self.registry = Registry(url, ("admin", password))

    def fill(self, tags: int = 5000) -> bool:
        """Makes everything, the repository of many tags with that many; says false if it was there."""
        if self.api.get(f"/projects/{LAST}").status_code == 200:
            return False
        self.make_people()
        self.make_projects()
        self.push_versions()
        self.push_storefront()
        self.push_many_tags(tags)
        self.make_labels()
        self.make_robots()
        self.make_rules()
        self.pull_and_delete()
        self.limit_archive()
        self.keep_what_is_new()
        self.tell_others()
        self.api.made("/projects", {"project_name": LAST, "public": False})
        return True

    def client(self, user: str) -> Registry:
        """The client of one of the people."""
        return Registry(self.url, (user, PASSWORD))

    def artifact_path(self, repository: str, rest: str) -> str:
        """Makes a path below a repository."""
        project, _, name = repository.partition("/")
        return f"/projects/{project}/repositories/{repository_in_path(name)}{rest}"

    def make_people(self) -> None:
        """Makes users, one of them an administrator, and a group."""
        for name, real in PEOPLE.items():
            email = f"{name}@example.com"
            body = {"username": name, "realname": real, "email": email, "password": PASSWORD, "comment": ""}
            number = self.api.made("/users", body)
            if name == "frank":
                self.api.expect("PUT", f"/users/{number}/sysadmin", json={"sysadmin_flag": True})
        group = self.api.made("/usergroups", {"group_name": "release-engineers", "group_type": 4})
        for name in ("bob", "carol"):
            self.api.expect("POST", f"/usergroups/{group}/members", 200, 201, json={"username": name})
        self.group = group

    def make_projects(self) -> None:
        """Makes projects and gives people their roles."""
        for project, (public, roles) in PROJECTS.items():
            self.api.made("/projects", {"project_name": project, "metadata": {"public": str(public).lower()}})
            for user, role in roles.items():
                member = {"role_id": role, "member_user": {"username": user}}
                self.api.expect("POST", f"/projects/{project}/members", 201, json=member)
        member = {"role_id": 2, "member_group": {"id": self.group}}
        self.api.expect("POST", "/projects/platform/members", 201, json=member)

    def push_versions(self) -> None:
        """Pushes the ordinary repositories."""
        number = 100
        for repository, versions in REPOSITORIES.items():
            for version in range(versions):
                number += 1
                images.push_image(self.registry, repository, f"v1.{version}.0", number)
        for repository, text in DESCRIPTIONS.items():
            if repository in REPOSITORIES:
                self.api.expect("PUT", self.artifact_path(repository, ""), json={"description": text})

    def push_storefront(self) -> None:
        """Pushes one of every kind: indexes, a signed image, a chart, an artifact, an SBOM."""
        web, people = "storefront/web", {name: self.client(name) for name in ("alice", "bob", "carol")}
        for number, tag in enumerate(("v2.2.0", "v2.3.0", "v2.4.0-rc.1", "v2.4.0")):
            index = images.push_index(people["bob"], web, tag, 10 * number)
            images.push_signature(people["bob"], web, index)
        images.push_bill_of_materials(people["bob"], web, index)
        images.add_tags(self.registry, web, index, ["latest", "v2.4", "v2"])
        for number in range(12):
            images.push_image(people["carol"], web, f"branch-{number:02}-fix-the-basket", 60 + number)
        images.push_image(people["carol"], web, "overwritten", 80)
        images.push_image(people["carol"], web, "overwritten", 81)
        for version in ("1.8.0", "1.9.0", "1.9.1"):
            images.push_chart(people["alice"], "storefront/charts/storefront", version)
        rules = {"deny-root.rego": b"package main\ndeny[message] { input.user == 0 }\n", "about.md": b"# Policies\n"}
        kind = "application/vnd.cncf.openpolicyagent.policy.layer.v1+rego"
        images.push_artifact(people["alice"], "storefront/policies", "2026.1", kind, rules)
        self.api.expect("PUT", self.artifact_path(web, ""), json={"description": DESCRIPTIONS[web]})

    def push_many_tags(self, count: int) -> None:
        """Pushes one image under very many tags, and as many images as fill a few pages."""
        made = images.push_image(self.registry, "machine-learning/nightly", "nightly-00000", 90)
        names = [f"nightly-{number:05}" for number in range(1, count)]
        images.add_tags(self.registry, "machine-learning/nightly", made, names)
        for number in range(60):
            images.push_artifact(
                self.registry,
                "machine-learning/checkpoints",
                f"step-{number * 500:06}",
                "application/vnd.example.checkpoint",
                {"weights.bin": images.random_bytes(8 * KIB, number)},
            )

    def make_labels(self) -> None:
        """Makes labels of the system and of a project, and puts some on images."""
        made = {}
        for name, color in (("approved", "#00815A"), ("deprecated", "#C92100"), ("needs-review", "#F57600")):
            body = {"name": name, "color": color, "scope": "g", "description": ""}
            made[name] = self.api.made("/labels", body)
        number = self.api.expect("GET", "/projects/storefront").json()["project_id"]
        for name, color in (("production", "#0065AB"), ("staging", "#A9B6BE")):
            body = {"name": name, "color": color, "scope": "p", "project_id": number, "description": "where it runs"}
            made[name] = self.api.made("/labels", body)
        for tag, name in (("v2.4.0", "approved"), ("v2.4.0", "production"), ("v2.2.0", "deprecated")):
            path = self.artifact_path("storefront/web", f"/artifacts/{tag}/labels")
            self.api.expect("POST", path, json={"id": made[name]})

    def make_robots(self) -> None:
        """Makes robots of a project and of the system; `nightly-import` is there to be made expired."""
        pull = [{"resource": "repository", "action": "pull"}]
        push = [*pull, {"resource": "repository", "action": "push"}]
        for name, access, days in (("ci-push", push, 90), ("deploy", pull, -1), ("nightly-import", push, 1)):
            permissions = [{"kind": "project", "namespace": "storefront", "access": access}]
            body = {"name": name, "level": "project", "duration": days, "permissions": permissions}
            self.api.expect("POST", "/robots", 201, json={**body, "description": f"used by {name}"})
        for name, days in (("replication", 365), ("monitoring", 30)):
            permissions = [{"kind": "project", "namespace": "*", "access": pull}]
            body = {"name": name, "level": "system", "duration": days, "permissions": permissions}
            self.api.expect("POST", "/robots", 201, json={**body, "description": ""})

    def make_rules(self) -> None:
        """Makes tags immutable."""
        for pattern, disabled in (("v*", False), ("release-*", True)):
            rule = {
                "disabled": disabled,
                "action": "immutable",
                "template": "immutable_template",
                "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": pattern}],
                "scope_selectors": {
                    "repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "{web,api}"}]
                },
            }
            self.api.expect("POST", "/projects/storefront/immutabletagrules", 201, json=rule)

    def pull_and_delete(self) -> None:
        """Pulls a few images, and deletes a tag, an artifact and a repository into the trash."""
        for user, times in (("dave", 7), ("carol", 3)):
            for _ in range(times):
                assert self.client(user).manifest("storefront/web", "v2.4.0").status_code == 200
        tag, artifact = "branch-10-fix-the-basket", "branch-11-fix-the-basket"
        for repository, rest in (
            ("storefront/web", f"/artifacts/{tag}/tags/{tag}"),
            ("storefront/web", f"/artifacts/{artifact}"),
            ("storefront/cache/redis", ""),
        ):
            self.api.expect("DELETE", self.artifact_path(repository, rest))

    def keep_what_is_new(self) -> None:
        """Gives a project a retention policy, and looks at what it would do."""
        number = self.api.expect("GET", "/projects/storefront").json()["project_id"]
        every = {"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}
        tags = {"kind": "doublestar", "decoration": "matches", "pattern": "**"}
        newest = {"template": "latestPushedK", "params": {"latestPushedK": 10}}
        rule = {**newest, "tag_selectors": [tags], "scope_selectors": {"repository": [every]}}
        always = {**rule, "template": "always", "params": {}, "tag_selectors": [{**tags, "pattern": "v*"}]}
        policy = self.api.made(
            "/retentions",
            {
                "rules": [always, rule],
                "trigger": {"kind": "Schedule", "settings": {"cron": "0 0 4 1 1 *"}},
                "scope": {"level": "project", "ref": number},
            },
        )
        self.api.expect("POST", f"/retentions/{policy}/executions", 201, json={"dry_run": True})

    def tell_others(self) -> None:
        """Makes a webhook of a project and one of the registry, which nothing happens for."""
        target = {"type": "http", "address": "https://ci.example.com/registry", "auth_header": "Bearer abcdef"}
        body = {
            "name": "deploy",
            "description": "puts what was pushed to work",
            "event_types": ["QUOTA_WARNING", "QUOTA_EXCEED"],
            "targets": [target, {"type": "dingtalk", "address": "https://oapi.dingtalk.com/robot/send?access_token=1"}],
            "repository_filter": "{web,api}",
        }
        self.api.made("/projects/storefront/webhook/policies", body)
        body = {"name": "inventory", "event_types": ["DELETE_ARTIFACT"], "enabled": False, "targets": [target]}
        self.api.made("/system/webhook/policies", body)

    def limit_archive(self) -> None:
        """Gives a project a storage limit that it nearly reaches."""
        number = self.api.expect("GET", "/projects/archive").json()["project_id"]
        query = {"reference": "project", "reference_id": str(number)}
        (quota,) = self.api.expect("GET", "/quotas", params=query).json()
        limit = quota["used"]["storage"] * 100 // 94
        self.api.expect("PUT", f"/quotas/{quota['id']}", json={"hard": {"storage": limit}})


def expire_robot(data: Path, name: str = "nightly-import") -> None:
    """Makes a robot of an embedded database end yesterday, which no request can."""
    database = sqlite3.connect(data / "haven.sqlite", timeout=120)
    with database:
        database.execute("UPDATE robot SET expires_at = ? WHERE name = ?", (int(time.time()) - 86_400, name))
    database.close()
