"""Fixtures: running servers on each database, the projects and users on them, images to push."""

import functools
import os
import secrets
import shutil

import pytest
from harness import images, postgresql
from harness.accounts import World, populate
from harness.commands import run
from harness.estate import Estate, settle
from harness.peer import PEER_URL, PeerWorld
from harness.registry import Registry
from harness.server import BINARY, Haven


@functools.cache
def is_privileged() -> bool:
    """Says whether tests may mount file systems and run daemons: root can be without the right to."""
    return os.geteuid() == 0 and run("unshare", "--mount", "true", expect=None).returncode == 0


def pytest_collection_modifyitems(items):
    """Skips what this machine or the registry under test cannot do, and says why."""
    for item in items:
        if item.get_closest_marker("privileged") and not is_privileged():
            item.add_marker(pytest.mark.skip(reason="needs root that may mount file systems"))
        program = item.get_closest_marker("program")
        for name in program.args if program else ():
            if not shutil.which(name):
                item.add_marker(pytest.mark.skip(reason=f"{name} is not installed (scripts/setup.sh test)"))
        if PEER_URL and item.get_closest_marker("haven_only"):
            item.add_marker(pytest.mark.skip(reason="tests Haven's own answers, not another registry's"))


@pytest.fixture(scope="session")
def binary():
    """The program under test."""
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing: run `make build` first", returncode=2)
    return BINARY


@pytest.fixture(scope="session")
def sqlite_world(binary, tmp_path_factory):
    """A populated server on the embedded database, for the whole run."""
    with Haven(tmp_path_factory.mktemp("sqlite")) as server:
        yield populate(server)


@pytest.fixture(scope="session")
def postgresql_world(binary, tmp_path_factory):
    """A populated server on PostgreSQL, for the whole run."""
    if not postgresql.SERVER_URL:
        pytest.skip("HAVEN_TEST_POSTGRESQL_URL is not set: `make test` and `make interop` start PostgreSQL themselves")
    url = postgresql.create_database()
    with Haven(tmp_path_factory.mktemp("postgresql"), database_url=url) as server:
        yield populate(server)
    postgresql.drop_database(url)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world(request) -> World | PeerWorld:
    """A populated server, on each database in turn; the central tests use this one."""
    if PEER_URL:
        return PeerWorld(PEER_URL) if request.param == "sqlite" else pytest.skip("the peer has one database")
    return request.getfixturevalue(f"{request.param}_world")


@pytest.fixture
def fresh_server(binary, tmp_path):
    """Makes servers of a test's own, on the embedded database; they are stopped at its end."""
    servers = []

    def make(**options) -> Haven:
        server = Haven(tmp_path / f"server{len(servers)}", **options)
        servers.append(server)
        return server

    yield make
    for server in servers:
        server.stop()


@pytest.fixture
def registry(world) -> Registry:
    """The client of a maintainer, who may pull, push and delete."""
    return world.registry("maintainer")


@pytest.fixture
def repository(world) -> str:
    """The name of a repository that nobody has used, in the private project."""
    return f"{world.private}/{secrets.token_hex(6)}"


@pytest.fixture
def other_repository(world) -> str:
    """A second unused repository of the private project."""
    return f"{world.private}/other-{secrets.token_hex(6)}"


@pytest.fixture(scope="session")
def small_layout(tmp_path_factory):
    """An OCI layout with the tags `small` (three layers) and `multi` (an index of two architectures)."""
    return images.small_layout(tmp_path_factory.mktemp("layout") / "small")


@pytest.fixture(scope="session")
def debian_layout():
    """An OCI layout with the tag `app`: a real Debian of three layers, made once and kept in the cache."""
    return images.debian_layout()


@pytest.fixture(scope="session")
def sqlite_estate(binary, tmp_path_factory) -> Estate:
    """A server with something of everything, for the probes of the management API."""
    with Haven(tmp_path_factory.mktemp("estate")) as server:
        yield settle(server)


@pytest.fixture(scope="session")
def postgresql_estate(binary, tmp_path_factory) -> Estate:
    """The same on PostgreSQL."""
    if not postgresql.SERVER_URL:
        pytest.skip("HAVEN_TEST_POSTGRESQL_URL is not set: `make test` and `make interop` start PostgreSQL themselves")
    url = postgresql.create_database()
    with Haven(tmp_path_factory.mktemp("estate-postgresql"), database_url=url) as server:
        yield settle(server)
    postgresql.drop_database(url)


@pytest.fixture(scope="session")
def estate(sqlite_estate) -> Estate:
    """That server, for the probes that need only one database."""
    return sqlite_estate


@pytest.fixture(scope="session", params=["sqlite_estate", "postgresql_estate"], ids=["sqlite", "postgresql"])
def any_estate(request) -> Estate:
    """A server with something of everything, on each database in turn."""
    return request.getfixturevalue(request.param)
