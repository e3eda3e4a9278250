"""Reads and writes the tables of a stopped server's database, SQLite or PostgreSQL."""

import csv
import io
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

Record = dict[str, object]


def chunks(records: Iterable[Record], size: int = 20_000) -> Iterator[list[Record]]:
    """Splits records into lists, so that a million of them never lie in memory at once."""
    chunk: list[Record] = []
    for record in records:
        chunk.append(record)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class SQLiteTables:
    """The tables of an embedded database."""

    def __init__(self, path: Path):
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute("PRAGMA cache_size = -200000")

    def rows(self, query: str) -> list[Record]:
        """Reads rows as dictionaries; bytes stay bytes."""
        return [dict(row) for row in self.connection.execute(query)]

    def insert(self, table: str, records: Iterable[Record]) -> None:
        """Adds rows; all have the columns of the first."""
        for chunk in chunks(records):
            columns = list(chunk[0])
            marks = ", ".join("?" * len(columns))
            self.connection.execute("BEGIN")
            self.connection.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
                ([record[column] for column in columns] for record in chunk),
            )
            self.connection.execute("COMMIT")

    def finish(self) -> None:
        """Moves everything into the file itself. No statistics are gathered: a server's database has none either."""
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()


class PostgreSQLTables:
    """The tables of a PostgreSQL database, through psql."""

    def __init__(self, url: str):
        self.url = url
        self.psql = shutil.which("psql") or sorted(glob("/usr/lib/postgresql/*/bin/psql"))[-1]
        self.filled: set[str] = set()

    def run(self, sql: str, content: str | None = None) -> str:
        """Runs statements; `content` is what COPY reads."""
        command = [self.psql, "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-c", sql]
        return subprocess.run(command, input=content, capture_output=True, text=True, check=True).stdout

    def rows(self, query: str) -> list[Record]:
        """Reads rows as dictionaries; bytes are texts of the form `\\x00ff`."""
        return [json.loads(line) for line in self.run(f"SELECT row_to_json(r) FROM ({query}) r").splitlines()]

    def insert(self, table: str, records: Iterable[Record]) -> None:
        """Adds rows; all have the columns of the first."""
        for chunk in chunks(records, 100_000):
            text = io.StringIO()
            writer = csv.writer(text)
            columns = list(chunk[0])
            for record in chunk:
                writer.writerow([self._cell(record[column]) for column in columns])
            copy = f"COPY {table} ({', '.join(columns)}) FROM STDIN WITH (FORMAT csv, NULL '@null')"
            self.run(copy, text.getvalue())
        self.filled.add(table)

    @staticmethod
    def _cell(value: object) -> object:
        if value is None:
            return "@null"
        return "\\x" + value.hex() if isinstance(value, bytes) else value

    def finish(self) -> None:
        """Lets numbers go on behind those that were given, and gathers statistics as the server does by itself."""
        for table in self.filled:
            identity = f"pg_get_serial_sequence('{table}', 'id')"
            has_number = self.run(
                f"SELECT 1 FROM information_schema.columns WHERE table_name = '{table}' AND column_name = 'id'"
                " AND is_identity = 'YES'"
            )
            if has_number:
                self.run(f"SELECT setval({identity}, (SELECT max(id) FROM {table}))")
        self.run("VACUUM ANALYZE")
