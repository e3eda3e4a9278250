"""The command line on a running server: users, projects, members; exit codes; the first start."""

import json
import re

import pytest
from harness.commands import run
from harness.registry import Registry

GOOD = "Correct-Horse-1"


@pytest.fixture
def server(fresh_server):
    """A server of the test's own."""
    return fresh_server().start()


def named(rows, key, name):
    """Finds a row of a list by its name."""
    return next(row for row in rows if row[key] == name)


def test_users(server):
    cli = server.cli
    cli.create_user("ada", GOOD)
    cli.create_user("root2", GOOD, admin=True)
    names = {row["username"] for row in cli.listed("user", "list")}
    assert {"admin", "ada", "root2"} <= names
    cli("user", "delete", "ada")
    assert "ada" not in {row["username"] for row in cli.listed("user", "list")}
    assert Registry(server.url, ("ada", GOOD)).ask_token().status_code == 401
    assert Registry(server.url, ("root2", GOOD)).ask_token("registry:catalog:*").status_code == 200


PASSWORDS = [
    ("Short1a", "seven characters"),
    ("nocapital1", "no upper case"),
    ("NOSMALL123", "no lower case"),
    ("NoDigitHere", "no digit"),
    ("Aa1" + "x" * 126, "129 characters"),
    ("", "nothing"),
]


@pytest.mark.parametrize("password", [row[0] for row in PASSWORDS], ids=[row[1] for row in PASSWORDS])
def test_weak_password(sqlite_world, password):
    answer = sqlite_world.server.cli.create_user("weak", password, expect=None)
    assert answer.returncode in (1, 2)
    assert answer.stderr


@pytest.mark.parametrize("name", ["", "a,b", 'a"b', "a~b", "a#b", "a%b", "a$b", "a" * 256])
def test_user_name_that_is_none(sqlite_world, name):
    assert sqlite_world.server.cli.create_user(name, GOOD, expect=None).returncode in (1, 2)


@pytest.mark.parametrize("name", ["UPPER", "a b", "a/b", "-a", "a..b", "a" * 256, ""])
def test_project_name_that_is_none(sqlite_world, name):
    assert sqlite_world.server.cli.create_project(name, expect=None).returncode in (1, 2)


def test_projects(server):
    cli = server.cli
    assert "library" in {row["name"] for row in cli.listed("project", "list")}, "made at first start"
    cli.create_project("one", public=True)
    assert {"library", "one"} <= {row["name"] for row in cli.listed("project", "list")}
    cli("project", "delete", "one")
    assert "one" not in {row["name"] for row in cli.listed("project", "list")}


def test_project_with_repositories_is_kept(server):
    server.cli.create_project("full", owner="admin")
    Registry(server.url, ("admin", "Interop-Adm1n")).push_image("full/a", "v1", [b"layer"])
    assert server.cli("project", "delete", "full", expect=1).stderr


def test_members(server):
    cli = server.cli
    cli.create_user("ada", GOOD)
    cli.create_project("one")
    cli.add_member("one", "ada", "guest")
    assert "ada" in json.dumps(cli.listed("member", "list", "--project", "one"))
    cli("member", "delete", "--project", "one", "--user", "ada")
    assert "ada" not in json.dumps(cli.listed("member", "list", "--project", "one"))


TROUBLE = [
    (("user", "delete", "nobody"), 1),
    (("project", "delete", "nothing"), 1),
    (("project", "create", "library"), 1),
    (("member", "create", "--project", "library", "--user", "nobody", "--role", "guest"), 1),
    (("member", "list", "--project", "nothing"), 1),
    (("member", "create", "--project", "library", "--user", "admin", "--role", "emperor"), 2),
    (("user", "create"), 2),
    (("nonsense",), 2),
    (("serve", "--no-such-option"), 2),
]


@pytest.mark.parametrize("words, code", TROUBLE, ids=[" ".join(row[0]) for row in TROUBLE])
def test_exit_codes(sqlite_world, words, code):
    answer = sqlite_world.server.cli(*words, expect=code)
    assert answer.stderr and "Fatal error" not in answer.stderr


def test_twice_the_same_user(server):
    server.cli.create_user("ada", GOOD)
    assert server.cli.create_user("ada", GOOD, expect=1).stderr


def test_first_password_is_printed_once(fresh_server):
    server = fresh_server()
    del server.environment["HAVEN_ADMIN_PASSWORD"]
    server.environment["HAVEN_LOG_FORMAT"] = "text"
    server.start()
    password = generated_password(server)
    server.stop()
    shown = server.log().count(password)
    server.start()
    assert server.log().count(password) == shown == 1
    assert Registry(server.url, ("admin", password)).ask_token().status_code == 200


def generated_password(server) -> str:
    """Finds the word of the log that signs the administrator in."""
    words = {word for word in re.findall(r"[^\s\"'=:,]{8,128}", server.log()) if looks_generated(word)}
    for word in words:
        if Registry(server.url, ("admin", word)).ask_token().status_code == 200:
            return word
    raise AssertionError(f"the log names no password of the administrator\n{server.log_end()}")


def looks_generated(word: str) -> bool:
    """Says whether a word has what a password must have."""
    return all(re.search(kind, word) for kind in ("[a-z]", "[A-Z]", "[0-9]"))


def test_two_servers_do_not_share_a_data_directory(server):
    answer = run(
        server.cli.binary, "serve", "--data-dir", server.data, "--listen", "127.0.0.1:0", expect=None, timeout=120
    )
    assert answer.returncode == 1
    assert answer.stderr or answer.stdout


def test_commands_without_a_server(server):
    """They take the data directory's lock themselves."""
    server.stop()
    server.cli.create_project("offline")
    assert server.cli.verify()
    server.start()
    assert "offline" in {row["name"] for row in server.cli.listed("project", "list")}


def test_unknown_configuration_key_is_reported(fresh_server):
    server = fresh_server(config="nonsense_key: 1\n")
    try:
        server.start()
    except AssertionError:
        pass
    assert "nonsense_key" in server.log()


def test_the_data_are_the_owners_alone(server):
    """Nobody else on the machine reads the database, the blobs or the socket."""
    assert server.data.stat().st_mode & 0o077 == 0
