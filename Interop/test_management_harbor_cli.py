"""harbor-cli, the command line for Harbor, with its main commands."""

import json
import secrets
import sys
from pathlib import Path

import pytest
from harness.accounts import PRIVATE
from harness.commands import run
from harness.estate import REPOSITORY
from harness.server import ADMIN_PASSWORD

pytestmark = pytest.mark.haven_only

CONFIGURATION = """
[harbor]
url = "{url}/api/v2.0"
username = "admin"
secret = "{password}"
[general]
confirm_deletion = false
confirm_enumeration = false
warnings = false
[logging]
enabled = false
"""


@pytest.fixture(scope="module")
def harbor(estate, tmp_path_factory):
    """Runs a command as the administrator; returns what it printed, read as JSON if it is any."""
    directory = tmp_path_factory.mktemp("harbor-cli")
    configuration = directory / "config.toml"
    configuration.write_text(CONFIGURATION.format(url=estate.world.server.url, password=ADMIN_PASSWORD))
    program = Path(sys.executable).with_name("harbor")

    def command(*arguments, expect: int | None = 0):
        words = [program, "--config", configuration, "--format", "json", *arguments]
        home = {"HOME": str(directory), "COLUMNS": "1000", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
        # With these it asks questions nobody answers.
        home |= {"CI": "", "DEBIAN_FRONTEND": ""}
        text = run(*words, environment=home, expect=expect).stdout
        try:
            return json.loads(text)
        except ValueError:
            return text

    return command


def test_the_registry_itself(harbor):
    assert harbor("system", "health")["status"] == "healthy"
    assert harbor("system", "info")["auth_mode"] == "db_auth"
    assert harbor("system", "statistics")["total_project_count"] >= 3
    assert float(harbor("system", "ping")) > 0, "milliseconds"
    assert harbor("system", "volumes")["storage"][0]["total"] > 0
    assert PRIVATE in json.dumps(harbor("search", PRIVATE))


def test_projects(harbor):
    name = f"cli-{secrets.token_hex(4)}"
    harbor("project", "create", name, "--public", "true")
    assert harbor("project", "get", name)["name"] == name
    assert name in [each["name"] for each in harbor("project", "list", "--name", name)]
    harbor("project", "update", name, "--public", "false")
    assert harbor("project", "metadata", "get", name)["public"] == "false"
    harbor("project", "metadata", "field", "set", name, "auto_scan", "true")
    assert "true" in str(harbor("project", "metadata", "field", "get", name, "auto_scan"))
    assert harbor("project", "summary", name)["repo_count"] == 0
    harbor("project", "member", "add-user", name, "developer", "developer")
    assert [each["entity_name"] for each in harbor("project", "member", "list", name, "--entity", "developer")]
    harbor("project", "member", "update-role", name, "developer", "guest")
    harbor("project", "member", "remove", name, "developer")
    harbor("project", "delete", name, "--force")
    harbor("project", "get", name, expect=1)


def test_artifacts(harbor, estate):
    estate.world.registry("maintainer").push_image(f"{PRIVATE}/cli", "v1", [b"cli"])
    artifact = f"{PRIVATE}/cli:v1"
    assert "\"v1\"" in json.dumps(harbor("artifact", "get", artifact))
    harbor("artifact", "tag", "create", artifact, "v2")
    assert {each["name"] for each in harbor("artifact", "tag", "list", artifact)} == {"v1", "v2"}
    harbor("artifact", "tag", "delete", artifact, "v2", "--force")
    assert harbor("artifact", "accessories", artifact) in ([], "")
    harbor("artifact", "buildhistory", artifact)
    harbor("artifact", "copy", artifact, PRIVATE, "cli-copy")
    harbor("artifact", "delete", f"{PRIVATE}/cli-copy:v1", "--force")
    assert f"{PRIVATE}/cli" in [each["name"] for each in harbor("repository", "list", PRIVATE)]
    harbor("repository", "update", PRIVATE, "cli", "--description", "by the command line")
    assert harbor("repository", "get", PRIVATE, "cli")["description"] == "by the command line"
    harbor("repository", "delete", PRIVATE, "cli", "--force")
    assert REPOSITORY in json.dumps(harbor("project", "repos", PRIVATE))


def test_people(harbor):
    name = f"cli-{secrets.token_hex(4)}"
    harbor("user", "create", name, "--password", "Str0ngEnough", "--email", f"{name}@example.com", "--realname", "x")
    assert harbor("user", "get", name)["username"] == name
    assert [each["username"] for each in harbor("user", "search", name)] == [name]
    harbor("user", "set-admin", name)
    assert harbor("user", "get", name)["sysadmin_flag"] is True
    harbor("user", "unset-admin", name)
    harbor("user", "update", name, "--realname", "Somebody", "--email", f"{name}@example.com", "--comment", "x")
    harbor("user", "delete", name, "--force")
    assert harbor("user", "get-current")["username"] == "admin"
    group = f"cli-{secrets.token_hex(4)}"
    harbor("usergroup", "create", group, "OIDC")
    [found] = [each for each in harbor("usergroup", "list") if each["group_name"] == group]
    harbor("usergroup", "delete", found["id"], "--force")


def test_settings(harbor):
    assert harbor("config", "get")["auth_mode"] == "db_auth"
    harbor("config", "update", "--token-expiration", "30")
    assert harbor("quota", "list", "--limit", "5")
    harbor("cve-allowlist", "update", "--cve", "CVE-2026-1")
    assert "CVE-2026-1" in json.dumps(harbor("cve-allowlist", "get"))
    harbor("cve-allowlist", "clear")
    assert isinstance(harbor("auditlog", "list", "--limit", "5"), list)


def test_webhooks(estate, harbor):
    target = {"type": "http", "address": "https://receiver.example.com/cli"}
    body = {"name": f"cli-{secrets.token_hex(4)}", "event_types": ["PUSH_ARTIFACT"], "targets": [target]}
    made = estate.admin.made(f"/projects/{PRIVATE}/webhook/policies", body)
    assert "PUSH_ARTIFACT" in json.dumps(harbor("webhook", "events", PRIVATE))
    assert body["name"] in json.dumps(harbor("webhook", "policy", "list", PRIVATE))
    assert harbor("webhook", "policy", "get", PRIVATE, "--policy-id", str(made))["name"] == body["name"]
    assert body["name"] in json.dumps(harbor("webhook", "triggers", PRIVATE))
    assert harbor("webhook", "jobs", PRIVATE, str(made)) in ([], "")
    harbor("webhook", "policy", "delete", PRIVATE, "--policy-id", str(made))
