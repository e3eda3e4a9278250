"""Fills a stopped registry with blobs by SQL: in use, in the trash, young, forgotten.

Of 1,000,000 blobs 600,000 belong to 200,000 images, which also share 50 base layers; 100,000 are in the trash, half of
them too long; 20,000 were uploaded just now; the others nobody uses, most by an old link, some by none.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from api_tables import PostgreSQLTables, SQLiteTables

Tables = SQLiteTables | PostgreSQLTables
REPOSITORIES = 2000
FIRST_REPOSITORY = 1000
FIRST_ARTIFACT = 1_000_000
BASE_LAYERS = 50
TRASHED_AT_ONCE = 5


def run(tables: Tables, statement: str) -> None:
    """Runs a statement."""
    if isinstance(tables, SQLiteTables):
        tables.connection.execute(statement)
    else:
        tables.run(statement)


def series(count: int, first: int = 0) -> str:
    """Writes a table of the numbers from `first`, `count` of them."""
    return (
        f"(WITH RECURSIVE s(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM s WHERE i + 1 < {first + count})"
        " SELECT i FROM s) AS series"
    )


def hexadecimal(tables: Tables, number: str = "i", salt: int = 0) -> str:
    """Writes the 64 digits of a made-up hash of a number; the first of them are spread evenly."""
    mixed = f"(({number}) * 2654435761 + {salt}) % 4294967296"
    if isinstance(tables, SQLiteTables):
        return f"printf('%08x%056x', {mixed}, {number})"
    return f"lpad(to_hex({mixed}), 8, '0') || lpad(to_hex({number}), 56, '0')"


@dataclass(frozen=True)
class Expected:
    """What a collection has to find."""

    blobs: int
    bytes: int


@dataclass(frozen=True)
class Dataset:
    """So many blobs, in the given proportions."""

    blobs: int = 1_000_000

    @property
    def artifacts(self) -> int:
        """Each has three blobs of its own."""
        return self.blobs // 5

    @property
    def trashed(self) -> range:
        """The blobs in the trash."""
        first = 3 * self.artifacts + BASE_LAYERS + 1
        return range(first, first + self.blobs // 10)

    @property
    def young(self) -> range:
        """Blobs that were uploaded just now."""
        return range(self.trashed.stop, self.trashed.stop + self.blobs // 50)

    @property
    def loose(self) -> range:
        """Blobs that no row refers to."""
        return range(self.young.stop, self.young.stop + self.blobs // 20)

    @property
    def linked(self) -> range:
        """Blobs that an old link refers to, and nothing else."""
        return range(self.loose.stop, self.blobs + 1)

    def expected(self) -> Expected:
        """The blobs that can go: half of the trash, what is loose, what only an old link names."""
        expired = [
            number
            for number in self.trashed
            if ((number - self.trashed.start) // TRASHED_AT_ONCE) % 2 == 0
        ]
        gone = [*expired, *self.loose, *self.linked]
        return Expected(len(gone), sum(1000 + number % 1000 for number in gone))

    def fill(self, tables: Tables, project: int) -> None:
        """Writes all rows."""
        now = time.time_ns() // 1000
        old = now - 10 * 86_400_000_000
        repository = f"{FIRST_REPOSITORY} + i % {REPOSITORIES}"
        run(
            tables,
            "INSERT INTO repository (id, project_id, name, pull_count, created_at, updated_at)"
            f" SELECT {FIRST_REPOSITORY} + i, {project}, 'bench/repository-' || i, 0, {old}, {old}"
            f" FROM {series(REPOSITORIES)}",
        )
        insert_blobs(tables, 1, self.blobs, old)
        run(
            tables,
            "INSERT INTO artifact (id, repository_id, digest, media_type, manifest_size, total_size, pull_count, pushed_at,"
            " type, extra_attributes)"
            f" SELECT {FIRST_ARTIFACT} + i, {repository}, 'sha256:' || {hexadecimal(tables, salt=7)},"
            f" 'application/vnd.oci.image.manifest.v1+json', 500, 5000, 0, {old}, 'IMAGE', ''"
            f" FROM {series(self.artifacts)}",
        )
        for part in range(3):
            run(
                tables,
                f"INSERT INTO artifact_blob (artifact_id, blob_id) SELECT {FIRST_ARTIFACT} + i, 3 * i + {part + 1}"
                f" FROM {series(self.artifacts)}",
            )
            link(tables, f"SELECT {repository}, 3 * i + {part + 1}, {old} FROM {series(self.artifacts)}")
        base = 3 * self.artifacts + 1
        run(
            tables,
            f"INSERT INTO artifact_blob (artifact_id, blob_id) SELECT {FIRST_ARTIFACT} + i, {base} + i % {BASE_LAYERS}"
            f" FROM {series(self.artifacts)}",
        )
        link(
            tables, f"SELECT {FIRST_REPOSITORY} + i, {base} + i % {BASE_LAYERS}, {old} FROM {series(REPOSITORIES)}"
        )
        self.fill_trash(tables, project, now)
        link(tables, f"SELECT {repository}, i, {now} FROM {series(len(self.young), self.young.start)}")
        link(tables, f"SELECT {repository}, i, {old} FROM {series(len(self.linked), self.linked.start)}")

    def fill_trash(self, tables: Tables, project: int, now: int) -> None:
        """Writes entries of the trash, of which each second one is still kept."""
        entries = len(self.trashed) // TRASHED_AT_ONCE
        day = 86_400_000_000
        run(
            tables,
            "INSERT INTO trash (id, deletion_id, kind, project_id, repository_id, repository_name, artifact_id, digest,"
            " deleted_by, deleted_at, expires_at)"
            f" SELECT i + 1, 'bench' || i, 'artifact', {project}, {FIRST_REPOSITORY}, 'bench/repository-0',"
            f" {2 * FIRST_ARTIFACT} + i, 'sha256:' || {hexadecimal(tables, salt=9)}, 'admin', {now - 9 * day},"
            f" {now} + CASE WHEN i % 2 = 0 THEN -{day} ELSE {7 * day} END FROM {series(entries)}",
        )
        run(
            tables,
            f"INSERT INTO trashed_blob (trash_id, blob_id) SELECT i / {TRASHED_AT_ONCE} + 1, {self.trashed.start} + i"
            f" FROM {series(len(self.trashed))}",
        )


def insert_blobs(tables: Tables, first: int, count: int, created: int) -> None:
    """Writes blobs of 1,000 to 1,999 bytes, with numbers from `first`."""
    digits = hexadecimal(tables)
    run(
        tables,
        "INSERT INTO blob (id, digest, size, object_key, deleting, created_at)"
        f" SELECT i, 'sha256:' || digits, 1000 + i % 1000,"
        " 'blobs/sha256/' || substr(digits, 1, 2) || '/' || digits || '.0000000000000000',"
        f" FALSE, {created} FROM (SELECT i, {digits} AS digits FROM {series(count, first)}) AS made",
    )


def link(tables: Tables, rows: str) -> None:
    """Writes links of repositories to blobs."""
    run(tables, f"INSERT INTO repository_blob (repository_id, blob_id, renewed_at) {rows}")


def make_files(tables: Tables, storage: Path, numbers: range) -> None:
    """Makes the objects of some blobs, small as they are."""
    rows = tables.rows(
        f"SELECT object_key FROM blob WHERE id >= {numbers.start} AND id < {numbers.stop}"
    )
    for row in rows:
        path = storage / str(row["object_key"])
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(b"x")


def finish(tables: Tables) -> None:
    """Lets numbers go on behind those that were given, and gathers PostgreSQL's statistics."""
    if isinstance(tables, PostgreSQLTables):
        tables.filled |= {"repository", "artifact", "blob", "trash"}
    tables.finish()
