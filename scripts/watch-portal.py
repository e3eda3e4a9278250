#!/usr/bin/env python3
"""Builds the portal again whenever one of its files changes, until it is interrupted."""

import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT / "Portal/source", ROOT / "Portal/static"]


def newest() -> float:
    """Gives the time of the last change."""
    files = [path for folder in FOLDERS for path in folder.rglob("*") if path.is_file()]
    return max(path.stat().st_mtime for path in [*files, ROOT / "Portal/index.html"])


def main() -> None:
    """Builds, waits for a change, and builds again; a build that fails is tried again at the next change."""
    built = 0.0
    while True:
        changed = newest()
        if changed > built:
            built = changed
            subprocess.run([ROOT / "scripts/build-portal.sh"], check=False)
        time.sleep(0.3)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
