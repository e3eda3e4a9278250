"""Starts Haven as a process of its own, waits for it and ends it."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import requests

from harness.cli import CommandLine
from harness.commands import environment_with

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("HAVEN_BINARY", ROOT / ".build/release/haven"))
ADMIN_PASSWORD = "Interop-Adm1n"


def free_port() -> int:
    """Finds a port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Haven:
    """One Haven server: its data directory, its address and its process, which may be ended and started again."""

    def __init__(
        self,
        directory: Path,
        *,
        database_url: str | None = None,
        settings: dict[str, str] | None = None,
        config: str | None = None,
        scheme: str = "http",
    ):
        self.directory = directory
        self.data = directory / "data"
        self.log_path = directory / "server.log"
        self.port = free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"{scheme}://{self.host}"
        self.process: subprocess.Popen | None = None
        self.environment = {"HAVEN_ADMIN_PASSWORD": ADMIN_PASSWORD, "HAVEN_LOG_FORMAT": "json", **(settings or {})}
        if database_url:
            self.environment["HAVEN_DATABASE_URL"] = database_url
        self.options = ["--data-dir", str(self.data)]
        directory.mkdir(parents=True, exist_ok=True)
        if config is not None:
            (directory / "haven.yaml").write_text(config)
            self.options += ["--config", str(directory / "haven.yaml")]
        self.cli = CommandLine(BINARY, self.options, self.environment)

    def start(self, *, prefix: tuple[str, ...] = ()) -> "Haven":
        """Starts the process, behind a prefix such as strace if one is given, and waits until it answers."""
        command = [*prefix, str(BINARY), "serve", *self.options, "--listen", self.host]
        with self.log_path.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=self.directory,
                env=environment_with(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.wait_until_ready()
        return self

    def wait_until_ready(self, seconds: float = 120) -> None:
        """Waits for the ping; fails with the log's end if the process dies or stays silent."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}\n{self.log_end()}")
            try:
                answer = requests.get(f"{self.url}/api/v2.0/ping", timeout=10, verify=False)
                if answer.status_code == 200:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.02)
        raise AssertionError(f"the server did not answer within {seconds} s\n{self.log_end()}")

    def stop(self, seconds: float = 120) -> int:
        """Asks the process to end and returns its exit code; a process that does not end is killed and reported."""
        if self.process is None or self.process.poll() is not None:
            return self.process.returncode if self.process else 0
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"the server did not stop within {seconds} s\n{self.log_end()}") from None

    def kill(self) -> None:
        """Ends the process as a crash would."""
        self.process.kill()
        self.process.wait()

    def restart(self) -> "Haven":
        """Stops the process in good order and starts it again on the same data and port."""
        self.stop()
        return self.start()

    def blob_files(self, digest: str = "") -> list[Path]:
        """Finds the stored objects of a digest, or all of them."""
        found = (path for path in (self.data / "storage/blobs").rglob("*") if path.is_file())
        return sorted(path for path in found if path.name.startswith(digest.rpartition(":")[2]))

    def configure(self, **values) -> None:
        """Changes settings that the management API keeps, as the administrator."""
        answer = requests.put(
            f"{self.url}/api/v2.0/configurations", json=values, auth=("admin", ADMIN_PASSWORD), verify=False, timeout=120
        )
        assert answer.status_code == 200, f"{answer.status_code} {answer.text}"

    def log(self) -> str:
        """Reads all that the server has logged."""
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

    def log_end(self, lines: int = 25) -> str:
        """Reads the last lines of the log, for a failure's message."""
        return "\n".join(self.log().splitlines()[-lines:])

    def __enter__(self) -> "Haven":
        return self.start()

    def __exit__(self, *_) -> None:
        self.stop()
