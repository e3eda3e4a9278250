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
    PortalPage("project-labels", "/projects/storefront/labels"),
    PortalPage("project-robots", "/projects/storefront/robots"),
    PortalPage("policy", "/projects/storefront/policy"),
    PortalPage("trash", "/projects/storefront/trash"),
    PortalPage("trash-without-anything", "/projects/sandbox/trash"),
    PortalPage("project-logs", "/projects/storefront/logs"),
    PortalPage("settings", "/projects/storefront/settings"),
    PortalPage("repository", "/projects/storefront/repositories/web"),
    PortalPage("repository-of-a-guest", "/projects/storefront/repositories/web", user="dave"),
    PortalPage("repository-of-nobody", "/projects/platform/repositories/node", user=None),
    PortalPage("repository-with-many-tags", "/projects/machine-learning/repositories/nightly"),
    PortalPage("repository-of-charts", "/projects/storefront/repositories/charts/storefront"),
    PortalPage("artifact-index", "/projects/storefront/repositories/web/-/v2.4.0"),
    PortalPage("artifact-image", "/projects/storefront/repositories/api/-/v1.5.0"),
    PortalPage("artifact-chart", "/projects/storefront/repositories/charts/storefront/-/1.9.1"),
    PortalPage("artifact-of-another-kind", "/projects/storefront/repositories/policies/-/2026.1"),
    PortalPage("search", "/search?q=web"),
    PortalPage("search-without-finds", "/search?q=there-is-no-such-thing"),
    PortalPage("profile", "/profile"),
    PortalPage("administration", "/administration"),
    PortalPage("users", "/administration/users"),
    PortalPage("groups", "/administration/groups"),
    PortalPage("group", "/administration/groups/1"),
    PortalPage("robots", "/administration/robots"),
    PortalPage("labels", "/administration/labels"),
    PortalPage("quotas", "/administration/quotas"),
    PortalPage("configuration", "/administration/configuration"),
    PortalPage("audit-log", "/administration/audit-log"),
    PortalPage("health", "/administration/health"),
    PortalPage("api-reference", "/api-reference"),
    PortalPage("not-here", "/no/such/page"),
    PortalPage("project-not-here", "/projects/no-such-project"),
]
