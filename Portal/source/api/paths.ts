/** Paths of the management API below `/api/v2.0`, with the names in them escaped. */

/** `/projects/NAME` */
export function projectPath(project: string): string {
  return `/projects/${encodeURIComponent(project)}`;
}

/** `/projects/NAME/repositories/NAME`; the name is without the project's, and is escaped twice as Harbor wants it. */
export function repositoryPath(project: string, repository: string): string {
  return `${projectPath(project)}/repositories/${encodeURIComponent(encodeURIComponent(repository))}`;
}

/** `…/artifacts/REFERENCE`: a digest or a tag. */
export function artifactPath(project: string, repository: string, reference: string): string {
  return `${repositoryPath(project, repository)}/artifacts/${encodeURIComponent(reference)}`;
}

/** A path with a query: empty values are left out. */
export function withQuery(path: string, values: Record<string, string | number | boolean | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== "" && value !== null && value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A condition of the `q` parameter: `key` contains `text`; null without a text. Commas, brackets and quotation marks are escaped. */
export function containing(key: string, text: string): string | null {
  const value = escaped(text);
  return value ? `${key}=~${value}` : null;
}

/** A condition of the `q` parameter: `key` is `text`; null without a text. */
export function exactly(key: string, text: string): string | null {
  const value = escaped(text);
  return value ? `${key}=${value}` : null;
}

/** A condition of the `q` parameter: `key` is one of `values`. */
export function oneOf(key: string, values: string[]): string {
  return `${key}={${values.map(escaped).join(" ")}}`;
}

function escaped(text: string): string {
  return text.trim().replaceAll(/[\\,()[\]{}~="']/g, "\\$&");
}
