"""Times Haven's start, from exec to the first answer, with 100,000 artifacts in its database."""

import sqlite3
import time
from pathlib import Path

from content import CONFIG_TYPE, LAYER_TYPE, MANIFEST_TYPE, digest_of, manifest_of
from servers import Haven
from table import Aim, Row, Samples

ROUNDS = 5
REPOSITORIES = 1000
ARTIFACTS_PER_REPOSITORY = 100


def fill(database: Path) -> None:
    """Writes repositories with tagged artifacts of one configuration and one layer each into a fresh database."""
    now = time.time_ns() // 1000
    connection = sqlite3.connect(database)
    with connection:
        (project,) = connection.execute("SELECT id FROM project WHERE name = 'library'").fetchone()
        for number in range(REPOSITORIES):
            repository = connection.execute(
                "INSERT INTO repository (project_id, name, pull_count, created_at, updated_at) VALUES (?, ?, 0, ?, ?)",
                (project, f"library/repository-{number}", now, now),
            ).lastrowid
            layer = _insert_blob(connection, repository, f"layer {number}".encode(), now)
            for artifact in range(ARTIFACTS_PER_REPOSITORY):
                _insert_artifact(connection, repository, layer, f"{number}.{artifact}", now)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _insert_blob(connection: sqlite3.Connection, repository: int, content: bytes, now: int) -> tuple[int, bytes]:
    digest = digest_of(content)
    hexadecimal = digest.removeprefix("sha256:")
    key = f"blobs/sha256/{hexadecimal[:2]}/{hexadecimal}.{hexadecimal[:16]}"
    blob = connection.execute(
        "INSERT INTO blob (digest, size, object_key, deleting, created_at) VALUES (?, ?, ?, 0, ?)",
        (digest, len(content), key, now),
    ).lastrowid
    connection.execute("INSERT INTO repository_blob (repository_id, blob_id, renewed_at) VALUES (?, ?, ?)", (repository, blob, now))
    return blob, content


def _insert_artifact(
    connection: sqlite3.Connection, repository: int, layer: tuple[int, bytes], tag: str, now: int
) -> None:
    config = _insert_blob(connection, repository, f'{{"created_by":"{tag}"}}'.encode(), now)
    manifest = manifest_of(config[1], [layer[1]])
    artifact = connection.execute(
        "INSERT INTO artifact (repository_id, digest, media_type, artifact_type, manifest_size, total_size, pull_count,"
        " pushed_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
        (
            repository,
            digest_of(manifest),
            MANIFEST_TYPE,
            CONFIG_TYPE,
            len(manifest),
            len(manifest) + len(config[1]) + len(layer[1]),
            now,
        ),
    ).lastrowid
    connection.execute("INSERT INTO manifest VALUES (?, ?)", (artifact, manifest))
    connection.executemany("INSERT INTO artifact_blob VALUES (?, ?)", [(artifact, config[0]), (artifact, layer[0])])
    connection.execute(
        "INSERT INTO tag (repository_id, name, artifact_id, pushed_at) VALUES (?, ?, ?, ?)",
        (repository, tag, artifact, now),
    )


def measure(directory: Path) -> list[Row]:
    """Starts and stops a Haven of its own several times."""
    haven = Haven(directory)
    haven.start()
    haven.stop()
    fill(haven.data / "haven.sqlite")
    samples = Samples()
    for _ in range(ROUNDS):
        samples.add(haven.name, haven.start())
        try:
            headers = haven.headers("library/repository-7")
            status, _, body = haven.request("GET", "/v2/library/repository-7/tags/list?n=1", **headers)
            if status != 200 or b'"7.0"' not in body:
                raise RuntimeError(f"the database was not filled as Haven reads it: {status} {body!r}")
        finally:
            haven.stop()
    count = REPOSITORIES * ARTIFACTS_PER_REPOSITORY
    return [Row(f"start with {count:,} artifacts: seconds until ready", samples.medians(), [Aim("≤", 0.5)])]
