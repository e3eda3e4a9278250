"""Fills a registry: a few images are pushed, then their rows are multiplied while the server is stopped.

100 projects × 100 repositories × 10 artifacts × 5 tags, one artifact with 5,000 tags, and 1,000,000 audit records.
Every manifest is another one with its true digest; config and layers are shared.
"""

import hashlib
import json
import time
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from api_tables import PostgreSQLTables, Record, SQLiteTables
from content import MANIFEST_TYPE, digest_of, location_path, manifest_of, with_digest
from servers import PASSWORD, Server

SEED_PROJECT = "seed"
SEED = f"{SEED_PROJECT}/image"
MARK = "seed-mark"
ARTIFACTS = 10
TAGS = 5
MANY_TAGS = 5_000
CREDENTIALS = "Basic " + b64encode(f"admin:{PASSWORD}".encode()).decode()


@dataclass(frozen=True)
class Size:
    """How much there is to be."""

    projects: int = 100
    repositories: int = 100
    audit_records: int = 1_000_000


def call(server: Server, method: str, path: str, body: object = None) -> tuple[dict[str, str], bytes]:
    """Sends a request to the management API."""
    status, fields, answer = server.request(
        method,
        "/api/v2.0" + path,
        b"" if body is None else json.dumps(body).encode(),
        Authorization=CREDENTIALS,
        Content_Type="application/json",
    )
    if status >= 300:
        raise RuntimeError(f"{method} {path}: {status} {answer!r}")
    return fields, answer


def push_seed(server: Server) -> None:
    """Makes a project with a label, an immutability rule, and ten images that have the label."""
    call(server, "POST", "/projects", {"project_name": SEED_PROJECT, "public": True})
    call(server, "POST", "/labels", {"name": "approved", "scope": "g", "color": "#48960C"})
    label = json.loads(call(server, "GET", "/labels?scope=g")[1])[0]
    rule = {
        "template": "immutable_template",
        "tag_selectors": [{"kind": "doublestar", "decoration": "matches", "pattern": "release-*"}],
        "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]},
    }
    call(server, "POST", f"/projects/{SEED_PROJECT}/immutabletagrules", rule)
    for number in range(ARTIFACTS):
        digest = _push_image(server, number)
        path = f"/projects/{SEED_PROJECT}/repositories/image/artifacts/{digest}/labels"
        call(server, "POST", path, {"id": label["id"]})


def _push_image(server: Server, number: int) -> str:
    config = json.dumps(
        {
            "architecture": "amd64",
            "os": "linux",
            "author": f"author {number}",
            "created": "2026-01-01T00:00:00Z",
            "config": {"Env": ["PATH=/usr/bin"], "Cmd": ["/bin/sh"]},
        }
    ).encode()
    layers = [f"layer {number}-{layer}".encode() for layer in range(3)]
    headers = server.headers(SEED)
    for blob in [config, *layers]:
        _, fields, _ = server.request("POST", f"/v2/{SEED}/blobs/uploads/", **headers)
        path = with_digest(location_path(fields["location"]), digest_of(blob))
        server.request("PUT", path, blob, Content_Type="application/octet-stream", **headers)
    manifest = json.loads(manifest_of(config, layers))
    content = json.dumps({**manifest, "annotations": {"org.example.bench": f"{MARK}-{number}"}}).encode()
    for tag in range(TAGS):
        status, _, answer = server.request(
            "PUT", f"/v2/{SEED}/manifests/v{number}-{tag}", content, Content_Type=MANIFEST_TYPE, **headers
        )
        if status != 201:
            raise RuntimeError(f"push: {status} {answer!r}")
    return digest_of(content)


class Multiplier:
    """Makes rows like those of the seed under other numbers and names."""

    def __init__(self, tables: SQLiteTables | PostgreSQLTables, size: Size):
        self.tables = tables
        self.size = size
        self.project = tables.rows(f"SELECT * FROM project WHERE name = '{SEED_PROJECT}'")[0]
        self.repository = tables.rows(f"SELECT * FROM repository WHERE name = '{SEED}'")[0]
        where = f"WHERE repository_id = {self.repository['id']}"
        self.artifacts = tables.rows(f"SELECT * FROM artifact {where} ORDER BY id")
        self.contents = {row["artifact_id"]: self._bytes(row["content"]) for row in tables.rows("SELECT * FROM manifest")}
        self.tags = tables.rows(f"SELECT * FROM tag {where} ORDER BY id")
        self.links = tables.rows(f"SELECT * FROM repository_blob {where}")
        self.parts = {table: self._of_artifacts(table) for table in ("artifact_blob", "artifact_label")}

    @staticmethod
    def _bytes(value: object) -> bytes:
        return value if isinstance(value, bytes) else bytes.fromhex(str(value)[2:])

    def _of_artifacts(self, table: str) -> dict[object, list[Record]]:
        found: dict[object, list[Record]] = {}
        for row in self.tables.rows(f"SELECT * FROM {table}"):
            found.setdefault(row["artifact_id"], []).append(row)
        return found

    def fill(self) -> None:
        """Writes everything."""
        self._projects()
        self.tables.insert("repository", self._repositories())
        self.tables.insert("repository_blob", self._links())
        self.tables.insert("artifact", (artifact for artifact, _, _ in self._artifacts()))
        self.tables.insert(
            "manifest", ({"artifact_id": artifact["id"], "content": content} for artifact, content, _ in self._artifacts())
        )
        for table, parts in self.parts.items():
            self.tables.insert(
                table,
                (
                    {**part, "artifact_id": artifact["id"]}
                    for artifact, _, seed in self._artifacts()
                    for part in parts.get(seed["id"], [])
                ),
            )
        self.tables.insert("tag", self._tags())
        self.tables.insert("audit_log", self._audit_records())
        self.tables.insert("audit_count", self._audit_counts())
        self.tables.finish()

    def _projects(self) -> None:
        projects = [
            {**self.project, "id": 1000 + number, "name": f"bench-{number:03}"} for number in range(self.size.projects)
        ]
        self.tables.insert("project", projects)
        for table in ("project_metadata", "project_quota", "project_member", "project_content", "immutable_rule"):
            rows = self.tables.rows(f"SELECT * FROM {table} WHERE project_id = {self.project['id']}")
            number = 10_000
            copies = []
            for project in projects:
                for row in rows:
                    number += 1
                    numbered = {"id": number} if "id" in row else {}
                    copies.append({**row, **numbered, "project_id": project["id"]})
            self.tables.insert(table, copies)

    def _places(self) -> Iterator[tuple[int, int, str]]:
        """Each repository's number, its project's number, and its name."""
        for project in range(self.size.projects):
            for repository in range(self.size.repositories):
                number = 100_000 + project * self.size.repositories + repository
                yield number, 1000 + project, f"bench-{project:03}/repository-{repository:02}"

    def _repositories(self) -> Iterator[Record]:
        for number, project, name in self._places():
            created = self.repository["created_at"] + number
            yield {**self.repository, "id": number, "project_id": project, "name": name, "created_at": created}

    def _links(self) -> Iterator[Record]:
        for number, _, _ in self._places():
            for link in self.links:
                yield {**link, "repository_id": number}

    def _artifacts(self) -> Iterator[tuple[Record, bytes, Record]]:
        """Each artifact's row, its manifest, and the seed's row that it is like."""
        for number, _, name in self._places():
            for index, seed in enumerate(self.artifacts):
                mark = f"{name}-{index}"
                content = self.contents[seed["id"]].replace(f"{MARK}-{index}".encode(), mark.encode())
                digest = "sha256:" + hashlib.sha256(content).hexdigest()
                artifact = {
                    **seed,
                    "id": number * ARTIFACTS + index,
                    "repository_id": number,
                    "digest": digest,
                    "manifest_size": len(content),
                    "annotations": str(seed["annotations"]).replace(f"{MARK}-{index}", mark),
                    "pushed_at": seed["pushed_at"] + number,
                }
                yield artifact, content, seed

    def _tags(self) -> Iterator[Record]:
        identifier = 10_000_000
        for artifact, _, seed in self._artifacts():
            for tag in self.tags:
                if tag["artifact_id"] == seed["id"]:
                    identifier += 1
                    place = {"repository_id": artifact["repository_id"], "artifact_id": artifact["id"]}
                    yield {**tag, **place, "id": identifier}
        first = self.artifacts[0]
        for number in range(MANY_TAGS - TAGS):
            identifier += 1
            yield {**self.tags[0], "id": identifier, "artifact_id": first["id"], "name": f"many-{number:04}"}

    def _audit_records(self) -> Iterator[Record]:
        now = int(time.time() * 1e6)
        for number in range(self.size.audit_records):
            project, operation = number % self.size.projects, "create" if number % 10 == 0 else "pull"
            resource = f"bench-{project:03}/repository-{number // 100 % 100:02}:v{number % 10}-{number % 5}"
            yield {
                "id": 100 + number,
                "op_time": now - (self.size.audit_records - number) * 1_000_000,
                "username": f"user-{number % 37}",
                "operation": operation,
                "resource_type": "artifact",
                "resource": resource,
                "description": f"{operation} artifact: {resource}",
                "is_success": 1 if isinstance(self.tables, SQLiteTables) else "t",
                "project_id": 1000 + project,
            }

    def _audit_counts(self) -> Iterator[Record]:
        for project in range(self.size.projects):
            whole, rest = divmod(self.size.audit_records, self.size.projects)
            yield {"project_id": 1000 + project, "entries": whole + (1 if project < rest else 0)}
