"""Makes images to push, as OCI layouts on disk: small ones by hand, and a real Debian root file system."""

import gzip
import io
import json
import os
import random
import tarfile
from pathlib import Path

from harness.commands import run
from harness.registry import OCI_CONFIG, OCI_INDEX, OCI_LAYER, OCI_MANIFEST, descriptor, digest_of, encoded

CACHE = Path(os.environ.get("HAVEN_INTEROP_CACHE", Path.home() / ".cache/haven-interop"))
MIRROR = os.environ.get("HAVEN_INTEROP_MIRROR", "")


def random_bytes(size: int, seed: int) -> bytes:
    """Makes bytes that do not compress and are the same in every run."""
    return random.Random(seed).randbytes(size)


def tar_of(files: dict[str, bytes]) -> bytes:
    """Packs files into a tar archive; a path ending in / is a directory."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path, content in files.items():
            entry = tarfile.TarInfo(path.rstrip("/"))
            entry.mode = 0o755
            if path.endswith("/"):
                entry.type = tarfile.DIRTYPE
            else:
                entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


class Layout:
    """An OCI image layout directory under construction."""

    def __init__(self, directory: Path):
        self.directory = directory
        (directory / "blobs/sha256").mkdir(parents=True, exist_ok=True)
        (directory / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}')
        self.entries: list[dict] = []

    def add_blob(self, data: bytes, media_type: str, **more) -> dict:
        """Writes a blob and returns its descriptor."""
        described = descriptor(data, media_type, **more)
        (self.directory / "blobs/sha256" / described["digest"].partition(":")[2]).write_bytes(data)
        return described

    def add_image(self, layers: list[bytes], architecture: str = "amd64", tag: str | None = None) -> dict:
        """Adds an image whose layers are the given tar archives; returns its manifest's descriptor."""
        config = {
            "architecture": architecture,
            "os": "linux",
            "config": {"Cmd": ["/bin/sh"], "Env": ["PATH=/usr/bin:/bin"]},
            "rootfs": {"type": "layers", "diff_ids": [digest_of(layer) for layer in layers]},
            "history": [{"created_by": f"layer {number}"} for number in range(len(layers))],
        }
        packed = [self.add_blob(gzip.compress(layer, 1, mtime=0), OCI_LAYER) for layer in layers]
        manifest = {
            "schemaVersion": 2,
            "mediaType": OCI_MANIFEST,
            "config": self.add_blob(encoded(config), OCI_CONFIG),
            "layers": packed,
        }
        entry = self.add_blob(encoded(manifest), OCI_MANIFEST, platform={"architecture": architecture, "os": "linux"})
        return self.tagged(entry, tag)

    def add_index(self, children: list[dict], tag: str | None = None) -> dict:
        """Adds an index of images that are in the layout; returns its descriptor."""
        document = {"schemaVersion": 2, "mediaType": OCI_INDEX, "manifests": children}
        return self.tagged(self.add_blob(encoded(document), OCI_INDEX), tag)

    def tagged(self, entry: dict, tag: str | None) -> dict:
        """Lists a descriptor in the layout's index.json under a tag."""
        if tag:
            self.entries.append({**entry, "annotations": {"org.opencontainers.image.ref.name": tag}})
            document = {"schemaVersion": 2, "mediaType": OCI_INDEX, "manifests": self.entries}
            (self.directory / "index.json").write_bytes(encoded(document))
        return entry


def small_layers(seed: int) -> list[bytes]:
    """Makes three layers: directories and text, two megabytes that do not compress, and a deleted file."""
    system = {"etc/": b"", "etc/os-release": b"ID=interop\n", "app/": b"", "app/version": f"v{seed}\n".encode()}
    return [
        tar_of(system),
        tar_of({"app/": b"", "app/blob.bin": random_bytes(2 << 20, seed)}),
        tar_of({"app/": b"", "app/.wh.version": b""}),
    ]


def small_layout(directory: Path) -> Path:
    """Makes a layout with a small image (`small`) and an index of two architectures (`multi`)."""
    layout = Layout(directory)
    layout.add_image(small_layers(1), tag="small")
    layout.add_index([layout.add_image(small_layers(2)), layout.add_image(small_layers(3), "arm64")], tag="multi")
    return directory


def debian_rootfs() -> Path:
    """Installs a minimal Debian into the cache with debootstrap, or finds it there."""
    rootfs = CACHE / "debian-rootfs"
    if not rootfs.exists():
        fresh, packages = CACHE / "debian-rootfs.new", CACHE / "packages"
        packages.mkdir(parents=True, exist_ok=True)
        run("rm", "-rf", fresh)
        mirror = [MIRROR] if MIRROR else []
        run("debootstrap", "--variant=minbase", f"--cache-dir={packages}", "bookworm", fresh, *mirror, timeout=900)
        run("sh", "-c", f"rm -rf {fresh}/var/cache/apt/archives/*.deb {fresh}/var/lib/apt/lists/*")
        fresh.rename(rootfs)
    return rootfs


def debian_layout() -> Path:
    """Makes the layout of a Debian image of three layers (`debian:app`) with umoci, or finds it in the cache."""
    layout = CACHE / "debian"
    if not (layout / "index.json").exists():
        fresh = CACHE / "debian.new"
        run("rm", "-rf", fresh)
        rootfs = debian_rootfs()
        (CACHE / "blob.bin").write_bytes(random_bytes(5_000_000, 7))
        image = f"{fresh}:app"
        run("umoci", "init", "--layout", fresh)
        run("umoci", "new", "--image", image)
        run("umoci", "insert", "--image", image, rootfs, "/", timeout=600)
        run("umoci", "insert", "--image", image, CACHE / "blob.bin", "/app/blob.bin")
        run("umoci", "insert", "--image", image, "--whiteout", "/etc/motd")
        run("umoci", "config", "--image", image, "--config.cmd", "/bin/sh", "--config.env", "PATH=/usr/bin:/bin")
        fresh.rename(layout)
    return layout


def manifest_bytes(layout: Path, tag: str) -> bytes:
    """Reads the manifest that a tag of a layout names."""
    entries = json.loads((layout / "index.json").read_text())["manifests"]
    entry = next(each for each in entries if each["annotations"]["org.opencontainers.image.ref.name"] == tag)
    return (layout / "blobs" / entry["digest"].replace(":", "/")).read_bytes()


def docker_archive(layout: Path, tag: str, name: str, directory: Path) -> Path:
    """Packs an image of a layout the way `docker save` does, under a name; `docker load` and `podman load` read it."""
    archive = directory / f"{digest_of(name.encode())[7:19]}.tar"
    run("skopeo", "--insecure-policy", "copy", f"oci:{layout}:{tag}", f"docker-archive:{archive}:{name}")
    return archive
