"""Syslog servers of the tests, over UDP, TCP and TLS, and a reader of RFC 5424's messages that takes no other."""

import re
import socket
import ssl
import threading
import time
from dataclasses import dataclass

MESSAGE = re.compile(
    rb"<(?P<priority>\d{1,3})>1 (?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (?P<host>[!-~]{1,255})"
    rb" (?P<application>[!-~]{1,48}) (?P<process>[!-~]{1,128}) (?P<identifier>[!-~]{1,32})"
    rb" \[(?P<element>[^ =\"\]]{1,32})(?P<parameters>( [^ =\"\]]{1,32}=\"([^\"\\\]]|\\[\"\\\]])*\")*)\]"
    rb" \xef\xbb\xbf(?P<text>.*)",
    re.DOTALL,
)
PARAMETER = re.compile(r' ([^ =]+)="((?:[^"\\\]]|\\.)*)"')


@dataclass(frozen=True)
class Message:
    """A message whose form was checked."""

    priority: int
    host: str
    application: str
    process: str
    identifier: str
    element: str
    parameters: dict[str, str]
    text: str

    @property
    def resource(self) -> str:
        """What the event happened to."""
        return self.parameters["resource"]


def parse(content: bytes) -> Message:
    """Reads a message; anything else than RFC 5424 with UTF-8 fails, and so does a control character."""
    found = MESSAGE.fullmatch(content)
    assert found, content
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", content.decode()), content
    values = {name: value.decode() for name, value in found.groupdict().items()}
    parameters = {name: re.sub(r"\\(.)", r"\1", value) for name, value in PARAMETER.findall(values["parameters"])}
    return Message(
        int(values["priority"]),
        values["host"],
        values["application"],
        values["process"],
        values["identifier"],
        values["element"],
        parameters,
        values["text"],
    )


class SyslogServer:
    """A server that keeps what arrives; it may be stopped and started again on its port."""

    def __init__(self, transport: str, tls: ssl.SSLContext | None = None, port: int = 0):
        self.transport, self.tls = transport, tls
        self.frames: list[bytes] = []
        self.connections: list[socket.socket] = []
        self.is_hanging = False
        self.failures: list[Exception] = []
        kind = socket.SOCK_DGRAM if transport == "udp" else socket.SOCK_STREAM
        self.listener = socket.socket(socket.AF_INET, kind)
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(("127.0.0.1", port))
        self.port = self.listener.getsockname()[1]
        self.endpoint = f"{transport}://127.0.0.1:{self.port}"
        if transport != "udp":
            self.listener.listen()
        self._begin(self._read_datagrams if transport == "udp" else self._accept)

    def __enter__(self) -> "SyslogServer":
        return self

    def __exit__(self, *_) -> None:
        self.stop()

    def stop(self) -> None:
        """Stops listening, and cuts all connections as a crash does."""
        for connection in [self.listener, *self.connections]:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            connection.close()

    @property
    def messages(self) -> list[Message]:
        """What has arrived."""
        return [parse(frame) for frame in list(self.frames)]

    @property
    def resources(self) -> list[str]:
        """What the events that arrived happened to."""
        return [message.resource for message in self.messages]

    def wait_for(self, *resources: str, seconds: float = 120) -> list[str]:
        """Waits until events of all these have arrived."""
        deadline = time.monotonic() + seconds
        while missing := set(resources) - set(self.resources):
            assert time.monotonic() < deadline, f"missing: {sorted(missing)[:5]}; there: {self.resources[-5:]}"
            time.sleep(0.05)
        return self.resources

    @staticmethod
    def _begin(body, *values) -> None:
        threading.Thread(target=body, args=values, daemon=True).start()

    def _read_datagrams(self) -> None:
        while True:
            try:
                datagram = self.listener.recv(65536)
            except OSError:
                return
            if not datagram:
                return
            self.frames.append(datagram)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections.append(connection)
            self._begin(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
                self.connections.append(connection)
            rest = b""
            while not self.is_hanging:
                part = connection.recv(65536)
                if not part:
                    break
                rest = self._take_frames(rest + part)
            if not self.is_hanging:
                connection.close()
        except OSError as error:
            self.failures.append(error)

    def _take_frames(self, content: bytes) -> bytes:
        """Takes whole frames off the beginning: lines over TCP, counted ones over TLS."""
        while True:
            if self.transport == "tcp":
                frame, separator, rest = content.partition(b"\n")
                if not separator:
                    return content
            else:
                count, separator, rest = content.partition(b" ")
                if not separator or len(rest) < int(count):
                    return content
                frame, rest = rest[: int(count)], rest[int(count) :]
            self.frames.append(frame)
            content = rest
