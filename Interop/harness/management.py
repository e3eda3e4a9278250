"""A requests-level client of the management API, and the names that its paths need."""

from urllib.parse import quote

import requests

BASE = "/api/v2.0"


def repository_in_path(name: str) -> str:
    """Encodes a repository's name (without its project) twice, as Harbor's clients do."""
    return quote(quote(name, safe=""), safe="")


class Management:
    """A caller's view of the management API; answers are returned unjudged."""

    def __init__(self, url: str, credentials: tuple[str, str] | None = None):
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.auth = credentials

    def request(self, method: str, path: str, **options) -> requests.Response:
        """Sends one request; paths are below /api/v2.0 unless they begin with /c/, /api/ or /service/."""
        absolute = path.startswith(("/c/", "/api/", "/service/", "/v2/"))
        options.setdefault("timeout", 120)
        options.setdefault("allow_redirects", False)
        return self.session.request(method, self.url + ("" if absolute else BASE) + path, **options)

    def get(self, path: str, **options) -> requests.Response:
        """Sends a GET."""
        return self.request("GET", path, **options)

    def post(self, path: str, body=None, **options) -> requests.Response:
        """Sends a POST with a JSON body."""
        return self.request("POST", path, json=body, **options)

    def put(self, path: str, body=None, **options) -> requests.Response:
        """Sends a PUT with a JSON body."""
        return self.request("PUT", path, json=body, **options)

    def delete(self, path: str, **options) -> requests.Response:
        """Sends a DELETE."""
        return self.request("DELETE", path, **options)

    def expect(self, method: str, path: str, *codes: int, **options) -> requests.Response:
        """Sends one request that must be answered with one of the codes, 200 and 201 unless others are given."""
        answer = self.request(method, path, **options)
        assert answer.status_code in (codes or (200, 201)), f"{method} {path}: {answer.status_code} {answer.text[:500]}"
        return answer

    def made(self, path: str, body: dict, **options) -> int:
        """Makes something by POST and returns its number, from the Location."""
        return int(self.expect("POST", path, 201, json=body, **options).headers["Location"].rpartition("/")[2])
