/** The parameters of a matched path, by name. */
export type PathParameters = Record<string, string>;

/**
 * Matches a path with a pattern and gives its parameters, or null.
 *
 * `:name` stands for one component, `:name*` for one or more. Components are compared and given decoded.
 */
export function matchPath(pattern: string, path: string): PathParameters | null {
  return matchComponents(componentsOf(pattern), componentsOf(path).map(decoded));
}

function matchComponents(pattern: string[], path: string[]): PathParameters | null {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0 ? {} : null;
  if (!first.startsWith(":")) return path[0] === first ? matchComponents(rest, path.slice(1)) : null;
  if (!first.endsWith("*")) {
    return path[0] === undefined ? null : withParameter(first.slice(1), path[0], matchComponents(rest, path.slice(1)));
  }
  for (let length = path.length - rest.length; length >= 1; length--) {
    const found = matchComponents(rest, path.slice(length));
    if (found) return withParameter(first.slice(1, -1), path.slice(0, length).join("/"), found);
  }
  return null;
}

function withParameter(name: string, value: string, found: PathParameters | null): PathParameters | null {
  return found && { [name]: value, ...found };
}

function componentsOf(path: string): string[] {
  return path.split("/").filter((component) => component !== "");
}

function decoded(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    return component;
  }
}
