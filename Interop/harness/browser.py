"""A browser with the web console's page open."""

import requests

from harness.accounts import password_of

TOKEN = "X-Harbor-CSRF-Token"


class Browser:
    """Keeps cookies, and sends the forgery token of the last answer back."""

    def __init__(self, url: str):
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.token = ""

    def send(self, method: str, path: str, *, token: str | None = None, headers=None, **options) -> requests.Response:
        """Sends a request with the token, or with another one (empty: with none), and remembers its answer's."""
        sent = {TOKEN: self.token if token is None else token, **(headers or {})}
        sent = {name: value for name, value in sent.items() if value}
        answer = self.session.request(method, self.url + path, headers=sent, timeout=120, **options)
        self.token = answer.headers.get(TOKEN, self.token)
        return answer

    def sign_in(self, name: str, password: str | None = None) -> requests.Response:
        """Signs in as Harbor's console does: the first request brings the token."""
        self.send("GET", "/api/v2.0/systeminfo")
        return self.send("POST", "/c/login", data={"principal": name, "password": password or password_of(name)})

    def whoami(self) -> str | None:
        """Says as whom the registry knows the browser."""
        answer = self.send("GET", "/api/v2.0/users/current")
        return answer.json()["username"] if answer.status_code == 200 else None

    @property
    def sid(self) -> str | None:
        """The session's cookie."""
        return self.session.cookies.get("sid")
