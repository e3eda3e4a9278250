"""Tests scripts/lint-dependencies.py on packages made up for the purpose."""

import importlib.util
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).with_name("lint-dependencies.py")
specification = importlib.util.spec_from_file_location("lint_dependencies", SCRIPT)
lint = importlib.util.module_from_spec(specification)
specification.loader.exec_module(lint)


class Package:
    """A made-up package: targets with their imports, written to a temporary directory."""

    def __init__(self, directory: str):
        self.root = Path(directory)
        self.targets: list[dict] = []

    def add(self, name: str, uses=(), products=(), text: str | None = None, kind: str = "library") -> None:
        """Adds a target that imports exactly what it declares, unless a source text is given."""
        folder = ("Tests/" if kind == "test" else "Sources/") + name
        (self.root / folder).mkdir(parents=True)
        imports = "".join(f"import {module}\n" for module in (*uses, *products))
        (self.root / folder / "File.swift").write_text(imports if text is None else text)
        self.targets.append(
            {
                "name": name,
                "c99name": name,
                "type": kind,
                "module_type": "SwiftTarget",
                "path": folder,
                "sources": ["File.swift"],
                "target_dependencies": list(uses),
                "product_dependencies": list(products),
            }
        )

    def faults(self) -> list[str]:
        """Runs the script's checks on what was added."""
        return lint.faults_of({"targets": self.targets}, self.root)


class LintTests(unittest.TestCase):
    """Each case is one rule of the drawing, and one way to break it."""

    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.package = Package(directory.name)

    def assert_only_fault(self, words: str) -> None:
        """Checks that there is exactly one fault and that it says the given words."""
        faults = self.package.faults()
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(words, faults[0])

    def test_arrows_downwards_are_well(self):
        self.package.add("OCI")
        self.package.add("SQL")
        self.package.add("Content", uses=["OCI", "SQL"], products=["NIOCore"])
        self.package.add("Catalog", uses=["Content"])
        self.package.add("DistributionAPI", uses=["Catalog", "OCI"])
        self.assertEqual(self.package.faults(), [])

    def test_arrow_upwards(self):
        self.package.add("Content")
        self.package.add("SQL", uses=["Content"])
        self.assert_only_fault("an arrow upwards, from platform to domain")

    def test_features_do_not_know_each_other(self):
        self.package.add("GarbageCollection")
        self.package.add("Verification", uses=["GarbageCollection"])
        self.assert_only_fault("both are features")

    def test_sideways_arrows_of_the_domain_have_one_direction(self):
        self.package.add("Catalog")
        self.package.add("Content", uses=["Catalog"])
        self.assert_only_fault("Content → Catalog: both are domain")

    def test_surfaces_leave_sql_alone(self):
        self.package.add("SQL")
        self.package.add("TokenService", uses=["SQL"])
        self.assert_only_fault("the drawing keeps SQL from it")

    def test_c_modules_have_one_user(self):
        self.package.add("CCrypto")
        self.package.add("Identity", uses=["CCrypto"])
        self.assert_only_fault("the drawing keeps CCrypto from it")

    def test_drivers_are_chosen_by_the_composition(self):
        self.package.add("FilesystemStorage")
        self.package.add("Server", uses=["FilesystemStorage"])
        self.package.add("Content", uses=["FilesystemStorage"])
        self.assert_only_fault("Content → FilesystemStorage")

    def test_test_support_is_for_tests(self):
        self.package.add("RegistryTesting")
        self.package.add("SQLTests", uses=["RegistryTesting"], kind="test")
        self.package.add("SQL", uses=["RegistryTesting"])
        self.assert_only_fault("SQL → RegistryTesting: test support is for tests only")

    def test_unknown_target(self):
        self.package.add("Helpers")
        self.assert_only_fault("Helpers: has no place in the drawing")

    def test_cycle(self):
        self.package.add("OneTests", uses=["TwoTests"], kind="test")
        self.package.add("TwoTests", uses=["OneTests"], kind="test")
        self.assert_only_fault("cycle: OneTests → TwoTests → OneTests")

    def test_undeclared_import(self):
        self.package.add("OCI")
        self.package.add("SQL", text="package import struct OCI.Digest\n")
        self.assert_only_fault("imports OCI, which SQL does not declare")

    def test_unused_dependency(self):
        self.package.add("SQL", products=["NIOCore"], text="import Synchronization\n")
        self.assert_only_fault("declares NIOCore and imports nothing of it")

    def test_full_foundation(self):
        self.package.add("SQL", text="import Foundation\n")
        self.assert_only_fault("imports Foundation")

    def test_testable(self):
        self.package.add("SQL")
        self.package.add("SQLTests", uses=["SQL"], text="import Testing\n@testable import SQL\n", kind="test")
        self.assert_only_fault("@testable")

    def test_testing_outside_tests(self):
        self.package.add("SQL", text="import Testing\n")
        self.assert_only_fault("imports Testing")

    def test_comments_and_strings_are_not_imports(self):
        text = '/*\nimport Foundation\n*/\n// import XCTest\nlet text = """\n    import Dispatch2\n    """\n'
        self.package.add("SQL", text=text)
        self.assertEqual(self.package.faults(), [])


if __name__ == "__main__":
    unittest.main()
