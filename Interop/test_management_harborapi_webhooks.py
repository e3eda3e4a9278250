"""harborapi calls each of its methods for webhooks."""

import secrets

import pytest
from harborapi.exceptions import BadRequest, HarborAPIException, NotFound
from harborapi.models import ProjectMetadata, ProjectReq, WebhookPolicy, WebhookTargetObject
from harness.harbor_client import Client, number
from harness.server import ADMIN_PASSWORD

pytestmark = pytest.mark.haven_only


@pytest.fixture(scope="module")
def client(estate) -> Client:
    """The administrator's client."""
    return Client(f"{estate.world.server.url}/api/v2.0", "admin", ADMIN_PASSWORD)


@pytest.fixture
def project(client) -> str:
    """A project of the test's own."""
    name = f"webhooks-{secrets.token_hex(4)}"
    client.create_project(ProjectReq(project_name=name, metadata=ProjectMetadata(public="false")))
    return name


def policy(name: str, **more) -> WebhookPolicy:
    """A policy as the library makes it."""
    target = WebhookTargetObject(
        type="http", address="https://receiver.example.com/hook", auth_header="Bearer x", skip_cert_verify=True
    )
    return WebhookPolicy(name=name, enabled=True, event_types=["PUSH_ARTIFACT"], targets=[target], **more)


def test_policies(client, project):
    """Made, listed, changed as they were given, and deleted."""
    known = client.get_webhook_supported_events(project)
    assert {"PUSH_ARTIFACT", "SCANNING_COMPLETED"} <= {each.root for each in known.event_type}
    assert {"http", "slack"} <= {each.root for each in known.notify_type}
    made = number(client.create_webhook_policy(project, policy("one", description="first")))
    with pytest.raises(HarborAPIException):
        client.create_webhook_policy(project, policy("one"))
    with pytest.raises(BadRequest):
        client.create_webhook_policy(project, WebhookPolicy(name="none", event_types=["PUSH_ARTIFACT"], targets=[]))
    client.create_webhook_policy(project, policy("two"))
    assert [each.name for each in client.get_webhook_policies(project, sort="name")] == ["one", "two"]
    assert [each.name for each in client.get_webhook_policies(project, query="name=two")] == ["two"]
    found = client.get_webhook_policy(project, made)
    assert found.description == "first" and found.creator == "admin" and found.targets[0].skip_cert_verify is True
    found.enabled = False
    client.update_webhook_policy(project, made, found)
    assert client.get_webhook_policy(project, made).enabled is False
    client.delete_webhook_policy(project, made)
    with pytest.raises(NotFound):
        client.get_webhook_policy(project, made)


def test_what_was_sent(client, project):
    """Nothing yet, in the library's shapes."""
    made = number(client.create_webhook_policy(project, policy("one")))
    (last,) = client.get_webhook_policy_last_trigger(project)
    assert last.policy_name == "one" and last.event_type == "PUSH_ARTIFACT" and last.last_trigger_time is None
    assert client.get_webhook_jobs(project, made) == []
    assert client.get_webhook_jobs(project, made, status=["Success", "Error"]) == []
