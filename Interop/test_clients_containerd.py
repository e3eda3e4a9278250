"""containerd: pulling and pushing with ctr through hosts.toml, as Kubernetes' nodes do."""

import pytest
from harness.commands import refuse, run
from harness.daemons import containerd_daemon
from harness.layouts import assert_image_complete

pytestmark = [pytest.mark.haven_only, pytest.mark.privileged, pytest.mark.program("containerd", "ctr", "skopeo")]

HOSTS = """
server = "http://{host}"
[host."http://{host}"]
  capabilities = ["pull", "resolve", "push"]
"""


class Containerd:
    """ctr signed in as one user."""

    def __init__(self, daemon, world, user=None):
        self.host = world.server.host
        self.environment = daemon.environment
        directory = daemon.directory / "hosts" / self.host
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "hosts.toml").write_text(HOSTS.format(host=self.host))
        credentials = ["--user", ":".join(world.credentials(user))] if user else []
        self.access = [f"--hosts-dir={daemon.directory}/hosts", *credentials]

    def images(self, command, *words, runner=run):
        """Runs `ctr images`; pull and push get the credentials."""
        access = self.access if command in ("pull", "push") else []
        return runner("ctr", "images", command, *access, *words, environment=self.environment)


@pytest.fixture(scope="session")
def daemon(tmp_path_factory):
    """One containerd for the whole run."""
    with containerd_daemon(tmp_path_factory.mktemp("ctrd") / "d") as running:
        yield running


@pytest.fixture
def containerd(daemon, world):
    """Makes ctr for a user."""
    return lambda user=None: Containerd(daemon, world, user)


def push(world, layout, tag, image):
    """Pushes an image of a layout for ctr to pull."""
    name, password = world.credentials("developer")
    words = ("copy", "--all", "--dest-tls-verify=false", f"--dest-creds={name}:{password}")
    run("skopeo", "--insecure-policy", *words, f"oci:{layout}:{tag}", f"docker://{world.server.host}/{image}")


def test_pull_and_push(world, registry, containerd, small_layout, repository):
    push(world, small_layout, "small", f"{repository}:small")
    developer = containerd("developer")
    pulled, pushed = (f"{developer.host}/{repository}:{tag}" for tag in ("small", "again"))
    developer.images("pull", "--snapshotter=native", pulled)
    developer.images("tag", pulled, pushed)
    developer.images("push", pushed)
    assert_image_complete(registry, repository, "again")


def test_push_into_another_repository(world, registry, containerd, small_layout, repository, other_repository):
    """Nothing is there yet: every blob goes up."""
    push(world, small_layout, "small", f"{repository}:small")
    developer = containerd("developer")
    pulled, pushed = f"{developer.host}/{repository}:small", f"{developer.host}/{other_repository}:small"
    developer.images("pull", "--snapshotter=native", pulled)
    developer.images("tag", pulled, pushed)
    developer.images("push", pushed)
    assert_image_complete(registry, other_repository, "small")


def test_every_architecture_of_an_index(world, registry, containerd, small_layout, repository):
    push(world, small_layout, "multi", f"{repository}:multi")
    developer = containerd("developer")
    image = f"{developer.host}/{repository}:multi"
    developer.images("pull", "--all-platforms", "--snapshotter=native", image)
    developer.images("tag", image, f"{image}-again")
    developer.images("push", f"{image}-again")
    assert len(assert_image_complete(registry, repository, "multi-again")) == 3


def test_rights(world, containerd, small_layout, repository):
    push(world, small_layout, "small", f"{repository}:small")
    guest, outsider, nobody = containerd("guest"), containerd("outsider"), containerd()
    image = f"{guest.host}/{repository}:small"
    for each in (outsider, nobody):
        said = each.images("pull", "--snapshotter=native", image, runner=refuse).lower()
        assert "authorization failed" in said or "unauthorized" in said or "insufficient_scope" in said
    guest.images("pull", "--snapshotter=native", image)
    guest.images("tag", image, f"{image}-again")
    # containerd may say only that nobody reads its manifest any more: what counts is that the push is refused.
    guest.images("push", f"{image}-again", runner=refuse)
    said = guest.images("pull", "--snapshotter=native", f"{image}-again", runner=refuse).lower()
    assert "not found" in said
