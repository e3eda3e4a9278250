#!/usr/bin/env python3
"""Fails when the modules' arrows differ from the drawing in docs/architecture.md.

Reads `swift package describe --type json` (or a file given as the only argument, for the script's own test) and every
import in Sources and Tests. It reports

- a dependency between two targets that the drawing does not have, or a target that has no place in it;
- a cycle;
- an import of a module that the target does not declare, and a declared dependency that nothing imports;
- modules that the project does not use at all.

Exit 0: all is well. Exit 1: something is not; one line each.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

# The drawing, from top to bottom. A target may use those of every layer below its own.
LAYERS = [
    ("executable", ["haven"]),
    ("composition", ["Server"]),
    ("surfaces", ["DistributionAPI", "TokenService", "ManagementAPI", "PortalHosting"]),
    (
        "features",
        [
            "Replication",
            "ProxyCache",
            "GarbageCollection",
            "Verification",
            "Retention",
            "Scanning",
            "Signing",
            "Webhooks",
            "Auditing",
            "Quotas",
            "Immutability",
            "Preheating",
            "Alerting",
        ],
    ),
    ("domain", ["Catalog", "Admission", "Content", "Access", "Identity", "SystemConfiguration", "Events", "Jobs"]),
    (
        "platform",
        [
            "HTTPServing",
            "SQL",
            "SQLite",
            "PostgreSQL",
            "BlobStorage",
            "FilesystemStorage",
            "S3Storage",
            "RegistryClient",
            "OutboundHTTP",
            "LDAP",
            "Cryptography",
            "Prometheus",
            "StructuredLogging",
            "LayerArchive",
            "Cron",
        ],
    ),
    ("values", ["Listing", "OCI", "Time"]),
    ("C modules", ["CSQLite", "CPostgreSQL", "CCrypto", "CYAML", "CZlib", "CLDAP", "CArchive"]),
]

# Arrows inside a layer. The domain's go from left to right only, in the order of the drawing.
DOMAIN_ORDER = dict(LAYERS)["domain"]
SIDEWAYS = {(upper, lower) for at, upper in enumerate(DOMAIN_ORDER) for lower in DOMAIN_ORDER[at + 1 :]} | {
    ("SQLite", "SQL"),
    ("PostgreSQL", "SQL"),
    ("FilesystemStorage", "BlobStorage"),
    ("S3Storage", "BlobStorage"),
    ("S3Storage", "Cryptography"),
    ("HTTPServing", "Prometheus"),
    ("RegistryClient", "Cryptography"),
    ("Listing", "Time"),
}

# Downward arrows that the drawing has for these targets only: the C modules have one user each, drivers are chosen by
# the composition alone, and surfaces leave SQL to the services they call.
ONLY_FOR = {
    "CSQLite": {"SQLite"},
    "CPostgreSQL": {"PostgreSQL"},
    "CCrypto": {"Cryptography"},
    "CYAML": {"Server"},
    "CZlib": {"LayerArchive"},
    "CLDAP": {"LDAP"},
    "CArchive": {"LayerArchive"},
    "SQLite": {"Server"},
    "PostgreSQL": {"Server"},
    "FilesystemStorage": {"Server"},
    "S3Storage": {"Server"},
}
NEVER = {(surface, "SQL") for surface in dict(LAYERS)["surfaces"]} | {("haven", "SQL")}

# Test support may use what it makes temporary copies of; nothing but tests and benchmarks may use it.
TEST_SUPPORT = "RegistryTesting"

# Modules that come with the toolchain or the system.
SYSTEM_MODULES = {
    "Swift",
    "Synchronization",
    "Dispatch",
    "FoundationEssentials",
    "Glibc",
    "Musl",
    "Darwin",
    "Observation",
    "RegexBuilder",
    "Distributed",
    "_Concurrency",
}
REFUSED_MODULES = {
    "Foundation": "costs memory and size; use the standard library or FoundationEssentials",
    "FoundationXML": "pulls in full Foundation",
    "FoundationNetworking": "pulls in full Foundation",
    "XCTest": "the tests are Swift Testing's",
}

# Products that are not named like the module they bring: product -> modules.
PRODUCT_MODULES: dict[str, set[str]] = {}

IMPORT = re.compile(
    r"^\s*(?P<attributes>(?:@\w+(?:\([^)]*\))?\s+)*)"
    r"(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(?P<module>\w+)",
    re.MULTILINE,
)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING_LITERAL = re.compile(r'""".*?"""', re.DOTALL)


def layer_of(target: str) -> int | None:
    """Says how far from the top a target stands in the drawing; None if it has no place there."""
    return next((depth for depth, (_, names) in enumerate(LAYERS) if target in names), None)


def is_test(target: dict) -> bool:
    """Says whether a target is never part of the program."""
    return target["type"] == "test" or target["name"] == TEST_SUPPORT or target["path"].startswith(("Benchmarks", "Tests"))


def edge_fault(upper: str, lower: str) -> str | None:
    """Says what is wrong with an arrow between two targets of the program; None if the drawing has it."""
    above, below = layer_of(upper), layer_of(lower)
    if lower == TEST_SUPPORT:
        return "test support is for tests only"
    if above is None or below is None:
        return None  # reported once, by place_faults
    if (upper, lower) in NEVER or upper not in ONLY_FOR.get(lower, {upper}):
        return f"the drawing keeps {lower} from it"
    if above == below and (upper, lower) not in SIDEWAYS:
        return f"both are {LAYERS[above][0]}, which do not know each other"
    if above > below:
        return f"an arrow upwards, from {LAYERS[above][0]} to {LAYERS[below][0]}"
    return None


def place_faults(targets: list[dict]) -> list[str]:
    """Lists the targets that the drawing does not show."""
    return [
        f"{target['name']}: has no place in the drawing (LAYERS in scripts/lint-dependencies.py)"
        for target in targets
        if not is_test(target) and layer_of(target["name"]) is None
    ]


def arrow_faults(targets: list[dict]) -> list[str]:
    """Lists the declared dependencies between targets of the program that the drawing does not have."""
    faults = []
    for target in targets:
        for lower in [] if is_test(target) else target.get("target_dependencies", []):
            fault = edge_fault(target["name"], lower)
            if fault:
                faults.append(f"{target['name']} → {lower}: {fault}")
    return faults


def cycles(targets: list[dict]) -> list[str]:
    """Lists the circles that the declared dependencies form, each once."""
    edges = {target["name"]: target.get("target_dependencies", []) for target in targets}
    finished: set[str] = set()
    found: list[str] = []

    def visit(name: str, path: list[str]) -> None:
        """Follows the arrows from one target depth-first."""
        if name in path:
            found.append("cycle: " + " → ".join(path[path.index(name) :] + [name]))
            return
        if name in finished:
            return
        for lower in edges.get(name, []):
            visit(lower, path + [name])
        finished.add(name)

    for name in edges:
        visit(name, [])
    return found


def imports_in(text: str) -> list[tuple[str, str]]:
    """Lists (module, attributes) of each import in a source text, comments and long strings left out."""
    text = STRING_LITERAL.sub('""', BLOCK_COMMENT.sub(" ", text))
    return [(match["module"], match["attributes"]) for match in IMPORT.finditer(text)]


def declared_modules(target: dict) -> set[str]:
    """Names the modules that a target's declared dependencies bring."""
    products = target.get("product_dependencies", [])
    return set(target.get("target_dependencies", [])).union(*(PRODUCT_MODULES.get(name, {name}) for name in products))


def import_faults(target: dict, root: Path) -> list[str]:
    """Lists the differences between a target's imports and its declared dependencies."""
    known = declared_modules(target) | SYSTEM_MODULES | {target["c99name"]}
    if target["type"] == "test":
        known |= {"Testing"}
    used: set[str] = set()
    faults = []
    for source in target.get("sources", []):
        path = Path(target["path"]) / source
        for module, attributes in imports_in((root / path).read_text(encoding="utf-8")):
            used.add(module)
            if module in REFUSED_MODULES:
                faults.append(f"{path}: imports {module}: {REFUSED_MODULES[module]}")
            elif module not in known:
                faults.append(f"{path}: imports {module}, which {target['name']} does not declare")
            if "@testable" in attributes:
                faults.append(f"{path}: @testable: tests use what the module shows")
    return faults + unused_faults(target, used)


def unused_faults(target: dict, used: set[str]) -> list[str]:
    """Lists the declared dependencies of which nothing is imported."""
    faults = []
    for name in target.get("target_dependencies", []) + target.get("product_dependencies", []):
        if not PRODUCT_MODULES.get(name, {name}) & used:
            faults.append(f"{target['name']}: declares {name} and imports nothing of it")
    return faults


def faults_of(package: dict, root: Path) -> list[str]:
    """Lists everything that is wrong with a described package whose sources stand under a directory."""
    targets = package["targets"]
    swift_targets = [target for target in targets if target["module_type"] == "SwiftTarget"]
    faults = place_faults(targets) + arrow_faults(targets) + cycles(targets)
    for target in swift_targets:
        faults += import_faults(target, root)
    return faults


def described_package() -> tuple[dict, Path]:
    """Asks SwiftPM for the package's description, or reads it from the file on the command line."""
    if len(sys.argv) == 2:
        return json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path.cwd()
    root = Path(__file__).resolve().parent.parent
    answer = subprocess.run(
        ["swift", "package", "describe", "--type", "json"], cwd=root, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(answer.stdout), root


def main() -> int:
    """Prints the faults and chooses the exit code."""
    package, root = described_package()
    faults = faults_of(package, root)
    for fault in faults:
        print(f"dependencies: {fault}", file=sys.stderr)
    if not faults:
        print(f"dependencies: {len(package['targets'])} targets agree with the drawing")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
