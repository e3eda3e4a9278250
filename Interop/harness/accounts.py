"""The people of the tests: a user for each role in one private and one public project, and one with no role."""

from dataclasses import dataclass, field

from harness.registry import Registry
from harness.server import ADMIN_PASSWORD, Haven

ROLES = ["projectAdmin", "maintainer", "developer", "guest", "limitedGuest"]
PRIVATE, PUBLIC = "interop", "interop-public"
OUTSIDER = "outsider"


def password_of(user: str) -> str:
    """Makes a password that satisfies the rules: upper case, lower case, digits."""
    return ADMIN_PASSWORD if user == "admin" else f"Pass-{user}-1"


@dataclass
class World:
    """A server whose projects and users are made."""

    server: Haven
    private: str = PRIVATE
    public: str = PUBLIC
    registries: dict[str | None, Registry] = field(default_factory=dict)

    def registry(self, user: str | None = "maintainer") -> Registry:
        """Gives the requests-level client of a user; None is a client without credentials."""
        if user not in self.registries:
            credentials = None if user is None else (user.lower(), password_of(user.lower()))
            self.registries[user] = Registry(self.server.url, credentials)
        return self.registries[user]

    def credentials(self, user: str) -> tuple[str, str]:
        """Gives a user's name and password, as a client's log-in wants them."""
        return user.lower(), password_of(user.lower())


def populate(server: Haven, *people: str) -> World:
    """Makes the projects, the named users (all of them if none is named) and their roles on a fresh server."""
    server.cli.create_project(PRIVATE)
    server.cli.create_project(PUBLIC, public=True)
    for name in people or (*ROLES, OUTSIDER):
        server.cli.create_user(name.lower(), password_of(name.lower()))
        for project in (PRIVATE, PUBLIC) if name in ROLES else ():
            server.cli.add_member(project, name.lower(), name)
    return World(server)
