"""Signing in with a cookie, as the web console does: /c/login, forgery tokens, sessions and their end."""

import pytest
import requests
from harness.accounts import password_of
from harness.browser import Browser

pytestmark = pytest.mark.haven_only


@pytest.fixture
def browser(estate) -> Browser:
    """A fresh browser."""
    return Browser(estate.world.server.url)


def test_signing_in_and_out(browser):
    answer = browser.sign_in("guest")
    assert answer.status_code == 200, answer.text
    cookie = answer.headers["Set-Cookie"]
    assert "sid=" in cookie and "HttpOnly" in cookie and "SameSite" in cookie
    assert browser.send("GET", "/api/v2.0/users/current").json()["username"] == "guest"
    browser.send("GET", "/c/log_out")
    assert browser.send("GET", "/api/v2.0/users/current").status_code == 401


def test_a_session_that_was_ended_elsewhere_is_worth_nothing(browser):
    browser.sign_in("guest")
    stolen = requests.Session()
    stolen.trust_env = False
    stolen.cookies.update(browser.session.cookies)
    assert stolen.get(browser.url + "/api/v2.0/users/current", timeout=120).status_code == 200
    browser.send("GET", "/c/log_out")
    assert stolen.get(browser.url + "/api/v2.0/users/current", timeout=120).status_code == 401
    assert stolen.get(browser.url + "/api/v2.0/projects", timeout=120).status_code == 401, "not served as nobody"
    assert stolen.get(browser.url + "/api/v2.0/systeminfo", timeout=120).status_code == 200
    stolen.get(browser.url + "/c/log_out", timeout=120)
    assert stolen.get(browser.url + "/api/v2.0/projects", timeout=120).status_code == 200, "without the dead cookie"


def test_changes_need_the_forgery_token(browser):
    browser.sign_in("developer")
    body = {"email": "developer@example.com", "realname": "developer", "comment": "seen"}
    me = browser.send("GET", "/api/v2.0/users/current").json()["user_id"]
    path = f"/api/v2.0/users/{me}"
    for wrong in ("", "x", "A" * 88):
        answer = browser.send("PUT", path, token=wrong, json=body)
        assert answer.status_code == 403 and "errors" in answer.json(), f"token {wrong!r}: {answer.status_code}"
    assert browser.send("PUT", path, json=body).status_code == 200
    assert (
        requests.put(
            browser.url + path, json=body, auth=("developer", password_of("developer")), timeout=120
        ).status_code
        == 200
    ), "who brings a password needs none"


def test_another_browsers_token_does_not_do(estate, browser):
    other = Browser(estate.world.server.url)
    other.sign_in("guest")
    browser.sign_in("developer")
    answer = browser.send("DELETE", "/api/v2.0/users/current/sessions/absent", token=other.token)
    assert answer.status_code == 403


def test_signing_in_needs_the_token_too(browser):
    form = {"principal": "guest", "password": password_of("guest")}
    assert browser.send("POST", "/c/login", token="", data=form).status_code == 403


@pytest.mark.parametrize(
    "form, status",
    [
        ({"principal": "guest", "password": "Wrong-1234"}, 401),
        ({"principal": "nobody-of-this-name", "password": "Wrong-1234"}, 401),
        ({"principal": "guest"}, 400),
        ({}, 400),
        ({"principal": "x" * 5000, "password": "y"}, 401),
        ({"principal": "a\x00b", "password": "y"}, 401),
    ],
)
def test_wrong_sign_ins(browser, form, status):
    browser.send("GET", "/api/v2.0/systeminfo")
    answer = browser.send("POST", "/c/login", data=form)
    assert answer.status_code in (status, 429), answer.text
    assert "sid" not in browser.session.cookies


def test_signing_in_again_changes_the_session(browser):
    browser.sign_in("guest")
    before = browser.session.cookies["sid"]
    browser.sign_in("guest")
    assert browser.session.cookies["sid"] != before


def test_sessions_are_listed_and_ended(browser, estate):
    browser.sign_in("maintainer")
    other = Browser(estate.world.server.url)
    other.sign_in("maintainer")
    listed = browser.send("GET", "/api/v2.0/users/current/sessions").json()
    assert len(listed) >= 2 and sum(each["current"] for each in listed) == 1
    text = str(listed)
    assert browser.session.cookies["sid"] not in text and other.session.cookies["sid"] not in text
    mine = next(each["id"] for each in listed if each["current"])
    for each in listed:
        if each["id"] != mine:
            path = f"/api/v2.0/users/current/sessions/{each['id']}"
            assert browser.send("DELETE", path).status_code == 200
    assert other.send("GET", "/api/v2.0/users/current").status_code == 401
    assert browser.send("GET", "/api/v2.0/users/current").status_code == 200


def test_a_new_password_ends_sessions(browser, estate):
    name = estate.fresh()
    body = {"username": name, "password": "Str0ngEnough", "email": f"{name}@example.com", "realname": name}
    number = estate.admin.made("/users", body)
    browser.sign_in(name, "Str0ngEnough")
    assert browser.send("GET", "/api/v2.0/users/current").status_code == 200
    estate.admin.expect("PUT", f"/users/{number}/password", json={"new_password": "An0therSecret"})
    assert browser.send("GET", "/api/v2.0/users/current").status_code == 401


def test_who_may_ask_whether_a_name_is_taken(browser, estate):
    form = {"target": "username", "value": "guest"}
    browser.send("GET", "/api/v2.0/systeminfo")
    assert browser.send("POST", "/c/userExists", data=form).status_code == 412, "self-registration is off"
    browser.sign_in("admin")
    assert browser.send("POST", "/c/userExists", data=form).json() is True
    assert browser.send("POST", "/c/userExists", data={**form, "value": "no-such-name"}).json() is False
    assert browser.send("POST", "/c/userExists", data={**form, "target": "shoe-size"}).status_code == 400


def test_nobody_registers_while_it_is_off(browser, estate):
    name = estate.fresh()
    body = {"username": name, "password": "Str0ngEnough", "email": f"{name}@example.com", "realname": name}
    browser.send("GET", "/api/v2.0/systeminfo")
    assert browser.send("POST", "/api/v2.0/users", json=body).status_code in (401, 403)
    estate.admin.expect("PUT", "/configurations", json={"self_registration": True})
    try:
        assert browser.send("POST", "/api/v2.0/users", token="", json=body).status_code == 403, "from elsewhere"
        assert browser.send("POST", "/api/v2.0/users", json=body).status_code == 201
    finally:
        estate.admin.expect("PUT", "/configurations", json={"self_registration": False})
    browser.sign_in(name, "Str0ngEnough")
    assert browser.send("GET", "/api/v2.0/users/current").json()["sysadmin_flag"] is False
