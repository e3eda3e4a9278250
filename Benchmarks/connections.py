"""A light HTTP/1.1 client: many kept connections on one epoll loop, each driven by a generator.

A generator yields the bytes of its next request, receives the `Response`, and ends when it has nothing more to ask.
"""

import select
import socket
from collections.abc import Generator, Iterable


class Response:
    """A response: its status, its head as it came, and its body."""

    __slots__ = ("status", "head", "body")

    def __init__(self, status: int, head: bytes, body: bytes):
        self.status = status
        self.head = head
        self.body = body

    def location(self) -> str:
        """Gives the Location header."""
        begin = self.head.lower().index(b"\r\nlocation: ") + 12
        return self.head[begin : self.head.index(b"\r\n", begin)].decode()


Script = Generator[bytes, Response, None]
Exchange = Generator[bytes, Response, Response]  # a part of a script that sends one request and returns the response


class Client:
    """One connection and the generator that uses it."""

    def __init__(self, address: tuple[str, int], script: Script):
        self.socket = socket.create_connection(address, timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.script = script
        self.received = b""
        self.is_head = False

    def send(self, request: bytes) -> None:
        """Sends a request; it is small, so the socket's buffer always takes it whole."""
        self.is_head = request.startswith(b"HEAD")
        if self.socket.send(request) != len(request):
            raise RuntimeError("the server does not read")

    def receive(self) -> bool:
        """Takes what has arrived and goes on with the script; false when the script has ended."""
        data = self.socket.recv(65536)
        if not data:
            raise RuntimeError("the server closed a kept connection")
        self.received += data
        response = self._response()
        if response is None:
            return True
        try:
            self.send(self.script.send(response))
            return True
        except StopIteration:
            return False

    def _response(self) -> Response | None:
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return None
        length = 0
        if not self.is_head:
            head = self.received[: end + 2].lower()
            begin = head.find(b"\r\ncontent-length:")
            length = int(head[begin + 17 : head.index(b"\r\n", begin + 17)]) if begin >= 0 else 0
        if len(self.received) < end + 4 + length:
            return None
        whole, self.received = self.received[: end + 4 + length], self.received[end + 4 + length :]
        return Response(int(whole[9:12]), whole[: end + 4], whole[end + 4 :])


def converse(address: tuple[str, int], scripts: Iterable[Script]) -> None:
    """Runs every script on a connection of its own until all have ended."""
    poll = select.epoll()
    clients = {}
    for script in scripts:
        client = Client(address, script)
        clients[client.socket.fileno()] = client
    for descriptor, client in clients.items():
        poll.register(descriptor, select.EPOLLIN)
        client.send(next(client.script))
    while clients:
        events = poll.poll(30)
        if not events:
            raise RuntimeError(f"no answer within 30 s on {len(clients)} connections")
        for descriptor, _ in events:
            if not clients[descriptor].receive():
                poll.unregister(descriptor)
                clients.pop(descriptor).socket.close()
    poll.close()


def request_bytes(method: str, path: str, host: str, headers: dict[str, str], body: bytes | None = None) -> bytes:
    """Writes a request; a body, even an empty one, gets its Content-Length."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")
