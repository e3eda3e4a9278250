"""A requests-level client of the OCI Distribution API that signs in the way Docker and containerd do."""

import hashlib
import json
import re
from urllib.parse import urljoin

import requests

OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json"
OCI_INDEX = "application/vnd.oci.image.index.v1+json"
OCI_CONFIG = "application/vnd.oci.image.config.v1+json"
OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
OCI_EMPTY = "application/vnd.oci.empty.v1+json"
DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json"
ALL_MANIFESTS = ", ".join([OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_LIST])


def digest_of(data: bytes, algorithm: str = "sha256") -> str:
    """Names content by its hash."""
    return f"{algorithm}:{hashlib.new(algorithm, data).hexdigest()}"


def descriptor(data: bytes, media_type: str, algorithm: str = "sha256", **more) -> dict:
    """Describes content for a manifest."""
    return {"mediaType": media_type, "digest": digest_of(data, algorithm), "size": len(data), **more}


def encoded(document: dict) -> bytes:
    """Writes a JSON document as the bytes that are pushed."""
    return json.dumps(document, separators=(",", ":")).encode()


def challenge_of(answer: requests.Response) -> dict[str, str]:
    """Takes the parameters out of a WWW-Authenticate header; its scheme is under `scheme`."""
    header = answer.headers.get("WWW-Authenticate", "")
    scheme, _, rest = header.partition(" ")
    return {"scheme": scheme, **dict(re.findall(r'(\w+)="([^"]*)"', rest))}


def error_codes(answer: requests.Response) -> list[str]:
    """Lists the codes of an error body in the specification's shape; fails on any other shape."""
    errors = answer.json()["errors"]
    assert errors and all(isinstance(error["code"], str) and isinstance(error["message"], str) for error in errors)
    return [error["code"] for error in errors]


class SourceAddress(requests.adapters.HTTPAdapter):
    """Lets requests come from a chosen address of the loopback network."""

    def __init__(self, address: str):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *arguments, **options):
        """Binds the connections to the address."""
        super().init_poolmanager(*arguments, source_address=(self.address, 0), **options)


class Registry:
    """A user's view of one registry: tokens are fetched and kept per scope, answers are returned unjudged."""

    def __init__(
        self,
        url: str,
        credentials: tuple[str, str] | None = None,
        verify: str | bool = True,
        address: str | None = None,
    ):
        self.url = url
        self.credentials = credentials
        self.session = requests.Session()
        self.session.verify = verify
        self.session.trust_env = False
        if address:
            self.session.mount("http://", SourceAddress(address))
        self.tokens: dict[str, str] = {}
        self.challenge: dict[str, str] | None = None

    def learn_challenge(self) -> dict[str, str]:
        """Asks once how to sign in; a registry without sign-in gives an empty challenge."""
        if self.challenge is None:
            answer = self.session.get(f"{self.url}/v2/", timeout=120)
            self.challenge = challenge_of(answer) if answer.status_code == 401 else {}
        return self.challenge

    def ask_token(self, *scopes: str, **parameters: str) -> requests.Response:
        """Asks the token service for scopes."""
        challenge = self.learn_challenge()
        query = [("service", challenge["service"]), *(("scope", scope) for scope in scopes), *parameters.items()]
        return self.session.get(challenge["realm"], params=query, auth=self.credentials, timeout=120)

    def token(self, *scopes: str) -> str:
        """Gives a token for scopes, from memory if it was asked for before."""
        key = " ".join(scopes)
        if key not in self.tokens:
            answer = self.ask_token(*scopes)
            assert answer.status_code == 200, f"no token for {scopes}: {answer.status_code} {answer.text}"
            self.tokens[key] = answer.json()["token"]
        return self.tokens[key]

    def authorization(self, *scopes: str) -> dict[str, str]:
        """Makes the header that carries a token for scopes; empty where nobody signs in."""
        if not self.learn_challenge():
            return {}
        return {"Authorization": f"Bearer {self.token(*scopes)}"}

    def request(
        self, method: str, path: str, *, scopes: tuple[str, ...] | None = None, headers: dict | None = None, **options
    ) -> requests.Response:
        """Sends one request with a token for its repository: pull, push and delete unless scopes are given."""
        url = urljoin(self.url, path)
        wanted = scopes if scopes is not None else scopes_for(path)
        sent = {**self.authorization(*wanted), **(headers or {})}
        options.setdefault("timeout", 120)
        return self.session.request(method, url, headers=sent, allow_redirects=False, **options)

    # Blobs

    def start_upload(self, repository: str, **options) -> str:
        """Opens an upload session and returns its location."""
        answer = self.request("POST", f"/v2/{repository}/blobs/uploads/", **options)
        assert answer.status_code == 202, f"{answer.status_code} {answer.text}"
        return answer.headers["Location"]

    def finish_upload(self, location: str, digest: str, data: bytes | None = None, **options) -> requests.Response:
        """Closes an upload session with the content's digest and, if given, the last of its bytes."""
        headers = {"Content-Type": "application/octet-stream", **options.pop("headers", {})}
        return self.request("PUT", location, params={"digest": digest}, data=data, headers=headers, **options)

    def push_blob(self, repository: str, data: bytes, algorithm: str = "sha256") -> str:
        """Uploads a blob in one PUT and returns its digest."""
        digest = digest_of(data, algorithm)
        answer = self.finish_upload(self.start_upload(repository), digest, data)
        assert answer.status_code == 201, f"{answer.status_code} {answer.text}"
        return digest

    def blob(self, repository: str, digest: str, method: str = "GET", **options) -> requests.Response:
        """Asks for a blob."""
        return self.request(method, f"/v2/{repository}/blobs/{digest}", **options)

    # Manifests

    def put_manifest(
        self, repository: str, reference: str, document: dict | bytes, media_type: str | None = None, **options
    ) -> requests.Response:
        """Pushes a manifest under a tag or digest; the media type is the document's own unless given."""
        data = document if isinstance(document, bytes) else encoded(document)
        kind = media_type or json.loads(data).get("mediaType", OCI_MANIFEST)
        headers = {"Content-Type": kind, **options.pop("headers", {})}
        return self.request("PUT", f"/v2/{repository}/manifests/{reference}", data=data, headers=headers, **options)

    def manifest(self, repository: str, reference: str, method: str = "GET", **options) -> requests.Response:
        """Asks for a manifest of any type."""
        headers = {"Accept": ALL_MANIFESTS, **options.pop("headers", {})}
        return self.request(method, f"/v2/{repository}/manifests/{reference}", headers=headers, **options)

    def push_image(self, repository: str, reference: str, layers: list[bytes], **more) -> bytes:
        """Pushes an image of the given layers and returns its manifest's bytes."""
        config = encoded({"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}})
        for data in [config, *layers]:
            self.push_blob(repository, data)
        data = encoded(image_manifest(config, layers, **more))
        answer = self.put_manifest(repository, reference, data)
        assert answer.status_code == 201, f"{answer.status_code} {answer.text}"
        return data


def image_manifest(config: bytes, layers: list[bytes], algorithm: str = "sha256", **more) -> dict:
    """Makes an image manifest of the given content."""
    return {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "config": descriptor(config, OCI_CONFIG, algorithm),
        "layers": [descriptor(layer, OCI_LAYER, algorithm) for layer in layers],
        **more,
    }


def image_index(manifests: list[dict], **more) -> dict:
    """Makes an index of the given descriptors."""
    return {"schemaVersion": 2, "mediaType": OCI_INDEX, "manifests": manifests, **more}


def scopes_for(path: str) -> tuple[str, ...]:
    """Chooses the scope that a request to a path needs."""
    if path.startswith("http"):
        path = "/" + path.split("/", 3)[3]
    if path.split("?")[0].rstrip("/") == "/v2/_catalog":
        return ("registry:catalog:*",)
    match = re.match(r"/v2/(.+)/(?:blobs|manifests|tags|referrers)/", path)
    return (f"repository:{match[1]}:pull,push,delete",) if match else ()
