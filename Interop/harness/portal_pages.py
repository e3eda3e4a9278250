"""Every page of the portal and every dialog worth looking at, with who sees it: a new page needs a row."""

from dataclasses import dataclass

from harness.showcase import LONG


@dataclass(frozen=True)
class PortalPage:
    """A page, or a dialog over one: addresses have both."""

    name: str
    path: str
    user: str | None = "admin"


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
    PortalPage("administration-of-others", "/administration", user="alice"),
    PortalPage("users", "/administration/users"),
    PortalPage("groups", "/administration/groups"),
    PortalPage("group", "/administration/groups/1"),
    PortalPage("group-not-here", "/administration/groups/999999"),
    PortalPage("roles", "/administration/roles"),
    PortalPage("robots", "/administration/robots"),
    PortalPage("labels", "/administration/labels"),
    PortalPage("quotas", "/administration/quotas"),
    PortalPage("configuration", "/administration/configuration"),
    PortalPage("audit-log", "/administration/audit-log"),
    PortalPage("health", "/administration/health"),
    PortalPage("garbage-collection", "/administration/garbage-collection"),
    PortalPage("jobs", "/administration/jobs"),
    PortalPage("audit-log-purge", "/administration/audit-log/purge"),
    PortalPage("audit-log-forwarding", "/administration/audit-log/forwarding"),
    PortalPage("recount", "/administration/quotas/recount"),
    PortalPage("api-reference", "/api-reference"),
    PortalPage("not-here", "/no/such/page"),
    PortalPage("project-not-here", "/projects/no-such-project"),
    PortalPage("tags", "/projects/machine-learning/repositories/nightly?view=tags&page=3"),
    PortalPage("build-history", "/projects/storefront/repositories/api/-/v1.5.0?view=history"),
    PortalPage("configuration-of-an-image", "/projects/storefront/repositories/api/-/v1.5.0?view=configuration"),
    PortalPage("annotations", "/projects/storefront/repositories/api/-/v1.5.0?view=annotations"),
    PortalPage("references", "/projects/storefront/repositories/web/-/v2.4.0?view=references"),
    PortalPage("referrers", "/projects/storefront/repositories/web/-/v2.4.0?view=referrers"),
    PortalPage("manifest", "/projects/storefront/repositories/web/-/v2.4.0?view=manifest"),
    PortalPage("artifact-not-here", "/projects/storefront/repositories/web/-/no-such-tag"),
    PortalPage("password-and-secret", "/profile?tab=security"),
    PortalPage("sessions", "/profile?tab=sessions"),
    PortalPage("operation", "/api-reference?operation=listProjects"),
]
DIALOGS = [
    PortalPage("new-project", "/projects?new=yes"),
    PortalPage("push-commands-of-a-project", "/projects/storefront?push=yes"),
    PortalPage("add-member", "/projects/storefront/members?add=yes"),
    PortalPage("new-label", "/projects/storefront/labels?new=yes"),
    PortalPage("new-robot", "/projects/storefront/robots?dialog=new"),
    PortalPage("new-secret-of-a-robot", "/projects/storefront/robots?dialog=secret&robot=1"),
    PortalPage("delete-robot", "/projects/storefront/robots?dialog=delete&robot=1"),
    PortalPage("new-rule", "/projects/storefront/policy?dialog=new-rule"),
    PortalPage("delete-project", "/projects/storefront/settings?delete=yes"),
    PortalPage("push-commands", "/projects/storefront/repositories/web?dialog=push"),
    PortalPage("describe-repository", "/projects/storefront/repositories/web?dialog=description"),
    PortalPage("delete-repository", "/projects/storefront/repositories/web?dialog=delete"),
    PortalPage("tags-of-an-artifact", "/projects/machine-learning/repositories/nightly/-/nightly-00000?dialog=tags"),
    PortalPage("add-tag", "/projects/storefront/repositories/web/-/v2.4.0?dialog=add-tag"),
    PortalPage("labels-of-an-artifact", "/projects/storefront/repositories/web/-/v2.4.0?dialog=labels"),
    PortalPage("copy-artifact", "/projects/storefront/repositories/web/-/v2.4.0?dialog=copy"),
    PortalPage("delete-artifact", "/projects/storefront/repositories/web/-/v2.4.0?dialog=delete"),
    PortalPage("pull-secret", "/projects/storefront/repositories/web/-/v2.4.0?dialog=pull-secret"),
    PortalPage("new-user", "/administration/users?create=yes"),
    PortalPage("new-group", "/administration/groups?create=yes"),
    PortalPage("add-member-to-a-group", "/administration/groups/1?add=yes"),
    PortalPage("new-role", "/administration/roles?create=2"),
    PortalPage("new-label-of-the-system", "/administration/labels?new=yes"),
]
