import {
  namespaceFault,
  robotName,
  robotNameFault,
  secretName,
  secretNameFault,
} from "../source/pages/pullSecret/kubernetesNames.ts";
import {
  applyCommand,
  base64,
  createCommand,
  dockerConfiguration,
  PullSecret,
  secretManifest,
  serviceAccountCommand,
} from "../source/pages/pullSecret/pullSecret.ts";
import { assertEquals } from "./assert.ts";

const secret: PullSecret = {
  name: "team-pull",
  namespace: "default",
  host: "registry.example.com:8443",
  userName: "robot$team+k8s",
  password: "it's",
};

Deno.test("the docker configuration signs in at the host", () =>
  assertEquals(JSON.parse(dockerConfiguration(secret)), {
    auths: {
      "registry.example.com:8443": { username: "robot$team+k8s", password: "it's", auth: btoa("robot$team+k8s:it's") },
    },
  }));

Deno.test("the manifest is a secret of the right type with the configuration", () =>
  assertEquals(secretManifest(secret).split("\n"), [
    "apiVersion: v1",
    "kind: Secret",
    "metadata:",
    "  name: team-pull",
    "  namespace: default",
    "type: kubernetes.io/dockerconfigjson",
    "data:",
    `  .dockerconfigjson: ${btoa(dockerConfiguration(secret))}`,
    "",
  ]));

for (const name of ["1", "1e3", "0x1f", "true", "null", "no", "y"]) {
  Deno.test(`the name ${name} stays a text in YAML`, () =>
    assertEquals(secretManifest({ ...secret, name }).split("\n")[3], `  name: "${name}"`));
}

Deno.test("a shell gets the words as they are", () =>
  assertEquals(createCommand(secret).split(" \\\n  "), [
    "kubectl create secret docker-registry team-pull",
    "--namespace default",
    "--docker-server registry.example.com:8443",
    "--docker-username 'robot$team+k8s'",
    `--docker-password 'it'\\''s'`,
  ]));

Deno.test("a manifest is applied without a file", () =>
  assertEquals(applyCommand("a: b\n"), "kubectl apply -f - <<'END'\na: b\nEND"));

Deno.test("a service account is given the secret", () =>
  assertEquals(
    serviceAccountCommand("team-pull", "default"),
    `kubectl patch serviceaccount default --namespace default --patch '{"imagePullSecrets":[{"name":"team-pull"}]}'`,
  ));

Deno.test("base64 is of the bytes in UTF-8", () => assertEquals(base64("é李"), "w6nmnY4="));

const names: Array<[name: string, asSecret: string | null, asNamespace: string | null]> = [
  ["team-pull", null, null],
  ["1", null, null],
  ["team.pull", null, "characters"],
  ["", "empty", "empty"],
  ["Team", "characters", "characters"],
  ["-team", "characters", "characters"],
  ["team-", "characters", "characters"],
  ["a..b", "characters", "characters"],
  ["a_b", "characters", "characters"],
  ["a".repeat(63), null, null],
  ["a".repeat(64), null, "tooLong"],
  ["a".repeat(254), "tooLong", "tooLong"],
];
for (const [name, asSecret, asNamespace] of names) {
  Deno.test(`"${name.slice(0, 12)}" of ${name.length} as names in Kubernetes`, () =>
    assertEquals([secretNameFault(name), namespaceFault(name)], [asSecret, asNamespace]));
}

for (const [namespace, name] of [["default", "team-pull"], ["a--b", "c.-d"], ["x", "1"]] as const) {
  Deno.test(`a robot account can be called after ${namespace}/${name}`, () =>
    assertEquals(robotNameFault(robotName(namespace, name)), null));
}

for (const project of ["team", "a_b.c", "Team--1"]) {
  Deno.test(`a secret can be called after ${project}`, () => assertEquals(secretNameFault(secretName(project)), null));
}
