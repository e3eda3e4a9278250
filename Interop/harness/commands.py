"""Runs other programs and says clearly what they said when they fail."""

import os
import subprocess
from pathlib import Path


class CommandFailed(AssertionError):
    """A program ended with another exit code than was asked for."""


def environment_with(more: dict[str, str] | None) -> dict[str, str]:
    """Makes a program's environment: this process's without what Haven or the tests are configured with, and more."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith("HAVEN_")}, **(more or {})}


def run(
    *command: str | Path,
    stdin: str | None = None,
    environment: dict[str, str] | None = None,
    timeout: float = 300,
    expect: int | None = 0,
) -> subprocess.CompletedProcess:
    """Runs a program to its end; raises CommandFailed unless it exits as expected (None: any exit code will do)."""
    words = [str(word) for word in command]
    result = subprocess.run(
        words,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=timeout,
        env=environment_with(environment),
        check=False,
    )
    if expect is not None and result.returncode != expect:
        raise CommandFailed(
            f"{' '.join(words)}\nexit code {result.returncode}, expected {expect}\n"
            f"--- stdout\n{result.stdout[-4000:]}\n--- stderr\n{result.stderr[-4000:]}"
        )
    return result


def refuse(*command: str | Path, **options) -> str:
    """Runs a program that must fail; returns all that it said, for the test to look at the reason."""
    result = run(*command, expect=None, **options)
    assert result.returncode != 0, f"{' '.join(map(str, command))} succeeded\n{result.stdout}\n{result.stderr}"
    return result.stdout + result.stderr
