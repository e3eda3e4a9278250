/** Commands for registry clients, digests and platforms. */
export const commands = {
  client: "Client",
  pull: "Pull",
  push: "Push",
  copyCommand: "Copy the command",
  copyCommands: "Copy the commands",
  clientNames: {
    docker: "docker",
    podman: "podman",
    nerdctl: "nerdctl",
    ctr: "ctr",
    helm: "helm",
    oras: "oras",
  },
  image: "Image",
  chart: "Helm chart",
  file: "Other files",
  kind: "What you push",
  dockerPlain:
    "Docker speaks to a registry without TLS only if the daemon's insecure-registries name it, or on this machine.",
  copyDigest: "Copy the digest",
  morePlatforms: (count: number) => `+${count}`,
  noMarkdown: "The text can't be shown formatted.",
  shortenedMarkdown: "The text is longer than is shown here.",
};
