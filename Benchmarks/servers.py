"""Starts and ends the three servers on loopback: Haven, Debian's docker-registry and nginx."""

import base64
import http.client
import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import processes

ROOT = Path(__file__).resolve().parents[1]
HAVEN = Path(os.environ.get("HAVEN_BINARY", ROOT / ".build/release/haven")).resolve()
PASSWORD = "Bench-Adm1n"


def free_port() -> int:
    """Finds a port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server process with its directory and its address."""

    name = ""
    ready_path = "/v2/"
    environment: dict[str, str] = {}

    def __init__(self, directory: Path):
        self.directory = directory
        directory.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.address = ("127.0.0.1", self.port)
        self.host = f"127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None

    def command(self) -> list[str]:
        """Says how to start the process in the foreground."""
        raise NotImplementedError

    def start(self) -> float:
        """Starts the process and returns the seconds until it first answered 200."""
        with (self.directory / "log").open("ab") as log:
            begin = time.monotonic()
            self.process = subprocess.Popen(
                self.command(),
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > begin + 30:
                raise RuntimeError(f"{self.name} did not start:\n{(self.directory / 'log').read_text()[-2000:]}")
            time.sleep(0.001)
        return time.monotonic() - begin

    def answers(self) -> bool:
        """Asks once whether the server is ready."""
        request = f"GET {self.ready_path} HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n\r\n"
        try:
            with socket.create_connection(self.address, timeout=5) as connection:
                connection.sendall(request.encode())
                return connection.recv(64).split(b" ")[1:2] == [b"200"]
        except OSError:
            return False

    def stop(self) -> None:
        """Asks the process to end and waits for it."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def cpu_seconds(self) -> float:
        """Tells the processor time the server has used so far."""
        return processes.cpu_seconds(self.process.pid)

    def memory(self, field: str) -> float:
        """Tells the server's VmRSS or VmHWM in MiB."""
        return processes.memory(self.process.pid, field)

    def headers(self, repository: str) -> dict[str, str]:
        """Gives the headers that let a client pull from and push to a repository."""
        del repository
        return {}

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Sends one request of the preparations; underscores in header names stand for hyphens."""
        connection = http.client.HTTPConnection(*self.address, timeout=30)
        try:
            fields = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, fields)
            response = connection.getresponse()
            fields = {name.lower(): value for name, value in response.getheaders()}
            return response.status, fields, response.read()
        finally:
            connection.close()


class Haven(Server):
    """Haven as it comes: embedded database, files, tokens checked on every request."""

    name = "Haven"
    ready_path = "/api/v2.0/ping"
    environment = {"HAVEN_ADMIN_PASSWORD": PASSWORD}

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.directory / "data"

    def command(self) -> list[str]:
        return [str(HAVEN), "serve", "--data-dir", str(self.data), "--listen", self.host]

    def headers(self, repository: str) -> dict[str, str]:
        credentials = base64.b64encode(f"admin:{PASSWORD}".encode()).decode()
        path = f"/service/token?service=harbor-registry&scope=repository:{repository}:pull,push"
        status, _, body = self.request("GET", path, Authorization=f"Basic {credentials}")
        if status != 200:
            raise RuntimeError(f"no token for {repository}: {status} {body!r}")
        return {"Authorization": f"Bearer {json.loads(body)['token']}"}


class DockerRegistry(Server):
    """Debian's docker-registry with the blob cache of Debian's configuration, anonymous and without access log."""

    name = "docker-registry"

    def command(self) -> list[str]:
        settings = {
            "version": 0.1,
            "log": {"level": "error", "accesslog": {"disabled": True}},
            "storage": {
                "cache": {"blobdescriptor": "inmemory"},
                "filesystem": {"rootdirectory": str(self.directory / "data")},
                "delete": {"enabled": True},
            },
            "http": {"addr": self.host},
        }
        path = self.directory / "config.yml"
        path.write_text(json.dumps(settings))
        return ["docker-registry", "serve", str(path)]


class Nginx(Server):
    """nginx that serves the same bytes as files."""

    name = "nginx"
    ready_path = "/ready"

    @property
    def root(self) -> Path:
        """The directory that is served."""
        return self.directory / "files"

    def command(self) -> list[str]:
        self.root.mkdir(exist_ok=True)
        (self.root / "ready").touch()
        path = self.directory / "nginx.conf"
        path.write_text(
            f"""
            daemon off;
            {"user root;" if os.geteuid() == 0 else ""}
            worker_processes {os.cpu_count()};
            pid {self.directory}/nginx.pid;
            events {{ worker_connections 1024; }}
            http {{
                access_log off;
                client_body_temp_path {self.directory}/body;
                default_type application/vnd.oci.image.manifest.v1+json;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 1000000000;
                server {{ listen {self.host}; root {self.root}; }}
            }}
            """
        )
        return ["nginx", "-e", str(self.directory / "error.log"), "-c", str(path)]
