"""Signing in with a browser: the session's cookie, the forgery token of Harbor's clients, and what ends a session."""

import secrets

import pytest
import requests
from harness.accounts import OUTSIDER, password_of
from harness.browser import TOKEN, Browser
from harness.registry import error_codes
from harness.server import ADMIN_PASSWORD

pytestmark = pytest.mark.haven_only


@pytest.fixture
def browser(world) -> Browser:
    """A browser that nobody has signed in with."""
    return Browser(world.server.url)


@pytest.fixture
def person(world) -> tuple[str, str]:
    """A user of the test's own: name and password."""
    name, password = f"person-{secrets.token_hex(4)}", f"Pass-{secrets.token_hex(4)}-A1"
    world.server.cli.create_user(name, password)
    return name, password


def number_of(world, name: str) -> int:
    """Finds a user's number."""
    answer = requests.get(
        f"{world.server.url}/api/v2.0/users", params={"q": f"username={name}"}, auth=("admin", ADMIN_PASSWORD)
    )
    return answer.json()[0]["user_id"]


def test_signing_in_and_out(world, browser):
    assert browser.whoami() is None
    answer = browser.sign_in(OUTSIDER, password_of(OUTSIDER))
    assert answer.status_code == 200 and answer.content == b""
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Secure" not in cookie
    assert browser.whoami() == OUTSIDER
    sid = browser.sid
    assert browser.send("GET", "/c/log_out").status_code == 200
    assert browser.sid is None and browser.whoami() is None
    replayed = requests.get(f"{world.server.url}/api/v2.0/users/current", cookies={"sid": sid})
    assert replayed.status_code == 401


def test_a_session_is_secure_behind_https(world):
    browser = Browser(world.server.url)
    browser.session.headers["X-Forwarded-Proto"] = "https"
    browser.send("GET", "/api/v2.0/systeminfo")
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.session.cookies)
    answer = requests.post(
        f"{world.server.url}/c/login",
        data={"principal": OUTSIDER, "password": password_of(OUTSIDER)},
        headers={TOKEN: browser.token, "Cookie": cookies, "X-Forwarded-Proto": "https"},
    )
    assert answer.status_code == 200 and "Secure" in answer.headers["Set-Cookie"]


def test_wrong_credentials(browser):
    browser.send("GET", "/api/v2.0/systeminfo")
    for form in ({"principal": "nobody-x", "password": "x"}, {"principal": "a\0b", "password": "x"}):
        answer = browser.send("POST", "/c/login", data=form)
        assert answer.status_code == 401 and error_codes(answer) == ["UNAUTHORIZED"]
        assert "WWW-Authenticate" not in answer.headers, "a browser would show its own dialogue"
    assert browser.sid is None


def test_signing_in_needs_the_token(world, browser):
    form = {"principal": OUTSIDER, "password": password_of(OUTSIDER)}
    answer = requests.post(f"{world.server.url}/c/login", data=form)
    assert answer.status_code == 403 and error_codes(answer) == ["FORBIDDEN"]
    assert "CSRF token invalid" in answer.text and "sid" not in answer.cookies
    # The answer brings a token: with it and its cookie the same request is accepted.
    again = requests.post(
        f"{world.server.url}/c/login", data=form, headers={TOKEN: answer.headers[TOKEN]}, cookies=answer.cookies
    )
    assert again.status_code == 200


def test_each_sign_in_has_a_session_of_its_own(world, browser):
    browser.session.cookies.set("sid", "A" * 43, domain="127.0.0.1", path="/")
    browser.sign_in(OUTSIDER, password_of(OUTSIDER))
    first = browser.sid
    assert first != "A" * 43
    browser.sign_in(OUTSIDER, password_of(OUTSIDER))
    assert browser.sid != first
    for old in ("A" * 43, first):
        answer = requests.get(f"{world.server.url}/api/v2.0/users/current", cookies={"sid": old})
        assert answer.status_code == 401


def test_changes_need_the_token(world, browser, person):
    browser.sign_in(*person)
    path = f"/api/v2.0/users/{number_of(world, person[0])}"
    answer = browser.send("PUT", path, json={"comment": "a"}, token="")
    assert answer.status_code == 403 and "CSRF token invalid" in answer.text
    assert browser.send("PUT", path, json={"comment": "b"}).status_code == 200
    answer = browser.send("PUT", path, json={"comment": "c"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    stranger = Browser(world.server.url)
    stranger.send("GET", "/api/v2.0/systeminfo")
    answer = browser.send("PUT", path, json={"comment": "d"}, headers={TOKEN: stranger.token}, token="")
    assert answer.status_code == 403
    assert browser.send("GET", path).json()["comment"] == "b"


def test_programs_with_cookies_need_no_token(world, browser, person):
    browser.sign_in(*person)
    path = f"{world.server.url}/api/v2.0/users/{number_of(world, person[0])}"
    answer = requests.put(path, json={"comment": "x"}, auth=person, cookies=browser.session.cookies.get_dict())
    assert answer.status_code == 200 and TOKEN not in answer.headers and not answer.cookies


def test_a_new_password_ends_sessions_and_tokens(world, browser, person):
    name, password = person
    browser.sign_in(name, password)
    path = f"/api/v2.0/users/{number_of(world, name)}/password"
    answer = browser.send("PUT", path, json={"old_password": "wrong", "new_password": "Another-Horse-8"})
    assert answer.status_code == 403
    answer = browser.send("PUT", path, json={"old_password": password, "new_password": "Another-Horse-8"})
    assert answer.status_code == 200
    assert browser.whoami() is None
    assert browser.sign_in(name, password).status_code == 401
    assert browser.sign_in(name, "Another-Horse-8").status_code == 200


def test_a_command_line_secret_is_for_programs(world, browser, person):
    name, password = person
    url = f"{world.server.url}/api/v2.0"
    path = f"{url}/users/{number_of(world, name)}/cli_secret"
    secret = f"Secret-{secrets.token_hex(8)}-A"
    assert requests.put(path, json={"secret": secret}, auth=person).status_code == 200
    for good in (secret, password):
        assert requests.get(f"{url}/users/current", auth=(name, good)).status_code == 200
        assert requests.get(f"{world.server.url}/service/token", auth=(name, good)).status_code == 200
    assert browser.sign_in(name, secret).status_code == 401
    assert requests.delete(path, auth=person).status_code == 200
    assert requests.get(f"{url}/users/current", auth=(name, secret)).status_code == 401


def test_users_end_their_other_sessions(world, person):
    here, there = Browser(world.server.url), Browser(world.server.url)
    for browser in (here, there):
        browser.session.headers["User-Agent"] = "Interop/1"
        browser.sign_in(*person)
    sessions = here.send("GET", "/api/v2.0/users/current/sessions").json()
    assert len(sessions) == 2 and all(session["user_agent"] == "Interop/1" for session in sessions)
    (other,) = [session["id"] for session in sessions if not session["current"]]
    assert here.send("DELETE", f"/api/v2.0/users/current/sessions/{other}").status_code == 200
    assert there.whoami() is None and here.whoami() == person[0]


def test_sessions_outlive_a_restart(fresh_server):
    server = fresh_server().start()
    browser = Browser(server.url)
    assert browser.sign_in("admin", ADMIN_PASSWORD).status_code == 200
    server.restart()
    assert browser.whoami() == "admin"
    answer = browser.send("PUT", "/api/v2.0/users/1", json={"comment": "still here"})
    assert answer.status_code == 200, "the token's key outlives it too"


def test_nobody_learns_who_has_an_account(browser):
    browser.send("GET", "/api/v2.0/systeminfo")
    answer = browser.send("POST", "/c/userExists", data={"target": "username", "value": "admin"})
    assert answer.status_code == 412


def test_a_deleted_users_session_is_over(world, browser, person):
    browser.sign_in(*person)
    number = number_of(world, person[0])
    answer = requests.delete(f"{world.server.url}/api/v2.0/users/{number}", auth=("admin", ADMIN_PASSWORD))
    assert answer.status_code == 200
    assert browser.whoami() is None


def test_groups_give_their_members_roles(world, person):
    name, _ = person
    url, admin = f"{world.server.url}/api/v2.0", ("admin", ADMIN_PASSWORD)
    made = requests.post(f"{url}/usergroups", json={"group_name": f"g-{name}", "group_type": 4}, auth=admin)
    assert made.status_code == 201, made.text
    group = int(made.headers["Location"].rpartition("/")[2])
    project = f"{url}/projects/{world.private}"
    assert requests.get(project, auth=person).status_code == 403
    answer = requests.post(
        f"{project}/members", json={"role_id": 3, "member_group": {"id": group}}, auth=admin
    )
    assert answer.status_code == 201, answer.text
    members = f"{url}/usergroups/{group}/members"
    assert requests.post(members, json={"username": name}, auth=admin).status_code == 201
    assert requests.get(project, auth=person).status_code == 200
    number = number_of(world, name)
    assert requests.delete(f"{members}/{number}", auth=admin).status_code == 200
    assert requests.get(project, auth=person).status_code == 403
    assert requests.post(members, json={"user_id": number}, auth=admin).status_code == 201
    assert requests.get(project, auth=person).status_code == 200
    assert requests.delete(f"{url}/usergroups/{group}", auth=admin).status_code == 200
    assert requests.get(project, auth=person).status_code == 403
