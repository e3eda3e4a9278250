"""Docker: a daemon of the test's own logs in, pushes, pulls, builds; rights are enforced."""

import pytest
from harness.commands import refuse, run
from harness.daemons import docker_client, docker_daemon
from harness.images import docker_archive
from harness.layouts import assert_image_complete

pytestmark = [
    pytest.mark.haven_only,
    pytest.mark.privileged,
    pytest.mark.program("dockerd", "docker", "skopeo"),
]


class Docker:
    """The docker client with a configuration of its own, signed in as one user."""

    def __init__(self, daemon, world, user=None):
        self.host = world.server.host
        configuration = daemon.directory / f"config-{user or 'anonymous'}-{world.server.port}"
        configuration.mkdir(exist_ok=True)
        self.environment = {**daemon.environment, "DOCKER_CONFIG": str(configuration)}
        if user:
            self.log_in(*world.credentials(user))

    def __call__(self, *words, runner=run, **options):
        """Runs the client."""
        environment = {**self.environment, **options.pop("environment", {})}
        return runner(docker_client(), *words, environment=environment, timeout=600, **options)

    def log_in(self, name, password, runner=run):
        """Signs in; the password goes in on standard input."""
        return self("login", "-u", name, "--password-stdin", self.host, stdin=password, runner=runner)


@pytest.fixture(scope="session")
def daemon(tmp_path_factory):
    """One Docker daemon for the whole run."""
    with docker_daemon(tmp_path_factory.mktemp("docker")) as running:
        yield running


@pytest.fixture
def docker(daemon, world):
    """Makes the client for a user."""
    return lambda user=None: Docker(daemon, world, user)


def load(docker, layout, tag, name, tmp_path):
    """Puts an image of a layout into the daemon under the name it will be pushed with."""
    docker("load", "-q", "-i", docker_archive(layout, tag, name, tmp_path))


def test_push_and_pull(registry, docker, small_layout, repository, tmp_path):
    developer, guest = docker("developer"), docker("guest")
    image = f"{developer.host}/{repository}:docker"
    load(developer, small_layout, "small", image, tmp_path)
    pushed = developer("inspect", "--format={{.RootFS.Layers}}", image).stdout
    developer("push", "-q", image)
    assert_image_complete(registry, repository, "docker")
    developer("rmi", "-f", image)
    guest("pull", "-q", image)
    assert guest("inspect", "--format={{.RootFS.Layers}}", image).stdout == pushed


def test_second_push_into_another_repository_mounts(
    registry, docker, small_layout, repository, other_repository, tmp_path
):
    developer = docker("developer")
    one, two = (f"{developer.host}/{name}:docker" for name in (repository, other_repository))
    load(developer, small_layout, "small", one, tmp_path)
    developer("push", "-q", one)
    developer("tag", one, two)
    assert "Mounted from" in developer("push", two).stdout
    assert_image_complete(registry, other_repository, "docker")


def test_build_on_a_base_from_the_registry(registry, docker, small_layout, repository, tmp_path):
    developer = docker("developer")
    base = f"{developer.host}/{repository}:base"
    load(developer, small_layout, "small", base, tmp_path)
    developer("push", "-q", base)
    developer("rmi", "-f", base)
    (tmp_path / "Dockerfile").write_text(f"FROM {base}\nCOPY Dockerfile /built\nLABEL interop=yes\n")
    built = f"{developer.host}/{repository}:built"
    developer("build", "-q", "--network=none", "-t", built, tmp_path, environment={"DOCKER_BUILDKIT": "0"})
    developer("push", "-q", built)
    assert_image_complete(registry, repository, "built")


def test_rights(docker, small_layout, repository, tmp_path):
    developer, guest, outsider, nobody = docker("developer"), docker("guest"), docker("outsider"), docker()
    image = f"{developer.host}/{repository}:docker"
    load(developer, small_layout, "small", image, tmp_path)
    for each in (guest, outsider, nobody):
        said = each("push", "-q", image, runner=refuse).lower()
        assert "denied" in said or "unauthorized" in said
    developer("push", "-q", image)
    developer("rmi", "-f", image)
    for each in (outsider, nobody):
        said = each("pull", "-q", image, runner=refuse).lower()
        assert "denied" in said or "unauthorized" in said
    assert "unauthorized" in nobody.log_in("nobody-docker", "wrong", runner=refuse).lower()


def test_public_image_without_signing_in(world, docker, small_layout, repository, tmp_path):
    developer = docker("developer")
    image = f"{developer.host}/{world.public}/{repository.split('/')[1]}:docker"
    load(developer, small_layout, "small", image, tmp_path)
    developer("push", "-q", image)
    developer("rmi", "-f", image)
    docker()("pull", "-q", image)


@pytest.mark.program("skopeo")
def test_index_chooses_this_machines_architecture(docker, world, small_layout, repository):
    name, password = world.credentials("developer")
    target = f"docker://{world.server.host}/{repository}:multi"
    words = ("copy", "--all", "--dest-tls-verify=false", f"--dest-creds={name}:{password}")
    run("skopeo", "--insecure-policy", *words, f"oci:{small_layout}:multi", target)
    guest = docker("guest")
    guest("pull", "-q", f"{guest.host}/{repository}:multi")
    architecture = guest("inspect", "--format={{.Architecture}}", f"{guest.host}/{repository}:multi").stdout.strip()
    assert architecture in ("amd64", "arm64")


@pytest.mark.slow
@pytest.mark.program("debootstrap", "umoci")
def test_debian_runs(docker, debian_layout, repository, tmp_path):
    developer = docker("developer")
    image = f"{developer.host}/{repository}:debian"
    load(developer, debian_layout, "app", image, tmp_path)
    developer("push", "-q", image)
    developer("rmi", "-f", image)
    docker("guest")("pull", "-q", image)
    said = docker("guest")("run", "--rm", "--network=none", image, "cat", "/etc/debian_version").stdout
    assert said.startswith("12")
