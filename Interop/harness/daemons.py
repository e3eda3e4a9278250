"""Runs the daemons whose clients are tested, each on a socket and a directory of its own."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from harness.commands import run


class Daemon:
    """A process that is ready when a command of its client succeeds."""

    def __init__(self, directory: Path, command: list[str], ready: list[str], environment: dict[str, str]):
        self.directory = directory
        self.command = command
        self.ready = ready
        self.environment = environment
        self.log_path = directory / "daemon.log"

    def __enter__(self) -> "Daemon":
        with self.log_path.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**os.environ, **self.environment}
            )
        deadline = time.monotonic() + 120
        while run(*self.ready, environment=self.environment, expect=None).returncode != 0:
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                raise AssertionError(f"{self.command[0]} did not start\n{self.log_path.read_text()[-3000:]}")
            time.sleep(0.1)
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        try:
            self.process.wait(120)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def docker_client() -> str:
    """Finds Debian's docker, which fits its daemon; another one may stand before it on PATH."""
    return "/usr/bin/docker" if os.access("/usr/bin/docker", os.X_OK) else shutil.which("docker")


def docker_daemon(directory: Path, *more: str) -> Daemon:
    """Describes a Docker daemon that touches neither the network nor the firewall."""
    socket = f"unix://{directory}/docker.sock"
    (directory / "config").mkdir(parents=True)
    command = [
        "dockerd",
        f"--host={socket}",
        f"--data-root={directory}/data",
        f"--exec-root={directory}/exec",
        f"--pidfile={directory}/dockerd.pid",
        "--storage-driver=vfs",
        "--bridge=none",
        "--iptables=false",
        "--ip6tables=false",
        "--ip-masq=false",
        "--ip-forward=false",
        "--userland-proxy=false",
        "--log-level=warn",
        "--insecure-registry=127.0.0.0/8",
        *more,
    ]
    environment = {"DOCKER_HOST": socket, "DOCKER_CONFIG": f"{directory}/config", "DOCKER_CONTENT_TRUST": "0"}
    return Daemon(directory, command, [docker_client(), "version"], environment)


CONTAINERD_CONFIGURATION = """
version = 2
root = "{directory}/root"
state = "{directory}/state"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "{directory}/containerd.sock"
"""


def containerd_daemon(directory: Path) -> Daemon:
    """Describes a containerd without Kubernetes' interface."""
    directory.mkdir(parents=True)
    (directory / "config.toml").write_text(CONTAINERD_CONFIGURATION.format(directory=directory))
    command = ["containerd", "--config", f"{directory}/config.toml", "--log-level", "warn"]
    environment = {"CONTAINERD_ADDRESS": f"{directory}/containerd.sock", "CONTAINERD_NAMESPACE": "interop"}
    return Daemon(directory, command, ["ctr", "version"], environment)
