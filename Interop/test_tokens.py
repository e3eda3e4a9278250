"""The token service: challenges, what a token holds, which tokens are refused, guessing passwords."""

import base64
import json
import time
from concurrent.futures import ThreadPoolExecutor

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from harness.accounts import OUTSIDER, ROLES, populate
from harness.registry import Registry, challenge_of, error_codes

pytestmark = pytest.mark.haven_only
SERVICE = "harbor-registry"
JWKS = "/service/token/jwks"


def scope(repository: str, actions: str) -> str:
    """Writes a repository's scope."""
    return f"repository:{repository}:{actions}"


def claims_of(token: str) -> dict:
    """Reads a token's claims without judging its signature."""
    return jwt.decode(token, options={"verify_signature": False})


def granted(answer: requests.Response) -> dict[str, set[str]]:
    """Maps each name of a token answer to the actions it grants."""
    assert answer.status_code == 200, answer.text
    return {entry["name"]: set(entry["actions"]) for entry in claims_of(answer.json()["token"])["access"]}


def get(world, path: str, **options) -> requests.Response:
    """Sends a request without any of the client's own signing in."""
    return requests.get(world.server.url + path, timeout=120, allow_redirects=False, **options)


def bearer(token: str) -> dict[str, str]:
    """Makes the header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


# Challenges


def test_challenge_without_credentials(world):
    answer = get(world, "/v2/")
    assert answer.status_code == 401
    realm = f"{world.server.url}/service/token"
    assert answer.headers["WWW-Authenticate"] == f'Bearer realm="{realm}",service="{SERVICE}"'
    assert error_codes(answer) == ["UNAUTHORIZED"]


CHALLENGES = [
    ("GET", "tags/list", "pull", "pull"),
    ("HEAD", "manifests/latest", "pull", "pull"),
    ("GET", "blobs/sha256:" + "0" * 64, "pull", "pull"),
    ("POST", "blobs/uploads/", "pull,push", "push"),
    ("PUT", "manifests/latest", "pull,push", "push"),
    ("DELETE", "manifests/sha256:" + "0" * 64, "delete", "delete"),
]


@pytest.mark.parametrize(
    "method, path, actions", [row[:3] for row in CHALLENGES], ids=[" ".join(row[:2]) for row in CHALLENGES]
)
@pytest.mark.parametrize("project", ["private", "public"])
def test_challenge_names_the_scope(world, project, method, path, actions):
    """For a public project too: the client then gets an anonymous token."""
    repository = f"{getattr(world, project)}/some/thing"
    answer = requests.request(method, f"{world.server.url}/v2/{repository}/{path}", timeout=120)
    realm = f"{world.server.url}/service/token"
    expected = f'Bearer realm="{realm}",service="{SERVICE}",scope="{scope(repository, actions)}"'
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, expected)


def test_challenge_of_a_mount_names_both_repositories(world):
    path = f"/v2/{world.private}/new/blobs/uploads/"
    parameters = {"mount": "sha256:" + "0" * 64, "from": f"{world.private}/old"}
    answer = requests.post(world.server.url + path, params=parameters, timeout=120)
    expected = {scope(f"{world.private}/new", "pull,push"), scope(f"{world.private}/old", "pull")}
    assert set(challenge_of(answer)["scope"].split(" ")) == expected


def test_realm_follows_the_host_that_was_asked(world):
    answer = get(world, "/v2/", headers={"Host": "registry.example.test:8443", "X-Forwarded-Proto": "https"})
    assert challenge_of(answer)["realm"] == "https://registry.example.test:8443/service/token"


def test_insufficient_token_is_told_so(world):
    """containers/image asks for another token only on this error."""
    repository = f"{world.private}/thing"
    registry = world.registry("developer")
    answer = get(
        world, f"/v2/{repository}/tags/list", headers=bearer(registry.token(scope(f"{world.private}/other", "pull")))
    )
    challenge = challenge_of(answer)
    assert answer.status_code == 401
    assert (challenge["scheme"], challenge["error"]) == ("Bearer", "insufficient_scope")
    assert challenge["scope"] == scope(repository, "pull")


# What a token holds


def test_answer_has_what_clients_read(world):
    answer = world.registry("guest").ask_token(scope(f"{world.private}/a", "pull")).json()
    assert answer["token"] == answer["access_token"]
    assert answer["expires_in"] >= 60, "Docker's specification: a token holds at least 60 seconds"
    time.strptime(answer["issued_at"][:19], "%Y-%m-%dT%H:%M:%S")
    assert "refresh_token" not in answer or answer["refresh_token"]


def test_claims(world):
    token = world.registry("guest").token(scope(f"{world.private}/a", "pull"))
    claims, now = claims_of(token), time.time()
    assert (claims["aud"], claims["sub"]) == (SERVICE, "guest")
    assert claims["iss"] and claims["jti"]
    assert claims["nbf"] <= now + 5 and claims["iat"] <= now + 5 < claims["exp"]
    assert [entry["type"] for entry in claims["access"]] == ["repository"]


def test_signature_holds_with_the_published_key(world):
    token = world.registry("guest").token(scope(f"{world.private}/a", "pull"))
    header = jwt.get_unverified_header(token)
    keys = jwt.PyJWKSet.from_dict(get(world, JWKS).json())
    assert header["alg"] == "ES256"
    jwt.decode(token, keys[header["kid"]].key, algorithms=["ES256"], audience=SERVICE)
    assert all("d" not in key for key in get(world, JWKS).json()["keys"]), "the private part stays inside"


ASKED = [
    ("guest", "pull", {"pull"}),
    ("guest", "pull,push", {"pull"}),
    ("guest", "push", set()),
    ("developer", "pull", {"pull"}),
    ("developer", "pull,push,delete", {"pull", "push"}),
    ("maintainer", "pull,push,delete", {"pull", "push", "delete"}),
    ("maintainer", "delete", {"delete"}),
    ("guest", "*", {"pull"}),
    ("developer", "*", {"pull", "push"}),
    ("admin", "pull", {"pull"}),
    (OUTSIDER, "pull,push", set()),
    ("developer", "pull,fly", {"pull"}),
]


@pytest.mark.parametrize("user, actions, allowed", ASKED, ids=[f"{row[0]} {row[1]}" for row in ASKED])
def test_actions_are_what_is_asked_and_allowed(world, user, actions, allowed):
    repository = f"{world.private}/a"
    answer = world.registry(user).ask_token(scope(repository, actions))
    assert granted(answer).get(repository, set()) == allowed


def test_all_actions_of_the_strongest_roles(world):
    repository = f"{world.private}/a"
    for user in ("maintainer", "projectAdmin", "admin"):
        assert {"pull", "push", "delete"} <= granted(world.registry(user).ask_token(scope(repository, "*")))[repository]


def test_several_scopes_in_either_form(world):
    """As repeated parameters, and separated by spaces in one."""
    one, two = f"{world.private}/a", f"{world.public}/b"
    expected = {one: {"pull"}, two: {"pull", "push"}}
    registry = world.registry("developer")
    assert granted(registry.ask_token(scope(one, "pull"), scope(two, "pull,push"))) == expected
    assert granted(registry.ask_token(scope(one, "pull") + " " + scope(two, "pull,push"))) == expected


def test_absent_project_and_forbidden_project_look_alike(world):
    registry = world.registry(OUTSIDER)
    answers = [granted(registry.ask_token(scope(name, "pull,push"))) for name in (f"{world.private}/a", "no-such/a")]
    assert [list(answer.values()) for answer in answers] in ([[set()], [set()]], [[], []])


def test_catalog_scope_is_for_administrators(world):
    for user, allowed in (("admin", {"*"}), ("maintainer", set())):
        assert granted(world.registry(user).ask_token("registry:catalog:*")).get("catalog", set()) == allowed


@pytest.mark.parametrize(
    "text", ["nonsense", "repository:", "repository:a", "repository::pull", ":::", "repository:A/B:pull"]
)
def test_malformed_scope_grants_nothing(world, text):
    answer = world.registry("admin").ask_token(text)
    assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert not any(granted(answer).values())


# Signing in


def test_anonymous_token_pulls_from_public_projects_only(world):
    anonymous = world.registry(None)
    one, two = f"{world.public}/a", f"{world.private}/a"
    assert granted(anonymous.ask_token(scope(one, "pull,push"))).get(one) == {"pull"}
    assert not granted(anonymous.ask_token(scope(two, "pull"))).get(two)


def test_anonymous_without_a_scope(world):
    """This is how a log-in without a password fails."""
    assert world.registry(None).ask_token().status_code == 401


def test_log_in(world):
    """docker login asks for a token without a scope, then for /v2/ with it."""
    answer = world.registry("guest").ask_token(account="guest", client_id="docker", offline_token="true")
    assert answer.status_code == 200
    assert get(world, "/v2/", headers=bearer(answer.json()["token"])).status_code == 200


@pytest.mark.parametrize("scopes", [(), ("repository:interop-public/a:pull",)], ids=["no scope", "a public scope"])
@pytest.mark.parametrize("credentials", [("guest", "wrong"), ("nobody-at-all", "wrong"), ("guest", "")])
def test_wrong_credentials(world, credentials, scopes):
    """From an address of its own, as failures slow an address down."""
    answer = Registry(world.server.url, credentials, address="127.0.0.7").ask_token(*scopes)
    assert answer.status_code == 401
    assert error_codes(answer) == ["UNAUTHORIZED"]


def test_post_form(world):
    """containerd's way (OAuth2, grant type password)."""
    user, password = world.credentials("developer")
    form = {
        "grant_type": "password",
        "service": SERVICE,
        "client_id": "containerd",
        "username": user,
        "password": password,
        "scope": scope(f"{world.private}/a", "pull,push") + " " + scope(f"{world.public}/b", "pull"),
    }
    answer = requests.post(f"{world.server.url}/service/token", data=form, timeout=120)
    assert granted(answer) == {f"{world.private}/a": {"pull", "push"}, f"{world.public}/b": {"pull"}}
    assert answer.json()["access_token"]


def test_post_form_with_a_wrong_password(world):
    form = {"grant_type": "password", "service": SERVICE, "client_id": "x", "username": "mistyped", "password": "no"}
    assert requests.post(f"{world.server.url}/service/token", data=form, timeout=120).status_code == 401


def test_unknown_service(world):
    answer = get(world, "/service/token?service=other", auth=world.credentials("guest"))
    assert answer.status_code == 400


def test_basic_credentials_on_the_registry_itself(world):
    repository = f"{world.private}/basic"
    world.registry("developer").push_image(repository, "v1", [b"layer"])
    path = f"/v2/{repository}/tags/list"
    assert get(world, path, auth=world.credentials("guest")).status_code == 200
    assert get(world, path, auth=world.credentials(OUTSIDER)).status_code == 401
    assert get(world, path, auth=("mistyped", "wrong")).status_code == 401
    assert get(world, "/v2/", auth=world.credentials("guest")).status_code == 200


# Tokens that are refused


def forged(token: str, key=None, header: dict | None = None, **changes) -> str:
    """Signs a token's changed claims with another key, under the same key identifier."""
    claims = {**claims_of(token), **changes}
    names = {"kid": jwt.get_unverified_header(token)["kid"], **(header or {})}
    return jwt.encode(claims, key or ec.generate_private_key(ec.SECP256R1()), algorithm="ES256", headers=names)


def unsigned(token: str) -> str:
    """Writes a token that says it needs no signature."""
    return jwt.encode(claims_of(token), None, algorithm="none")


def changed_payload(token: str) -> str:
    """Puts other claims behind the old signature."""
    head, _, signature = token.split(".")
    payload = json.dumps({**claims_of(token), "sub": "admin"}).encode()
    return ".".join([head, base64.urlsafe_b64encode(payload).rstrip(b"=").decode(), signature])


def signed_with_the_public_key(token: str) -> str:
    """Takes the published key for a shared secret, which a careless verifier would believe."""
    parts = [
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
        for part in ({"alg": "HS256", "kid": jwt.get_unverified_header(token)["kid"]}, claims_of(token))
    ]
    return ".".join([*parts, base64.urlsafe_b64encode(b"0" * 32).rstrip(b"=").decode()])


REFUSED = [
    (forged, "another key"),
    (unsigned, "no signature"),
    (changed_payload, "changed claims"),
    (signed_with_the_public_key, "another algorithm"),
    (lambda token: token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB"), "a changed signature"),
    (lambda token: token + "x" * 100_000, "very long"),
    (lambda token: token.split(".")[0], "one part"),
    (lambda token: "", "nothing"),
    (lambda token: "....", "dots"),
]


@pytest.mark.parametrize("spoil", [row[0] for row in REFUSED], ids=[row[1] for row in REFUSED])
def test_spoiled_token(world, spoil):
    token = world.registry("developer").token(scope(f"{world.private}/a", "pull"))
    answer = get(world, f"/v2/{world.private}/a/tags/list", headers=bearer(spoil(token)))
    assert answer.status_code in (400, 401, 431)
    if answer.status_code == 401:
        assert challenge_of(answer)["scheme"] == "Bearer"


def test_tokens_of_another_server(world, fresh_server):
    """Same claims, another key: a token is worth nothing anywhere else."""
    other = populate(fresh_server().start(), "developer")
    token = other.registry("developer").token(scope(f"{world.private}/a", "pull"))
    assert get(world, f"/v2/{world.private}/a/tags/list", headers=bearer(token)).status_code == 401


def test_withdrawn_rights_end_a_token(world):
    """Within seconds, not when the token expires."""
    user, project = "withdrawn", "withdrawing"
    cli = world.server.cli
    cli.create_user(user, "Pass-withdrawn-1")
    cli.create_project(project)
    cli.add_member(project, user, "developer")
    registry = Registry(world.server.url, (user, "Pass-withdrawn-1"))
    registry.push_image(f"{project}/a", "v1", [b"layer"])
    assert registry.manifest(f"{project}/a", "v1").status_code == 200
    cli("member", "delete", "--project", project, "--user", user)
    assert ends_within(lambda: registry.manifest(f"{project}/a", "v1").status_code == 401, 60)


def test_tokens_of_a_deleted_user(world):
    cli = world.server.cli
    cli.create_user("leaving", "Pass-leaving-1")
    registry = Registry(world.server.url, ("leaving", "Pass-leaving-1"))
    repository = f"{world.public}/a"
    world.registry("developer").push_image(repository, "v1", [b"layer"])
    assert registry.manifest(repository, "v1", scopes=(scope(repository, "pull"),)).status_code == 200
    cli("user", "delete", "leaving")
    assert ends_within(
        lambda: registry.manifest(repository, "v1", scopes=(scope(repository, "pull"),)).status_code == 401, 60
    )


def test_tokens_of_a_recreated_project(world):
    """A token made for the old project does not open the new one of the same name."""
    cli, name = world.server.cli, "recreated"
    cli.create_project(name, owner="developer")
    registry = Registry(world.server.url, world.credentials("developer"))
    held = scope(f"{name}/a", "pull,push")
    registry.token(held)
    cli("project", "delete", name)
    cli.create_project(name, owner="developer")
    path = f"/v2/{name}/a/blobs/uploads/"
    assert registry.request("POST", path, scopes=(held,)).status_code == 401


def test_tokens_outlive_a_restart(fresh_server):
    """The key is kept with the data."""
    server = fresh_server().start()
    registry = populate(server, "developer").registry("developer")
    registry.push_image("interop/a", "v1", [b"layer"])
    server.restart()
    assert registry.manifest("interop/a", "v1").status_code == 200


def ends_within(condition, seconds: float) -> bool:
    """Asks again and again until a condition holds; False if it does not in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.2)
    return False


# Guessing


def sign_in(server, user: str, password: str, address: str) -> tuple[int, float]:
    """Asks for a token from an address of the loopback network; returns the status and the seconds it took."""
    registry = Registry(server.url, (user, password), address=address)
    begun = time.monotonic()
    return registry.ask_token().status_code, time.monotonic() - begun


def test_guessing_is_slowed_without_locking_others_out(fresh_server):
    """A burst of wrong passwords from one address ends in 429s or waits; another address signs in as ever."""
    world = populate(fresh_server().start(), "developer")
    user, password = world.credentials("developer")
    with ThreadPoolExecutor(4) as pool:
        guesses = list(pool.map(lambda n: sign_in(world.server, user, f"Guess-{n}", "127.0.0.2"), range(40)))
    assert {status for status, _ in guesses} <= {401, 429}
    slowed = any(status == 429 for status, _ in guesses) or max(seconds for _, seconds in guesses) > 1
    assert slowed, "forty guesses in a burst were all answered at full speed"
    status, seconds = sign_in(world.server, user, password, "127.0.0.3")
    assert status == 200
    assert seconds < 30


def test_guessing_at_one_account_leaves_the_others_of_the_address_alone(fresh_server):
    """Many people share one address; a few typing errors of one must not stop the others."""
    world = populate(fresh_server().start(), *ROLES[:3], "guest")
    for n in range(4):
        sign_in(world.server, "guest", f"Guess-{n}", "127.0.0.2")
    for role in ROLES[:3]:
        status, seconds = sign_in(world.server, *world.credentials(role), "127.0.0.2")
        assert (status, seconds < 30) == (200, True)
