#!/usr/bin/env python3
"""Makes Portal/source/icons/drawings.ts from Lucide's drawings (ISC licence), for the names in Portal/source/icons/names.txt.

    .venv/bin/python scripts/generate-portal-icons.py

The file is kept in the repository, so that only who adds an icon needs the Python package `lucide`.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from importlib.resources import files
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "Portal/source/icons"
HEADER = """// Made by scripts/generate-portal-icons.py from Lucide (https://lucide.dev, ISC licence) and names.txt. Do not edit.
// deno-fmt-ignore-file

/** The shapes of each icon, in a square of 24: elements of SVG with their attributes. */
export const drawings = {
"""


def shapes(archive: zipfile.ZipFile, name: str) -> list:
    """Gives an icon's elements, each with its attributes."""
    try:
        root = ElementTree.fromstring(archive.read(f"{name}.svg"))
    except KeyError:
        sys.exit(f"Lucide has no icon called {name}")
    return [[element.tag.rsplit("}", 1)[-1], dict(element.attrib)] for element in root]


def main() -> None:
    """Writes the file."""
    names = sorted(set((FOLDER / "names.txt").read_text().split()))
    with zipfile.ZipFile(str(files("lucide") / "lucide.zip")) as archive:
        lines = [f"  {json.dumps(name)}: {json.dumps(shapes(archive, name))},\n" for name in names]
    (FOLDER / "drawings.ts").write_text(HEADER + "".join(lines) + "} satisfies Record<string, Array<[string, Record<string, string>]>>;\n")


if __name__ == "__main__":
    main()
