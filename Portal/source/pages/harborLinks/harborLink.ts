import { artifactAddress, projectAddress, ProjectPage, repositoryAddress } from "../../platform/addresses.ts";

/** Where an address of Harbor's console leads: to a page, or to one of a project that is known by its number. */
export type HarborTarget =
  | { address: string }
  | { project: string; addressFor: (projectName: string) => string };

/** Harbor's pages outside of projects, without `/harbor`. */
const pages: Record<string, string> = {
  "": "/",
  "projects": "/projects",
  "logs": "/administration/audit-log",
  "users": "/administration/users",
  "groups": "/administration/groups",
  "robot-accounts": "/administration/robots",
  "labels": "/administration/labels",
  "project-quotas": "/administration/quotas",
  "configs": "/administration/configuration",
  "sign-in": "/sign-in",
  "sign-up": "/register",
};

/** Harbor's pages of a project. */
const projectPages: Record<string, ProjectPage> = {
  "members": "members",
  "labels": "labels",
  "robot-account": "robots",
  "logs": "logs",
  "configs": "settings",
  "tag-strategy": "retention",
  "webhook": "webhooks",
};

/** Translates an address of Harbor's console, such as `/harbor/projects/1/members`; null if it has no counterpart. */
export function readHarborLink(path: string, search = ""): HarborTarget | null {
  const [first = "", ...inside] = path.split("/").filter((component) => component !== "");
  if (first === "account") return { address: inside[0] === "sign-up" ? "/register" : signInAddress(search) };
  if (first !== "harbor") return null;
  const [area = "", project = "", ...rest] = inside;
  if (area === "sign-in") return { address: signInAddress(search) };
  if (area === "projects" && project !== "") {
    return { project: decoded(project), addressFor: (name) => addressInProject(name, rest) };
  }
  const address = pages[area];
  return address === undefined ? null : { address };
}

/** Harbor says in `redirect_url` where to go after signing in. */
function signInAddress(search: string): string {
  const back = new URLSearchParams(search).get("redirect_url");
  return back ? `/sign-in?back=${encodeURIComponent(back)}` : "/sign-in";
}

function addressInProject(project: string, [page = "", name = "", ...rest]: string[]): string {
  if (page === "repositories" && name !== "") return addressInRepository(project, nameIn([name, ...rest]), rest);
  return projectAddress(project, name === "immutable-tag" ? "policy" : projectPages[page]);
}

/** The repository's name: one component that is escaped twice, or several up to a tab of its page. */
function nameIn(components: string[]): string {
  const end = components.findIndex((component) => /^(artifacts|info)-tab$|^tags$/.test(component));
  const name = end > 0 ? components.slice(0, end) : components;
  return name.map((component) => decoded(decoded(component))).join("/");
}

/** What is below `artifacts` or `tags` is an artifact; the digests of the indexes it was reached by are passed over. */
function addressInRepository(project: string, repository: string, rest: string[]): string {
  const before = rest.findLastIndex((component) => component === "artifacts" || component === "tags");
  const reference = before >= 0 ? rest[before + 1] : undefined;
  return reference ? artifactAddress(project, repository, decoded(reference)) : repositoryAddress(project, repository);
}

function decoded(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    return component;
  }
}
