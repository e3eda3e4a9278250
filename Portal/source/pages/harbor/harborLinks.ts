import { artifactAddress, projectAddress, ProjectPage, repositoryAddress } from "../../platform/addresses.ts";
import { matchPath } from "../../platform/pathPattern.ts";

/** What an address of Harbor's portal names: a page here, or something in the project of a number. */
export type HarborTarget = { address: string } | { project: string; addressIn: (name: string) => string };

const pages: Record<string, string> = {
  "/account/sign-in": "/sign-in",
  "/harbor": "/",
  "/harbor/sign-in": "/sign-in",
  "/harbor/projects": "/projects",
  "/harbor/logs": "/administration/audit-log",
  "/harbor/users": "/administration/users",
  "/harbor/robot-accounts": "/administration/robots",
  "/harbor/groups": "/administration/groups",
  "/harbor/project-quotas": "/administration/quotas",
  "/harbor/configs": "/administration/configuration",
};

const projectPages: Record<string, ProjectPage | undefined> = {
  members: "members",
  labels: "labels",
  "robot-account": "robots",
  "tag-strategy": "policy",
  logs: "logs",
  configs: "settings",
};

const artifactPatterns = ["/artifacts-tab/artifacts/:digest", "/artifacts/:digest"];

/** Finds what a path of Harbor's portal names; null for a path that isn't one of Harbor's, or has no page here. */
export function harborTarget(path: string): HarborTarget | null {
  const address = pages[path.replace(/\/+$/, "")];
  if (address) return { address };
  return artifactTarget(path) ?? repositoryTarget(path) ?? projectTarget(path);
}

function artifactTarget(path: string): HarborTarget | null {
  for (const pattern of artifactPatterns) {
    const found = matchPath(`/harbor/projects/:project/repositories/:repository${pattern}`, path);
    if (!found) continue;
    const { project = "", repository = "", digest = "" } = found;
    return { project, addressIn: (name) => artifactAddress(name, decodedAgain(repository), digest) };
  }
  return null;
}

function repositoryTarget(path: string): HarborTarget | null {
  const pattern = "/harbor/projects/:project/repositories/:repository";
  const found = matchPath(pattern, path) ?? matchPath(`${pattern}/:tab*`, path);
  if (!found) return null;
  const { project = "", repository = "" } = found;
  return { project, addressIn: (name) => repositoryAddress(name, decodedAgain(repository)) };
}

function projectTarget(path: string): HarborTarget | null {
  const pattern = "/harbor/projects/:project";
  const found = matchPath(pattern, path) ?? matchPath(`${pattern}/:page`, path) ??
    matchPath(`${pattern}/:page/:rest*`, path);
  if (!found) return null;
  const { project = "", page = "" } = found;
  return { project, addressIn: (name) => projectAddress(name, projectPages[page]) };
}

/** Harbor escapes the slashes of repositories' names twice. */
function decodedAgain(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
