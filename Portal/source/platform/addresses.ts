/** Addresses of the portal's pages. A repository's name may have slashes; `/-/` stands between it and what is in it. */

/** The list of projects with the dialog that makes one. */
export const createProjectAddress = "/projects?new=yes";

/** Everything that is found by a text. */
export function searchAddress(text: string): string {
  return `/search?q=${encodeURIComponent(text)}`;
}

/** A project, or one of its pages. */
export function projectAddress(project: string, page?: ProjectPage): string {
  const base = `/projects/${encodeURIComponent(project)}`;
  return page ? `${base}/${page}` : base;
}

/** The pages of a project beside its repositories. */
export type ProjectPage =
  | "members"
  | "labels"
  | "robots"
  | "policy"
  | "retention"
  | "webhooks"
  | "trash"
  | "logs"
  | "settings";

/** A repository; its name is without the project's. */
export function repositoryAddress(project: string, repository: string): string {
  return `${projectAddress(project)}/repositories/${repository.split("/").map(encodeURIComponent).join("/")}`;
}

/** An artifact, by digest or tag. */
export function artifactAddress(project: string, repository: string, reference: string): string {
  return `${repositoryAddress(project, repository)}/-/${encodeURIComponent(reference).replaceAll("%3A", ":")}`;
}

/** An artifact that is a part of another one or attached to it; the other, by digest or tag, stays in the breadcrumbs. */
export function partAddress(project: string, repository: string, whole: string, digest: string): string {
  return `${artifactAddress(project, repository, digest)}?in=${encodeURIComponent(whole)}`;
}

/** Splits a repository's full name, such as `team/backend/api`, into its project and the rest. */
export function splitRepositoryName(name: string): { project: string; repository: string } {
  const slash = name.indexOf("/");
  return { project: name.slice(0, slash), repository: name.slice(slash + 1) };
}
