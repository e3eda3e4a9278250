"""Drives Haven's command line, which makes users, projects and members on a running server."""

import json
import subprocess
from pathlib import Path

from harness.commands import run


class CommandLine:
    """The `haven` program with the options that lead it to one server's data."""

    def __init__(self, binary: Path, options: list[str], environment: dict[str, str]):
        self.binary = binary
        self.options = options
        self.environment = environment

    def __call__(self, *words: str, stdin: str | None = None, expect: int | None = 0) -> subprocess.CompletedProcess:
        """Runs a subcommand."""
        return run(self.binary, *words, *self.options, stdin=stdin, environment=self.environment, expect=expect)

    def listed(self, *words: str) -> list[dict]:
        """Runs a subcommand that lists something, as JSON."""
        return json.loads(self(*words, "--json").stdout)

    def create_user(self, name: str, password: str, *, admin: bool = False, expect: int = 0):
        """Makes a user; the password goes in on standard input."""
        flags = ["--admin"] if admin else []
        return self(
            "user",
            "create",
            name,
            "--email",
            f"{name}@example.test",
            "--password-stdin",
            *flags,
            stdin=password,
            expect=expect,
        )

    def create_project(self, name: str, *, public: bool = False, owner: str | None = None, expect: int = 0):
        """Makes a project."""
        flags = (["--public"] if public else []) + (["--owner", owner] if owner else [])
        return self("project", "create", name, *flags, expect=expect)

    def add_member(self, project: str, user: str, role: str, *, expect: int = 0):
        """Gives a user a role in a project."""
        return self("member", "create", "--project", project, "--user", user, "--role", role, expect=expect)

    def verify(self, expect: int = 0) -> dict:
        """Reads everything stored back; exit code 1 says that something is missing or damaged."""
        return json.loads(self("verify", "--json", expect=expect).stdout)

    def gc(self, *flags: str) -> dict:
        """Removes what nothing references."""
        return json.loads(self("gc", "--json", *flags).stdout)
