/** Why Kubernetes would refuse a name. */
export type NameFault = "empty" | "tooLong" | "characters";

const label = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const isLabel = new RegExp(`^${label}$`);
const isSubdomain = new RegExp(`^${label}(?:\\.${label})*$`);

/** Says why a secret can't have a name: it has to be a subdomain of RFC 1123. */
export function secretNameFault(name: string): NameFault | null {
  return fault(name, isSubdomain, 253);
}

/** Says why a namespace can't have a name: it has to be a label of RFC 1123. */
export function namespaceFault(name: string): NameFault | null {
  return fault(name, isLabel, 63);
}

/** Says why a robot account can't have a name. */
export function robotNameFault(name: string): NameFault | null {
  return fault(name, /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, 255);
}

/** Makes a name of a robot account that says for which secret it is. */
export function robotName(namespace: string, secret: string): string {
  const words = `k8s-${namespace}-${secret}`.toLowerCase().replaceAll(/[^a-z0-9.]+/g, "-").replaceAll(
    /[.-]*\.[.-]*/g,
    ".",
  );
  return words.replace(/^[.-]+/, "").replace(/[.-]+$/, "");
}

/** Makes a name that Kubernetes takes for the secret of a project. */
export function secretName(project: string): string {
  return `${project.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 200)}-pull`;
}

function fault(name: string, pattern: RegExp, most: number): NameFault | null {
  if (name === "") return "empty";
  if (name.length > most) return "tooLong";
  return pattern.test(name) ? null : "characters";
}
