import {
  clientsFor,
  contentKind,
  pullCommand,
  pushCommands,
  RegistryClient,
} from "../source/components/registryClients.ts";
import { assertEquals } from "./assert.ts";

const secure = { host: "registry.example.com", isPlain: false, name: "team/web/front" };
const plain = { host: "127.0.0.1:8080", isPlain: true, name: "team/web" };

const pulls: Array<[client: RegistryClient, reference: string, expected: string]> = [
  ["docker", "v1", "docker pull registry.example.com/team/web/front:v1"],
  ["podman", "sha256:0a", "podman pull registry.example.com/team/web/front@sha256:0a"],
  ["nerdctl", "v1", "nerdctl pull registry.example.com/team/web/front:v1"],
  ["ctr", "v1", "ctr images pull registry.example.com/team/web/front:v1"],
  ["helm", "1.0.0_build", "helm pull oci://registry.example.com/team/web/front --version 1.0.0+build"],
  ["helm", "sha256:0a", "helm pull oci://registry.example.com/team/web/front@sha256:0a"],
  ["oras", "v1", "oras pull registry.example.com/team/web/front:v1"],
];
for (const [client, reference, expected] of pulls) {
  Deno.test(`${client} pulls ${reference}`, () => assertEquals(pullCommand(client, secure, reference), expected));
}

Deno.test("without TLS each client is told so", () => {
  assertEquals(pullCommand("podman", plain, "v1"), "podman pull --tls-verify=false 127.0.0.1:8080/team/web:v1");
  assertEquals(pullCommand("oras", plain, "v1"), "oras pull --plain-http 127.0.0.1:8080/team/web:v1");
});

Deno.test("helm pushes into what is above the chart", () =>
  assertEquals(pushCommands("helm", secure), [
    "helm registry login registry.example.com",
    "helm push CHART.tgz oci://registry.example.com/team/web",
  ]));

Deno.test("the kind of an artifact says what pulls it", () => {
  assertEquals(["IMAGE", "CHART", "SBOM", undefined].map(contentKind), ["image", "chart", "file", "image"]);
  assertEquals(clientsFor("chart"), ["helm", "oras"]);
});
