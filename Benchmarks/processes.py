"""Reads what a server's processes have used from /proc."""

import os
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """Lists a process and all that descend from it."""
    found = [pid]
    for parent in found:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        found += [int(child) for child in children.split()]
    return found


def cpu_seconds(pid: int) -> float:
    """Adds up the user and system time of a process and its descendants, in seconds."""
    ticks = 0
    for member in family(pid):
        # The second field is the program's name in parentheses and may hold spaces.
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS_PER_SECOND


def memory(pid: int, field: str) -> float:
    """Adds up VmRSS (resident now) or VmHWM (resident at its highest) of a process and its descendants, in MiB."""
    kibibytes = 0
    for member in family(pid):
        for line in Path(f"/proc/{member}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                kibibytes += int(line.split()[1])
    return kibibytes / 1024
