"""Webhooks tell of projects that are nearly full, and of pushes that were refused."""

import json
import secrets

import pytest
from harness.accounts import password_of
from harness.management import Management
from harness.receiver import Receiver
from harness.registry import Registry, image_manifest
from harness.server import Haven

pytestmark = pytest.mark.haven_only
LIMIT = 10_000


@pytest.fixture
def server(binary, tmp_path):
    """A server that may send to the loopback."""
    with Haven(tmp_path / "server", settings={"HAVEN_OUTBOUND_ALLOWED_NETWORKS": "127.0.0.0/8"}) as server:
        yield server


def test_quota_events_reach_a_webhook(server):
    """Each once, in Harbor's shape and words, however often the client tries."""
    credentials = ("admin", password_of("admin"))
    api, registry = Management(server.url, credentials), Registry(server.url, credentials)
    body = {"project_name": "small", "metadata": {"public": "false"}, "storage_limit": LIMIT}
    api.expect("POST", "/projects", json=body)
    with Receiver() as receiver:
        policy = {
            "name": "quota",
            "enabled": True,
            "event_types": ["QUOTA_WARNING", "QUOTA_EXCEED", "DELETE_ARTIFACT"],
            "targets": [{"type": "http", "address": f"{receiver.url}/quota"}],
        }
        made = api.made("/projects/small/webhook/policies", policy)
        registry.push_image("small/app", "v1", [secrets.token_bytes(8600)])
        for _ in range(3):
            layer = secrets.token_bytes(2000)
            registry.push_blob("small/app", layer)
            answer = registry.put_manifest("small/app", "v2", image_manifest(layer, [layer]))
            assert answer.status_code == 403 and "will exceed the configured upper limit" in answer.text
        # Told of behind everything else: by then there is a delivery of all that happened before.
        api.expect("DELETE", "/projects/small/repositories/app/artifacts/v1")
        messages = [json.loads(each["body"]) for each in receiver.received(3)]
        told = {message["type"]: message["event_data"] for message in messages}
        assert set(told) == {"QUOTA_WARNING", "QUOTA_EXCEED", "DELETE_ARTIFACT"}
        assert len(api.expect("GET", f"/projects/small/webhook/policies/{made}/executions").json()) == 3
        for data in told.values():
            assert data["repository"]["repo_full_name"] == "small/app"
        assert told["QUOTA_WARNING"]["resources"][0]["tag"] == "v1"
        assert told["QUOTA_EXCEED"]["resources"][0]["tag"] == "v2"
        assert told["QUOTA_EXCEED"]["resources"][0]["digest"].startswith("sha256:")
        details = told["QUOTA_WARNING"]["custom_attributes"]["Details"]
        assert details.startswith("quota usage reach 85%: resource storage used ") and details.endswith("of 9.8 KiB")
        assert told["QUOTA_EXCEED"]["custom_attributes"]["Details"].startswith("adding ")
