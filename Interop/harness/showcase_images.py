"""Makes what a lived-in registry holds: images with a history, indexes with attestations, charts, signatures."""

import functools
import gzip
import json
from datetime import datetime, timedelta, timezone

from harness.images import random_bytes, tar_of
from harness.registry import (
    OCI_CONFIG,
    OCI_EMPTY,
    OCI_LAYER,
    OCI_MANIFEST,
    Registry,
    descriptor,
    digest_of,
    encoded,
    image_index,
)

KIB = 1 << 10
BEGINNING = datetime(2026, 1, 5, 8, 30, tzinfo=timezone.utc)
CHART_CONFIG = "application/vnd.cncf.helm.config.v1+json"
CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"
SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json"
SIGNATURE = "application/vnd.dev.cosign.artifact.sig.v1+json"
SBOM = "application/spdx+json"
IN_TOTO = "application/vnd.in-toto+json"
HISTORY = [
    ("/bin/sh -c #(nop) ADD file:6f2c1b0d7a in / ", False),
    ('/bin/sh -c #(nop)  CMD ["bash"]', True),
    ("ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin", True),
    ("RUN /bin/sh -c apt-get update && apt-get install -y ca-certificates tini # buildkit", False),
    ("WORKDIR /srv/application", True),
    ("COPY --chown=1000:1000 build/ /srv/application/ # buildkit", False),
    ("COPY configuration/production.yaml /etc/application/production.yaml # buildkit", False),
    ("EXPOSE map[8080/tcp:{}]", True),
    ('ENTRYPOINT ["/usr/bin/tini" "--" "/srv/application/serve"]', True),
]
LAYER_SIZES = (900 * KIB, 310 * KIB, 120 * KIB, 1 * KIB)


@functools.cache
def layer(seed: int, size: int) -> tuple[bytes, str]:
    """Makes a layer of about a size and names its uncompressed content; the same seed gives the same bytes."""
    archive = tar_of({"srv/": b"", f"srv/{seed}.bin": random_bytes(size, seed)})
    return gzip.compress(archive, 1, mtime=0), digest_of(archive)


def moment(days: float) -> str:
    """Says when something was made, in days since the registry's beginning."""
    return (BEGINNING + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def push_blobs(registry: Registry, repository: str, *blobs: bytes) -> None:
    """Uploads blobs."""
    for blob in blobs:
        registry.push_blob(repository, blob)


def put(registry: Registry, repository: str, reference: str | None, document: dict) -> dict:
    """Pushes a manifest under a tag, or under its digest; returns its descriptor."""
    data = encoded(document)
    answer = registry.put_manifest(repository, reference or digest_of(data), data)
    assert answer.status_code == 201, f"{repository}:{reference}: {answer.status_code} {answer.text}"
    return descriptor(data, document["mediaType"])


def push_image(registry: Registry, repository: str, tag: str | None, number: int, **platform: str) -> dict:
    """Pushes an image of four layers with a build history; the first two layers change rarely."""
    seeds = (1, 2 + number // 8, 1000 + number, 3000 + number)
    scale = 20 + 30 * (number % 5)
    made = [layer(seed, size * scale // 100) for seed, size in zip(seeds, LAYER_SIZES, strict=True)]
    layers = [data for data, _ in made]
    platform = {"architecture": "amd64", "os": "linux", **platform}
    config = encoded(
        {
            "created": moment(number),
            "author": "Release engineering",
            **platform,
            "config": {
                "User": "1000",
                "ExposedPorts": {"8080/tcp": {}},
                "Env": ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"],
                "Entrypoint": ["/usr/bin/tini", "--", "/srv/application/serve"],
                "WorkingDir": "/srv/application",
                "Labels": {"org.opencontainers.image.source": "https://git.example.com/storefront"},
            },
            "rootfs": {"type": "layers", "diff_ids": [digest for _, digest in made]},
            "history": [
                {"created": moment(number), "created_by": line, **({"empty_layer": True} if empty else {})}
                for line, empty in HISTORY
            ],
        }
    )
    push_blobs(registry, repository, config, *layers)
    document = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "config": descriptor(config, OCI_CONFIG),
        "layers": [descriptor(each, OCI_LAYER) for each in layers],
        "annotations": {"org.opencontainers.image.created": moment(number)},
    }
    return {**put(registry, repository, tag, document), "platform": platform}


def push_index(registry: Registry, repository: str, tag: str, number: int) -> dict:
    """Pushes an index of three platforms, each with an attestation, as BuildKit does."""
    children = [
        push_image(registry, repository, None, number, architecture="amd64"),
        push_image(registry, repository, None, number + 1, architecture="arm64", variant="v8"),
        push_image(registry, repository, None, number + 2, architecture="arm", variant="v7"),
    ]
    attestations = [push_attestation(registry, repository, child["digest"]) for child in children]
    return put(registry, repository, tag, image_index([*children, *attestations]))


def push_attestation(registry: Registry, repository: str, subject: str) -> dict:
    """Pushes the provenance of an image; returns its entry in the index."""
    statement = encoded({"_type": "https://in-toto.io/Statement/v0.1", "subject": [{"digest": subject}]})
    config = encoded({"architecture": "unknown", "os": "unknown", "rootfs": {"type": "layers", "diff_ids": [subject]}})
    push_blobs(registry, repository, config, statement)
    kept = descriptor(statement, IN_TOTO, annotations={"in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2"})
    document = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "config": descriptor(config, OCI_CONFIG),
        "layers": [kept],
    }
    marks = {"vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": subject}
    entry = put(registry, repository, None, document)
    return {**entry, "platform": {"architecture": "unknown", "os": "unknown"}, "annotations": marks}


def push_artifact(
    registry: Registry,
    repository: str,
    tag: str | None,
    kind: str,
    files: dict[str, bytes],
    subject: dict | None = None,
) -> dict:
    """Pushes an artifact of a kind of its own, whose layers are files; with a subject it belongs to that."""
    push_blobs(registry, repository, b"{}", *files.values())
    document = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "artifactType": kind,
        "config": descriptor(b"{}", OCI_EMPTY),
        "layers": [
            descriptor(data, kind, annotations={"org.opencontainers.image.title": name}) for name, data in files.items()
        ],
        "annotations": {"org.opencontainers.image.created": moment(0)},
        **({"subject": {key: subject[key] for key in ("mediaType", "digest", "size")}} if subject else {}),
    }
    return put(registry, repository, tag, document)


def push_signature(registry: Registry, repository: str, subject: dict) -> None:
    """Signs a manifest as cosign does by a tag, and as it does by a reference."""
    payload = encoded({"critical": {"image": {"docker-manifest-digest": subject["digest"]}, "type": "cosign"}})
    push_blobs(registry, repository, b"{}", payload)
    signed = descriptor(payload, SIMPLE_SIGNING, annotations={"dev.cosignproject.cosign/signature": "MEUCIQDk"})
    config = descriptor(b"{}", OCI_CONFIG)
    document = {"schemaVersion": 2, "mediaType": OCI_MANIFEST, "config": config, "layers": [signed]}
    put(registry, repository, subject["digest"].replace(":", "-") + ".sig", document)
    push_artifact(registry, repository, None, SIGNATURE, {"signature.json": payload}, subject)


def push_bill_of_materials(registry: Registry, repository: str, subject: dict) -> None:
    """Attaches a list of the packages in an image to it."""
    packages = [{"name": name, "versionInfo": "1.0"} for name in ("openssl", "zlib1g", "libc6", "tini")]
    content = encoded({"spdxVersion": "SPDX-2.3", "name": subject["digest"], "packages": packages})
    push_artifact(registry, repository, None, SBOM, {"sbom.spdx.json": content}, subject)


def push_chart(registry: Registry, repository: str, version: str) -> dict:
    """Pushes a Helm chart with values, a readme and a dependency."""
    name = repository.rpartition("/")[2]
    about = {
        "apiVersion": "v2",
        "name": name,
        "version": version,
        "appVersion": version,
        "description": "The storefront with everything it needs",
        "dependencies": [{"name": "redis", "version": "19.1.0", "repository": "https://charts.example.com"}],
    }
    files = {
        "Chart.yaml": encoded(about),
        "values.yaml": b"replicas: 3\nimage:\n  repository: storefront/web\n  tag: v2.4.0\ningress:\n  enabled: true\n",
        "README.md": b"# Storefront\n\nInstalls the shop.\n\n| Key | Default |\n| --- | --- |\n| replicas | 3 |\n",
        "templates/deployment.yaml": b"apiVersion: apps/v1\nkind: Deployment\n",
    }
    archive = gzip.compress(tar_of({f"{name}/{path}": content for path, content in files.items()}), 6, mtime=0)
    config = json.dumps(about).encode()
    push_blobs(registry, repository, config, archive)
    document = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "config": descriptor(config, CHART_CONFIG),
        "layers": [descriptor(archive, CHART_LAYER)],
    }
    return put(registry, repository, version, document)


def add_tags(registry: Registry, repository: str, data: dict, names: list[str]) -> None:
    """Gives a manifest that is there many tags, a hundred in a request."""
    content = registry.manifest(repository, data["digest"]).content
    for first in range(0, len(names), 100):
        query = "&".join(f"tag={name}" for name in names[first : first + 100])
        answer = registry.put_manifest(repository, f"{data['digest']}?{query}", content, data["mediaType"])
        assert answer.status_code == 201, f"{answer.status_code} {answer.text}"
