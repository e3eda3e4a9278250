/** A program that pulls from a registry and pushes to it. */
export type RegistryClient = "docker" | "podman" | "nerdctl" | "ctr" | "helm" | "oras";

/** What is pulled or pushed, as far as the choice of a client depends on it. */
export type ContentKind = "image" | "chart" | "file";

/** A repository, as clients name it. */
export interface CommandTarget {
  /** The registry's host, with its port if it isn't that of HTTPS. */
  host: string;
  /** Whether the registry is spoken to without TLS. */
  isPlain: boolean;
  /** The repository's name with its project's. */
  name: string;
}

const clients: Record<ContentKind, RegistryClient[]> = {
  image: ["docker", "podman", "nerdctl", "ctr"],
  chart: ["helm", "oras"],
  file: ["oras"],
};

/** The kind of an artifact, by its `type` in the management API. */
export function contentKind(type: string | undefined): ContentKind {
  if (type === undefined || type === "IMAGE") return "image";
  return type === "CHART" ? "chart" : "file";
}

/** The clients that understand a kind of content, the most used first. */
export function clientsFor(kind: ContentKind): RegistryClient[] {
  return clients[kind];
}

/** The command that pulls a tag or digest. */
export function pullCommand(client: RegistryClient, target: CommandTarget, reference: string): string {
  const place = `${target.host}/${target.name}`;
  const isDigest = reference.includes(":");
  const full = place + (isDigest ? "@" : ":") + reference;
  switch (client) {
    case "docker":
      return `docker pull ${full}`;
    case "podman":
      return words("podman pull", target.isPlain && "--tls-verify=false", full);
    case "nerdctl":
      return words("nerdctl", target.isPlain && "--insecure-registry", "pull", full);
    case "ctr":
      return words("ctr images pull", target.isPlain && "--plain-http", full);
    case "helm":
      // In tags Helm writes the + of a version as _.
      return isDigest
        ? words("helm pull", `oci://${full}`, target.isPlain && "--plain-http")
        : words("helm pull", `oci://${place}`, `--version ${reference.replaceAll("_", "+")}`, plainFlag(target));
    case "oras":
      return words("oras pull", plainFlag(target), full);
  }
}

/** The commands that sign in and push; what the reader has to put in is in capitals. */
export function pushCommands(client: RegistryClient, target: CommandTarget): string[] {
  const { host, name, isPlain } = target;
  const full = `${host}/${name}:TAG`;
  switch (client) {
    case "docker":
      return [`docker login ${host}`, `docker tag IMAGE ${full}`, `docker push ${full}`];
    case "podman": {
      const flag = isPlain && "--tls-verify=false";
      return [words("podman login", flag, host), words("podman push", flag, "IMAGE", full)];
    }
    case "nerdctl": {
      const nerdctl = words("nerdctl", isPlain && "--insecure-registry");
      return [`${nerdctl} login ${host}`, `nerdctl tag IMAGE ${full}`, `${nerdctl} push ${full}`];
    }
    case "ctr":
      return [`ctr images tag IMAGE ${full}`, words("ctr images push", plainFlag(target), "--user NAME", full)];
    case "helm":
      return [
        words("helm registry login", host, plainFlag(target)),
        // Helm adds the chart's own name to the address.
        words("helm push CHART.tgz", `oci://${host}/${parent(name)}`, plainFlag(target)),
      ];
    case "oras":
      return [words("oras login", plainFlag(target), host), words("oras push", plainFlag(target), full, "FILE")];
  }
}

function plainFlag(target: CommandTarget): string | false {
  return target.isPlain && "--plain-http";
}

function parent(name: string): string {
  return name.slice(0, name.lastIndexOf("/"));
}

function words(...parts: Array<string | false>): string {
  return parts.filter((part) => part !== false).join(" ");
}
