"""Tag lists, the catalog and referrers, with their paging and filters."""

import re
from urllib.parse import urljoin

import pytest
from harness.registry import (
    OCI_EMPTY,
    OCI_INDEX,
    OCI_MANIFEST,
    descriptor,
    digest_of,
    encoded,
    error_codes,
    image_index,
    image_manifest,
)

CONFIG = encoded({"architecture": "amd64", "os": "linux"})
TAGS = ["10", "9", "A", "Z", "_x", "a", "a.1", "a_1", "latest", "v1", "v10", "v2"]


def next_page(answer) -> str | None:
    """Takes the address of the next page out of the Link header."""
    match = re.fullmatch(r'<([^>]+)>; ?rel="?next"?', answer.headers.get("Link", ""))
    return urljoin(answer.url, match[1]) if match else None


def pages(registry, path, key, **parameters):
    """Follows the pages of a list; yields each page's entries."""
    answer = registry.request("GET", path, params=parameters)
    while True:
        assert answer.status_code == 200, answer.text
        yield answer.json()[key] or []
        following = next_page(answer)
        if not following:
            return
        answer = registry.request("GET", following)


@pytest.fixture
def tagged(registry, repository):
    """A repository with the tags above, pushed in no order."""
    registry.push_blob(repository, CONFIG)
    for tag in reversed(TAGS):
        assert registry.put_manifest(repository, tag, image_manifest(CONFIG, [])).status_code == 201
    return repository


@pytest.mark.haven_only
def test_tags_in_order(registry, tagged):
    answer = registry.request("GET", f"/v2/{tagged}/tags/list")
    assert answer.status_code == 200
    assert answer.json()["name"] == tagged
    assert answer.json()["tags"] == TAGS
    assert "Link" not in answer.headers


@pytest.mark.haven_only
@pytest.mark.parametrize("size", [1, 5, 11, 12, 13, 1000])
def test_tags_page_by_page(registry, tagged, size):
    found = list(pages(registry, f"/v2/{tagged}/tags/list", "tags", n=size))
    assert [tag for page in found for tag in page] == TAGS
    assert all(len(page) == size for page in found[:-1])
    assert len(found) == -(-len(TAGS) // size), "no empty page at the end"


@pytest.mark.haven_only
def test_tags_after_one_that_is_absent(registry, tagged):
    """`last` is a place in the order, not necessarily a tag."""
    answer = registry.request("GET", f"/v2/{tagged}/tags/list", params={"last": "b", "n": 2})
    assert answer.json()["tags"] == ["latest", "v1"]


@pytest.mark.haven_only
def test_no_tags_at_all(registry, tagged):
    answer = registry.request("GET", f"/v2/{tagged}/tags/list", params={"n": 0})
    assert (answer.status_code, answer.json()["tags"]) == (200, [])
    assert "Link" not in answer.headers


@pytest.mark.haven_only
@pytest.mark.parametrize("value", ["-1", "x", "1.5", "99999999999999999999"])
def test_tags_with_a_number_that_is_none(registry, tagged, value):
    answer = registry.request("GET", f"/v2/{tagged}/tags/list", params={"n": value})
    assert answer.status_code in (200, 400) if value.startswith("9") else answer.status_code == 400
    if answer.status_code == 400:
        error_codes(answer)


def test_tags_of_an_absent_repository(registry, repository):
    answer = registry.request("GET", f"/v2/{repository}/tags/list")
    assert (answer.status_code, error_codes(answer)) == (404, ["NAME_UNKNOWN"])


# The catalog


@pytest.mark.haven_only
def test_catalog_page_by_page(world, tagged):
    """An administrator sees every repository that holds an artifact."""
    administrator = world.registry("admin")
    whole = [name for page in pages(administrator, "/v2/_catalog", "repositories") for name in page]
    assert tagged in whole
    assert whole == sorted(whole)
    paged = [name for page in pages(administrator, "/v2/_catalog", "repositories", n=1) for name in page]
    assert paged == whole


@pytest.mark.haven_only
def test_catalog_is_for_administrators(world, tagged):
    del tagged
    for user in ("maintainer", "outsider", None):
        assert world.registry(user).request("GET", "/v2/_catalog").status_code == 401


# Referrers


def push_referrer(registry, repository, subject: dict, kind: str, **more) -> tuple[dict, object]:
    """Pushes an artifact about a subject; returns the descriptor that the list should hold, and the answer."""
    registry.push_blob(repository, b"{}")
    document = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "artifactType": kind,
        "config": descriptor(b"{}", OCI_EMPTY),
        "layers": [descriptor(b"{}", OCI_EMPTY)],
        "subject": subject,
        **more,
    }
    data = encoded(document)
    answer = registry.put_manifest(repository, digest_of(data), data)
    assert answer.status_code == 201, answer.text
    return {**descriptor(data, OCI_MANIFEST, artifactType=kind), **more}, answer


def referrers(registry, repository, digest, **parameters):
    """Asks for the referrers of a digest."""
    answer = registry.request("GET", f"/v2/{repository}/referrers/{digest}", params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == OCI_INDEX
    assert (answer.json()["schemaVersion"], answer.json()["mediaType"]) == (2, OCI_INDEX)
    return answer


def by_digest(entries):
    """Orders descriptors, for comparing lists whose order says nothing."""
    return sorted(entries, key=lambda entry: entry["digest"])


@pytest.mark.haven_only
def test_referrers(registry, tagged):
    subject = descriptor(encoded(image_manifest(CONFIG, [])), OCI_MANIFEST)
    signature, answer = push_referrer(registry, tagged, subject, "application/x.signature", annotations={"by": "me"})
    assert answer.headers["OCI-Subject"] == subject["digest"]
    report, _ = push_referrer(registry, tagged, subject, "application/x.report")
    both = referrers(registry, tagged, subject["digest"])
    assert by_digest(both.json()["manifests"]) == by_digest([signature, report])
    assert "OCI-Filters-Applied" not in both.headers
    one = referrers(registry, tagged, subject["digest"], artifactType="application/x.report")
    assert one.json()["manifests"] == [report]
    assert one.headers["OCI-Filters-Applied"] == "artifactType"


@pytest.mark.haven_only
def test_referrers_of_nothing(registry, tagged):
    for digest in (digest_of(b"nothing"), digest_of(b"nothing", "sha512")):
        assert referrers(registry, tagged, digest).json()["manifests"] == []


@pytest.mark.haven_only
def test_referrer_of_a_subject_that_comes_later(registry, repository):
    image = encoded(image_manifest(CONFIG, []))
    entry, _ = push_referrer(registry, repository, descriptor(image, OCI_MANIFEST), "application/x.signature")
    assert referrers(registry, repository, digest_of(image)).json()["manifests"] == [entry]
    registry.push_blob(repository, CONFIG)
    registry.put_manifest(repository, "late", image)
    assert referrers(registry, repository, digest_of(image)).json()["manifests"] == [entry]


@pytest.mark.haven_only
def test_referrer_type_is_the_configs_where_none_is_given(registry, tagged):
    """Distribution specification: artifactType falls back to config.mediaType; an index's stays its own."""
    subject = descriptor(encoded(image_manifest(CONFIG, [])), OCI_MANIFEST)
    document = encoded(image_manifest(CONFIG, [], subject=subject))
    registry.put_manifest(tagged, digest_of(document), document)
    index = encoded(image_index([], subject=subject, artifactType="application/x.index"))
    assert registry.put_manifest(tagged, digest_of(index), index).status_code == 201
    found = {entry["digest"]: entry for entry in referrers(registry, tagged, subject["digest"]).json()["manifests"]}
    assert found[digest_of(document)]["artifactType"] == "application/vnd.oci.image.config.v1+json"
    assert found[digest_of(index)]["artifactType"] == "application/x.index"


@pytest.mark.haven_only
def test_deleted_referrer_leaves_the_list(registry, tagged):
    subject = descriptor(encoded(image_manifest(CONFIG, [])), OCI_MANIFEST)
    entry, _ = push_referrer(registry, tagged, subject, "application/x.signature", annotations={"n": "deleted"})
    assert registry.manifest(tagged, entry["digest"], "DELETE").status_code == 202
    assert referrers(registry, tagged, subject["digest"]).json()["manifests"] == []


@pytest.mark.haven_only
def test_referrers_of_a_tag(registry, tagged):
    answer = registry.request("GET", f"/v2/{tagged}/referrers/latest")
    assert answer.status_code == 400
    error_codes(answer)


@pytest.mark.haven_only
def test_many_referrers_page_by_page(registry, tagged):
    """However they are paged, following the links gives each once."""
    subject = descriptor(encoded(image_manifest(CONFIG, [])), OCI_MANIFEST)
    pushed = [
        push_referrer(registry, tagged, subject, "application/x.many", annotations={"n": str(n)})[0] for n in range(30)
    ]
    found = [e for page in pages(registry, f"/v2/{tagged}/referrers/{subject['digest']}", "manifests") for e in page]
    assert by_digest(found) == by_digest(pushed)
