"""oras (Python): artifacts of any type, a Helm chart, artifacts with referrers."""

import gzip

import oras.client
import pytest
from harness.images import tar_of
from harness.registry import OCI_EMPTY, OCI_MANIFEST, descriptor, digest_of, encoded

pytestmark = pytest.mark.haven_only
HELM_CONFIG = "application/vnd.cncf.helm.config.v1+json"
HELM_CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"
CHART = {"apiVersion": "v2", "name": "interop", "version": "1.2.3", "description": "a chart", "type": "application"}
TEMPLATE = b"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: interop\n"


def client(world, user=None):
    """Makes oras for a user. It sends the password itself: with tokens it keeps the first one, which is for pulling."""
    made = oras.client.OrasClient(hostname=world.server.host, insecure=True, auth_backend="basic")
    if user:
        made.auth.set_basic_auth(*world.credentials(user))
    return made


def token_client(world, user, scope):
    """Makes oras for a user, with a token for a scope."""
    made = oras.client.OrasClient(hostname=world.server.host, insecure=True)
    made.auth.set_token_auth(world.registry(user).token(scope))
    return made


def chart_archive() -> bytes:
    """Packs the chart as `helm package` does."""
    lines = "".join(f"{key}: {value}\n" for key, value in CHART.items()).encode()
    files = {"interop/Chart.yaml": lines, "interop/values.yaml": b"a: 1\n", "interop/templates/map.yaml": TEMPLATE}
    return gzip.compress(tar_of(files), mtime=0)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A directory to push from; oras wants paths below the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_artifact(world, registry, files, repository):
    (files / "note.txt").write_text("anything at all")
    target = f"{world.server.host}/{repository}:note"
    client(world, "developer").push(target=target, files=["note.txt:text/plain"])
    (files / "out").mkdir()
    client(world, "guest").pull(target=target, outdir=str(files / "out"))
    assert (files / "out/note.txt").read_text() == "anything at all"
    assert registry.manifest(repository, "note").json()["layers"][0]["mediaType"] == "text/plain"


def test_artifact_with_a_token(world, files, repository):
    (files / "note.txt").write_text("anything at all")
    target = f"{world.server.host}/{repository}:note"
    developer = token_client(world, "developer", f"repository:{repository}:pull,push")
    developer.push(target=target, files=["note.txt:text/plain"])
    (files / "out").mkdir()
    token_client(world, "guest", f"repository:{repository}:pull").pull(target=target, outdir=str(files / "out"))
    assert (files / "out/note.txt").read_text() == "anything at all"


def test_public_artifact_without_signing_in(world, files, repository):
    """Here oras asks for an anonymous token by itself."""
    (files / "note.txt").write_text("for everybody")
    target = f"{world.server.host}/{world.public}/{repository.split('/')[1]}:note"
    client(world, "developer").push(target=target, files=["note.txt:text/plain"])
    (files / "out").mkdir()
    anonymous = oras.client.OrasClient(hostname=world.server.host, insecure=True)
    anonymous.pull(target=target, outdir=str(files / "out"))
    assert (files / "out/note.txt").read_text() == "for everybody"


def test_large_artifact_in_chunks(world, registry, files, repository):
    """oras uploads in PATCHes, following each answer's Location."""
    content = bytes(range(256)) * 40_000
    (files / "large.bin").write_bytes(content)
    target = f"{world.server.host}/{repository}:large"
    words = {"files": ["large.bin:application/octet-stream"], "do_chunked": True, "chunk_size": 3_000_000}
    client(world, "developer").push(target=target, **words)
    assert registry.blob(repository, digest_of(content)).content == content


def test_helm_chart(world, registry, files, repository):
    """The shape that `helm push` gives a chart."""
    (files / "config.json").write_bytes(encoded(CHART))
    (files / "interop-1.2.3.tgz").write_bytes(chart_archive())
    target = f"{world.server.host}/{repository}:1.2.3"
    words = {"files": [f"interop-1.2.3.tgz:{HELM_CHART}"], "manifest_config": f"config.json:{HELM_CONFIG}"}
    client(world, "developer").push(target=target, **words)
    document = registry.manifest(repository, "1.2.3").json()
    assert document["config"]["mediaType"] == HELM_CONFIG
    assert registry.blob(repository, document["config"]["digest"]).json() == CHART
    assert [layer["mediaType"] for layer in document["layers"]] == [HELM_CHART]


def test_artifact_with_referrers(world, registry, files, repository):
    """A signature refers to what oras pushed."""
    (files / "note.txt").write_text("signed")
    target = f"{world.server.host}/{repository}:note"
    client(world, "developer").push(target=target, files=["note.txt:text/plain"])
    data = registry.manifest(repository, "note").content
    registry.push_blob(repository, b"{}")
    signature = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "artifactType": "application/x.signature",
        "config": descriptor(b"{}", OCI_EMPTY),
        "layers": [descriptor(b"{}", OCI_EMPTY)],
        "subject": descriptor(data, OCI_MANIFEST),
    }
    registry.put_manifest(repository, digest_of(encoded(signature)), signature)
    answer = registry.request("GET", f"/v2/{repository}/referrers/{digest_of(data)}").json()
    assert [entry["artifactType"] for entry in answer["manifests"]] == ["application/x.signature"]


def test_tags(world, files, repository):
    (files / "note.txt").write_text("tagged")
    developer = client(world, "developer")
    for tag in ("a", "b", "c"):
        developer.push(target=f"{world.server.host}/{repository}:{tag}", files=["note.txt:text/plain"])
    assert client(world, "guest").get_tags(f"{world.server.host}/{repository}") == ["a", "b", "c"]


@pytest.mark.parametrize("user", ["guest", "outsider", None])
def test_rights(world, registry, files, repository, user):
    (files / "note.txt").write_text("refused")
    one = client(world, user) if user else oras.client.OrasClient(hostname=world.server.host, insecure=True)
    with pytest.raises(Exception):
        one.push(target=f"{world.server.host}/{repository}:no", files=["note.txt:text/plain"])
    assert registry.manifest(repository, "no").status_code == 404
