import { ComponentType, lazy, LazyExoticComponent } from "react";
import { matchPath, PathParameters } from "./platform/pathPattern.ts";

/** A page of the portal: it is fetched when it is first shown. */
export interface Route {
  /** See `matchPath`. */
  pattern: string;
  page: LazyExoticComponent<ComponentType<PathParameters>>;
  /** Whether the page stands alone, without the navigation around it. */
  isBare?: boolean;
  /** Whether somebody has to be signed in. */
  needsUser?: boolean;
  /** Whether it is for administrators of the registry only. */
  needsAdministrator?: boolean;
}

// deno-lint-ignore no-explicit-any -- each page names the parameters of its own pattern
type PageModule = Promise<{ default: ComponentType<any> }>;

function route(pattern: string, load: () => PageModule, options: Omit<Route, "pattern" | "page"> = {}): Route {
  return { pattern, page: lazy(load), ...options };
}

/** All pages, the first that matches is shown. */
const routes: Route[] = [
  route("/sign-in", () => import("./pages/signIn/SignInPage.tsx"), { isBare: true }),
  route("/register", () => import("./pages/signIn/RegistrationPage.tsx"), { isBare: true }),
  route("/", () => import("./pages/home/HomePage.tsx"), { needsUser: true }),
  route("/search", () => import("./pages/search/SearchPage.tsx")),
  route("/projects", () => import("./pages/projects/ProjectsPage.tsx")),
  route("/projects/:project", () => import("./pages/project/repositories/RepositoriesPage.tsx")),
  route("/projects/:project/logs", () => import("./pages/auditLog/ProjectLogsPage.tsx"), { needsUser: true }),
  route("/projects/:project/policy", () => import("./pages/policy/PolicyPage.tsx"), { needsUser: true }),
  route("/projects/:project/retention", () => import("./pages/retention/RetentionPage.tsx"), { needsUser: true }),
  route("/projects/:project/retention/runs/:run", () => import("./pages/retention/RunPage.tsx"), { needsUser: true }),
  route("/projects/:project/webhooks", () => import("./pages/webhooks/WebhooksPage.tsx"), { needsUser: true }),
  route("/projects/:project/webhooks/new", () => import("./pages/webhooks/NewWebhookPage.tsx"), { needsUser: true }),
  route("/projects/:project/webhooks/:webhook", () => import("./pages/webhooks/WebhookPage.tsx"), { needsUser: true }),
  route("/projects/:project/robots", () => import("./pages/robots/ProjectRobotsPage.tsx"), { needsUser: true }),
  route("/projects/:project/members", () => import("./pages/project/members/MembersPage.tsx")),
  route("/projects/:project/labels", () => import("./pages/project/labels/LabelsPage.tsx")),
  route("/projects/:project/repositories/:repository*/-/:reference", () => import("./pages/artifact/ArtifactPage.tsx")),
  route("/projects/:project/repositories/:repository*", () => import("./pages/repository/RepositoryPage.tsx")),
  route("/projects/:project/trash", () => import("./pages/project/trash/TrashPage.tsx")),
  route("/projects/:project/settings", () => import("./pages/project/settings/SettingsPage.tsx")),
  route("/profile", () => import("./pages/profile/ProfilePage.tsx"), { needsUser: true }),
  administration("/groups", () => import("./pages/administration/groups/GroupsPage.tsx")),
  administration("/groups/:group", () => import("./pages/administration/groups/GroupPage.tsx")),
  administration("/configuration", () => import("./pages/administration/configuration/ConfigurationPage.tsx")),
  administration("/labels", () => import("./pages/administration/labels/SystemLabelsPage.tsx")),
  administration("/roles", () => import("./pages/administration/roles/RolesPage.tsx")),
  administration("/quotas", () => import("./pages/administration/quotas/QuotasPage.tsx")),
  administration("/quotas/recount", () => import("./pages/administration/quotas/RecountPage.tsx")),
  administration("/webhooks", () => import("./pages/webhooks/SystemWebhooksPage.tsx")),
  administration("/webhooks/new", () => import("./pages/webhooks/NewSystemWebhookPage.tsx")),
  administration("/webhooks/:webhook", () => import("./pages/webhooks/SystemWebhookPage.tsx")),
  administration("/garbage-collection", () => import("./pages/jobs/GarbageCollectionPage.tsx")),
  administration("/jobs", () => import("./pages/jobs/JobsPage.tsx")),
  administration("/health", () => import("./pages/administration/health/HealthPage.tsx")),
  administration("", () => import("./pages/administration/AdministrationPage.tsx")),
  administration("/users", () => import("./pages/administration/users/UsersPage.tsx")),
  administration("/audit-log", () => import("./pages/auditLog/SystemAuditLogPage.tsx")),
  administration("/audit-log/purge", () => import("./pages/auditLog/AuditPurgePage.tsx")),
  administration("/audit-log/forwarding", () => import("./pages/auditLog/AuditForwardingPage.tsx")),
  administration("/robots", () => import("./pages/robots/SystemRobotsPage.tsx")),
  route("/api-reference", () => import("./pages/apiReference/ApiReferencePage.tsx")),
  route("/harbor", () => import("./pages/harborLinks/HarborLinkPage.tsx")),
  route("/harbor/:page*", () => import("./pages/harborLinks/HarborLinkPage.tsx")),
  route("/account/:page*", () => import("./pages/harborLinks/HarborLinkPage.tsx")),
];

/** A page for administrators of the registry. */
function administration(pattern: string, load: () => PageModule): Route {
  return route(`/administration${pattern}`, load, { needsUser: true, needsAdministrator: true });
}

const missing = route("", () => import("./pages/missing/MissingPage.tsx"));
const forbidden = route("", () => import("./pages/missing/ForbiddenPage.tsx"), { needsUser: true });

/** Finds the page of a path, with the parameters that the path gives it. */
export function findRoute(path: string, isAdministrator: boolean): { route: Route; parameters: PathParameters } {
  for (const route of routes) {
    const parameters = matchPath(route.pattern, path);
    if (parameters && route.needsAdministrator && !isAdministrator) return { route: forbidden, parameters: {} };
    if (parameters) return { route, parameters };
  }
  return { route: missing, parameters: {} };
}
