"""Helm: the client of its Go library packs, pushes and pulls charts. Needs requirements-interop.txt."""

from pathlib import Path

import pytest
from harness.images import random_bytes

helm = pytest.importorskip("helm_python", reason="helm-python-sdk is not installed (scripts/setup.sh interop)")
pytestmark = [pytest.mark.haven_only, pytest.mark.slow]
CHART = "apiVersion: v2\nname: interop\nversion: {version}\ndescription: a chart\n"


def make_chart(directory: Path, version: str) -> str:
    """Writes and packs a chart; returns the archive's path."""
    source = directory / f"source-{version}/interop"
    (source / "templates").mkdir(parents=True)
    (source / "Chart.yaml").write_text(CHART.format(version=version))
    (source / "values.yaml").write_text("a: 1\n")
    (source / "templates/map.yaml").write_text("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: interop\n")
    (source / "noise.bin").write_bytes(random_bytes(200_000, 71))
    helm.package(str(source), destination=str(directory))
    return str(directory / f"interop-{version}.tgz")


@pytest.fixture
def client(world, tmp_path):
    """Makes Helm's registry client for a user."""

    def make(user=None):
        made = helm.RegistryClient(plain_http=True, credentials_file=tmp_path / f"{user}.json")
        if user:
            made.login(world.server.host, *world.credentials(user), plain_http=True)
        return made

    return make


def test_push_list_pull(world, client, repository, tmp_path):
    remote = f"oci://{world.server.host}/{repository}"
    for version in ("1.2.3", "1.10.0"):
        client("developer").push(make_chart(tmp_path, version), remote, plain_http=True)
    assert client("guest").tags(f"{world.server.host}/{repository}/interop") == ["1.10.0", "1.2.3"]
    (tmp_path / "pulled").mkdir()
    client("guest").pull(f"{remote}/interop", version="1.2.3", destination=str(tmp_path / "pulled"), plain_http=True)
    pushed, pulled = tmp_path / "interop-1.2.3.tgz", tmp_path / "pulled/interop-1.2.3.tgz"
    assert pulled.read_bytes() == pushed.read_bytes()


def test_rights(world, client, repository, tmp_path):
    remote, chart = f"oci://{world.server.host}/{repository}", make_chart(tmp_path, "1.0.0")
    for user in ("guest", "outsider", None):
        with pytest.raises(helm.HelmError):
            client(user).push(chart, remote, plain_http=True)
    with pytest.raises(helm.HelmError):
        client().login(world.server.host, "nobody-helm", "wrong", plain_http=True)
