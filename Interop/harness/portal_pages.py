"""Every page of the portal and every dialog worth looking at, with who sees it: a new page needs a row."""

from dataclasses import dataclass

from playwright.sync_api import Page

from harness.portal import Window
from harness.showcase import LONG


@dataclass(frozen=True)
class PortalPage:
    """A page, or a page after some buttons were pressed."""

    name: str
    path: str
    user: str | None = "admin"
    presses: tuple[str, ...] = ()

    def show(self, window: Window) -> Page:
        """Goes to the page within a loaded portal, and presses its buttons, which are named in English here."""
        page = window.visit(self.path)
        for name in self.presses:
            page.get_by_role("button", name=window.say(name), exact=True).first.click()
            window.settle()
        return page


PAGES = [
    PortalPage("sign-in", "/sign-in", user=None),
    PortalPage("registration", "/register", user=None),
    PortalPage("home", "/"),
    PortalPage("home-of-a-member", "/", user="alice"),
    PortalPage("projects", "/projects"),
    PortalPage("projects-of-nobody", "/projects", user=None),
    PortalPage("project", "/projects/storefront"),
    PortalPage("project-with-a-long-name", f"/projects/{LONG}"),
    PortalPage("project-without-repositories", "/projects/sandbox"),
    PortalPage("members", "/projects/storefront/members"),
    PortalPage("project-robots", "/projects/storefront/robots"),
    PortalPage("search", "/search?q=web"),
    PortalPage("search-without-finds", "/search?q=there-is-no-such-thing"),
    PortalPage("administration", "/administration"),
    PortalPage("users", "/administration/users"),
    PortalPage("groups", "/administration/groups"),
    PortalPage("group", "/administration/groups/1"),
    PortalPage("robots", "/administration/robots"),
    PortalPage("not-here", "/no/such/page"),
    PortalPage("project-not-here", "/projects/no-such-project"),
]
