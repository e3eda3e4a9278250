"""The management API's description, api/openapi.yaml, as the tests use it."""

import functools
from dataclasses import dataclass, field

import yaml

from harness.server import ROOT

SOURCE = ROOT / "api/openapi.yaml"
METHODS = {"get", "head", "post", "put", "patch", "delete"}


@dataclass
class Operation:
    """One operation: its method, its path from the server's root, and what the description says of it."""

    name: str
    method: str
    path: str
    details: dict
    parameters: list[dict] = field(default_factory=list)

    @property
    def is_later(self) -> bool:
        """Whether it belongs to a feature of a later version."""
        responses = self.details["responses"]
        well = [answer for code, answer in responses.items() if code < "300"]
        return not well or well == [{"$ref": "#/components/responses/Nothing"}]

    @property
    def body_schema(self) -> dict | None:
        """The schema of the JSON body, if there is one."""
        content = self.details.get("requestBody", {}).get("content", {})
        return resolved(content["application/json"]["schema"]) if "application/json" in content else None


@functools.cache
def document() -> dict:
    """Reads the description."""
    return yaml.load(SOURCE.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def resolved(part: dict) -> dict:
    """Follows a reference to a component."""
    while "$ref" in part:
        found = document()
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part


@functools.cache
def operations() -> list[Operation]:
    """Lists all operations."""
    found = []
    for path, item in document()["paths"].items():
        base = "" if "servers" in item else document()["servers"][0]["url"]
        shared = item.get("parameters", [])
        for method in METHODS & item.keys():
            details = item[method]
            parameters = [resolved(each) for each in [*shared, *details.get("parameters", [])]]
            found.append(Operation(details["operationId"], method.upper(), base + path, details, parameters))
    return sorted(found, key=lambda each: each.name)
