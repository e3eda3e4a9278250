#!/usr/bin/env python3
"""Makes Portal/source/api/schema.ts, the TypeScript interfaces of the management API, from api/openapi.yaml.

    scripts/generate-portal-types.py          writes the file
    scripts/generate-portal-types.py --check  fails if the file isn't what would be written
"""

import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "Portal/source/api/schema.ts"
HEADER = "// Made by scripts/generate-portal-types.py from api/openapi.yaml. Do not edit.\n// deno-fmt-ignore-file\n"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}


def type_of(schema: dict) -> str:
    """Gives the TypeScript type of a schema."""
    plain = plain_type(schema)
    return f"{plain} | null" if schema.get("nullable") else plain


def plain_type(schema: dict) -> str:
    """Gives the type of a schema as if it couldn't be null."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "enum" in schema:
        return " | ".join(
            f'"{value}"' if isinstance(value, str) else str(value)
            for value in schema["enum"]
            if value is not None
        )
    for word, joint in (("oneOf", " | "), ("anyOf", " | "), ("allOf", " & ")):
        if word in schema:
            return joint.join(type_of(part) for part in schema[word])
    if schema.get("type") == "array":
        return f"Array<{type_of(schema.get('items', {}))}>"
    if "properties" in schema:
        return "{ " + "; ".join(members(schema)) + " }"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"Record<string, {type_of(schema['additionalProperties'])}>"
    if schema.get("type") == "object" or "additionalProperties" in schema:
        return "Record<string, unknown>"
    return PLAIN.get(schema.get("type"), "unknown")


def members(schema: dict) -> list[str]:
    """Gives the members of an object, optional ones with a question mark."""
    required = schema.get("required", [])
    return [
        f"{name if name.isidentifier() else repr(name)}{'' if name in required else '?'}: {type_of(member)}"
        for name, member in schema["properties"].items()
    ]


def declaration(name: str, schema: dict) -> str:
    """Gives the interface or the type of a named schema, with its description."""
    comment = f"/** {' '.join(schema['description'].split())} */\n" if "description" in schema else ""
    if "properties" in schema and not schema.get("nullable"):
        body = "".join(f"  {member};\n" for member in members(schema))
        return f"{comment}export interface {name} {{\n{body}}}\n"
    return f"{comment}export type {name} = {type_of(schema)};\n"


def main() -> int:
    """Writes or compares the file."""
    schemas = yaml.safe_load((ROOT / "api/openapi.yaml").read_text())["components"]["schemas"]
    text = HEADER + "".join("\n" + declaration(name, schemas[name]) for name in sorted(schemas))
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text)
        return 0
    if TARGET.exists() and TARGET.read_text() == text:
        return 0
    print(f"{TARGET.relative_to(ROOT)} is out of date: run scripts/generate-portal-types.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
