"""Makes databases on the PostgreSQL server of the tests (HAVEN_TEST_POSTGRESQL_URL)."""

import os
import secrets
from urllib.parse import urlsplit, urlunsplit

from harness.commands import run

SERVER_URL = os.environ.get("HAVEN_TEST_POSTGRESQL_URL", "")


def with_database(url: str, name: str) -> str:
    """Puts another database's name into a connection URL."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def execute(statement: str, url: str = SERVER_URL) -> str:
    """Runs one statement and returns its rows as text."""
    return run("psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement, url).stdout


def create_database() -> str:
    """Makes an empty database and returns its URL."""
    name = f"interop_{secrets.token_hex(6)}"
    execute(f"CREATE DATABASE {name}")
    return with_database(SERVER_URL, name)


def drop_database(url: str) -> None:
    """Removes a database, whoever is still connected."""
    execute(f"DROP DATABASE IF EXISTS {urlsplit(url).path[1:]} WITH (FORCE)")
