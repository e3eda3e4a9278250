"""Reads what strace wrote: which system calls a server made, in which order they began and ended."""

import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "fsync,fdatasync,rename,renameat,renameat2,link,linkat,write,writev,pwrite64,pwritev,pwritev2,"
    "sendto,sendmsg,sendfile"
)
LINE = re.compile(r"^(?:\[pid\s+)?(?P<thread>\d+)\]?\s+(?P<time>\d+\.\d+) (?P<rest>.*)$")
RESUMED = re.compile(r"^<\.\.\. (?P<name>\w+) resumed>(?P<rest>.*)$")


@dataclass
class Call:
    """One system call: its name and arguments as strace writes them, and when it began and ended, in seconds."""

    name: str
    text: str
    began: float
    ended: float

    def writes_to(self, part: str) -> bool:
        """Says whether it is a write to a file whose path holds a text."""
        return self.name in ("write", "writev", "pwrite64", "pwritev", "pwritev2") and part in self.first_argument

    def syncs(self, part: str) -> bool:
        """Says whether it makes a file or directory durable whose path holds a text."""
        return self.name in ("fsync", "fdatasync") and re.search(part, self.first_argument) is not None

    def answers(self, status: int) -> bool:
        """Says whether it sends the head of an answer with a status."""
        return self.name in ("write", "writev", "sendto", "sendmsg") and f"HTTP/1.1 {status} " in self.text

    @property
    def first_argument(self) -> str:
        """The descriptor with its path, as strace -y writes it."""
        return self.text.split(">", 1)[0]


def parse(text: str) -> list[Call]:
    """Puts calls that other threads interrupted together again; the order is that of their ends."""
    pending: dict[str, tuple[float, str]] = {}
    calls = []
    for line in text.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        thread, moment, rest = match["thread"], float(match["time"]), match["rest"]
        if rest.endswith("<unfinished ...>"):
            pending[thread] = (moment, rest.removesuffix("<unfinished ...>"))
            continue
        began, resumed = moment, RESUMED.match(rest)
        if resumed and thread in pending:
            began, head = pending.pop(thread)
            rest = head + resumed["rest"]
        name, bracket, arguments = rest.partition("(")
        # strace stamps a whole call with its beginning; its line appears at its end, which is before the next line.
        if bracket and not name.startswith(("+++", "---")):
            calls.append(Call(name, arguments, began, moment))
    return calls


class Trace:
    """Follows a running process and all its threads while a block runs."""

    def __init__(self, process: int, output: Path):
        self.process = process
        self.output = output

    def __enter__(self) -> "Trace":
        words = [
            "-f",
            "-y",
            "-ttt",
            "-s",
            "300",
            "-e",
            f"trace={CALLS}",
            "-o",
            str(self.output),
            "-p",
            str(self.process),
        ]
        self.strace = subprocess.Popen(["strace", *words], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        line = self.strace.stderr.readline()
        assert "attached" in line, f"strace: {line}"
        time.sleep(0.5)
        return self

    def __exit__(self, *_) -> None:
        time.sleep(0.5)
        self.strace.terminate()
        self.strace.wait(120)

    def calls(self) -> list[Call]:
        """Reads what was traced, after the block."""
        return parse(self.output.read_text(errors="replace"))


def first(calls: list[Call], what: str, after: float, condition) -> Call:
    """Finds the first call that began no earlier than a moment and fits; fails with what was sought."""
    for call in sorted(calls, key=lambda each: each.began):
        if call.began >= after and condition(call):
            return call
    raise AssertionError(f"no {what} after {after:.6f} in\n" + "\n".join(map(str, calls[-60:])))
