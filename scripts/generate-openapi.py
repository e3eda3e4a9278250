#!/usr/bin/env python3
"""Makes Sources/ManagementAPI/Description/OpenAPIDocument.swift from api/openapi.yaml.

  scripts/generate-openapi.py          writes the file
  scripts/generate-openapi.py --check  fails if the file is not what would be written

The program carries its description in itself, so that what it serves can never be another version's.
"""

import hashlib
import json
import sys
from pathlib import Path

try:
    import yaml
except ImportError:
    sys.exit("generate-openapi: PyYAML is missing: run `make setup-test`, or install python3-yaml")

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "api/openapi.yaml"
TARGET = ROOT / "Sources/ManagementAPI/Description/OpenAPIDocument.swift"
WIDTH = 112

HEAD = '''\
// swift-format-ignore-file
// Made by scripts/generate-openapi.py from api/openapi.yaml: change that one.

/// The description of the management API, as it is served.
package enum OpenAPIDocument {
    /// The document's entity tag: a hash of it, in quotes.
    package static let entityTag = ##""TAG""##
    /// An OpenAPI 3.0 document in JSON.
    package static let json = ##"""
'''
TAIL = '''
        """##
}
'''


def entries(document: dict, depth: int = 2) -> list[str]:
    """Writes the document as JSON in pieces: one for each path and each component, so that a change stays small."""
    if depth == 0 or not isinstance(document, dict) or not document:
        return [json.dumps(document, ensure_ascii=True, separators=(",", ":"))]
    pieces: list[str] = []
    for name, value in document.items():
        inner = entries(value, depth + (1 if name == "components" else 0) - 1)
        if pieces:
            pieces[-1] += ","
        pieces += [json.dumps(name) + ":" + inner[0], *inner[1:]]
    pieces[0] = "{" + pieces[0]
    pieces[-1] += "}"
    return pieces


def wrapped(piece: str) -> list[str]:
    """Cuts a piece into lines."""
    return [piece[start : start + WIDTH] for start in range(0, len(piece), WIDTH)]


def swift(document: dict) -> str:
    """Writes the Swift file: a raw literal whose line ends are not part of it."""
    lines = [line for piece in entries(document) for line in wrapped(piece)]
    text = json.dumps(document, ensure_ascii=True, separators=(",", ":"))
    assert "".join(lines) == text
    head = HEAD.replace("TAG", hashlib.sha256(text.encode()).hexdigest()[:32])
    return head + "\n".join(f"        {line}\\##" for line in lines).removesuffix("\\##") + TAIL


def main() -> int:
    document = yaml.load(SOURCE.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    text = swift(document)
    if sys.argv[1:] == ["--check"]:
        if TARGET.exists() and TARGET.read_text() == text:
            print("description: up to date")
            return 0
        print(f"{TARGET.relative_to(ROOT)} is not what {SOURCE.relative_to(ROOT)} says: run scripts/generate-openapi.py")
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
