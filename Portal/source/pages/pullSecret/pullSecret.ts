/** With what a cluster signs in at a registry, and under which name it keeps that. */
export interface PullSecret {
  /** The secret's name in Kubernetes. */
  name: string;
  namespace: string;
  /** Host, and port if it isn't that of HTTPS: as in the names of images. */
  host: string;
  userName: string;
  password: string;
}

/** The registry clients' configuration file that signs in with a secret. */
export function dockerConfiguration({ host, userName, password }: PullSecret): string {
  const auth = base64(`${userName}:${password}`);
  return JSON.stringify({ auths: { [host]: { username: userName, password, auth } } });
}

/** The secret as Kubernetes takes it. */
export function secretManifest(secret: PullSecret): string {
  return [
    "apiVersion: v1",
    "kind: Secret",
    "metadata:",
    `  name: ${scalar(secret.name)}`,
    `  namespace: ${scalar(secret.namespace)}`,
    "type: kubernetes.io/dockerconfigjson",
    "data:",
    `  .dockerconfigjson: ${base64(dockerConfiguration(secret))}`,
    "",
  ].join("\n");
}

/** The command that applies a manifest without a file. */
export function applyCommand(manifest: string): string {
  return `kubectl apply -f - <<'END'\n${manifest}END`;
}

/** The command that makes the secret without a manifest. */
export function createCommand({ name, namespace, host, userName, password }: PullSecret): string {
  return [
    `kubectl create secret docker-registry ${quoted(name)}`,
    `--namespace ${quoted(namespace)}`,
    `--docker-server ${quoted(host)}`,
    `--docker-username ${quoted(userName)}`,
    `--docker-password ${quoted(password)}`,
  ].join(" \\\n  ");
}

/** The lines by which a pod uses a secret. */
export function podLines(name: string): string {
  return `spec:\n  imagePullSecrets:\n    - name: ${scalar(name)}\n`;
}

/** The command by which all pods of a service account use a secret. */
export function serviceAccountCommand(name: string, namespace: string): string {
  const patch = JSON.stringify({ imagePullSecrets: [{ name }] });
  return `kubectl patch serviceaccount default --namespace ${quoted(namespace)} --patch ${quoted(patch)}`;
}

/** Writes the bytes of a text in UTF-8 as base64. */
export function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** Words that YAML reads as something else than a text. */
const otherThanText = /^(?:[^a-z].*|true|false|null|yes|no|on|off|y|n)$/i;

function scalar(name: string): string {
  return otherThanText.test(name) ? JSON.stringify(name) : name;
}

/** Puts a word into quotes that a shell takes off again, unless it needs none. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
