import { buildCommand } from "../source/pages/artifact/content/buildCommand.ts";
import { buildSteps, commandLine, commandsOfLayers } from "../source/pages/artifact/content/buildHistory.ts";
import { Descriptor } from "../source/pages/artifact/content/manifest.ts";
import { assertEquals } from "./assert.ts";

const cases: Array<[createdBy: string, instruction: string, text: string, reason: string]> = [
  ["/bin/sh -c #(nop) ADD file:6f in / ", "ADD", "file:6f in /", "an older builder's mark of running nothing"],
  ['/bin/sh -c #(nop)  CMD ["bash"]', "CMD", '["bash"]', "two spaces after the mark"],
  ["/bin/sh -c apt-get update", "RUN", "apt-get update", "an older builder's command"],
  ["RUN /bin/sh -c apt-get update # buildkit", "RUN", "apt-get update", "BuildKit's shell and mark"],
  ["RUN |2 A=1 B=x y /bin/sh -c make # buildkit", "RUN", "make", "build arguments go with the shell"],
  ["|1 VERSION=3 /bin/sh -c make", "RUN", "make", "an older builder's build arguments"],
  [
    "RUN /bin/bash -o pipefail -c curl x | tar x # buildkit",
    "RUN",
    "/bin/bash -o pipefail -c curl x | tar x",
    "a shell of one's own says something",
  ],
  ["COPY build/ /srv/ # buildkit", "COPY", "build/ /srv/", "an instruction that runs nothing"],
  ["EXPOSE map[8080/tcp:{} 53/udp:{}]", "EXPOSE", "8080/tcp 53/udp", "Go's form of a map"],
  ["VOLUME [/data /logs]", "VOLUME", "[/data /logs]", "a list without quotes"],
  ['ENTRYPOINT ["/tini" "--" "/serve"]', "ENTRYPOINT", '["/tini", "--", "/serve"]', "a list without commas"],
  ["/bin/sh -c a && b", "RUN", "a \\\n  && b", "a command a line"],
  [
    "/bin/sh -c set -eux; \tapt-get update; \tmake",
    "RUN",
    "set -eux; \\\n  apt-get update; \\\n  make",
    "a Dockerfile's lines",
  ],
  ["/bin/sh -c a \t&& b \t\t&& c", "RUN", "a \\\n  && b \\\n  && c", "a line ends once"],
  ['cmd /S /C #(nop) CMD ["cmd"]', "CMD", '["cmd"]', "Windows"],
  ["bazel build //image", "", "bazel build //image", "another tool's words stay"],
  ["RUNNER=1 make", "", "RUNNER=1 make", "a word that only begins like an instruction"],
  ["", "", "", "nothing"],
];
for (const [createdBy, instruction, text, reason] of cases) {
  Deno.test(`history "${createdBy.slice(0, 40)}": ${reason}`, () =>
    assertEquals(buildCommand(createdBy), { instruction, text }));
}

const layer = (size: number): Descriptor => ({ mediaType: "layer", digest: `sha256:${size}`, size, annotations: {} });
const history = [
  { created_by: "ADD rootfs" },
  { created_by: "ENV A=1", empty_layer: true },
  { created_by: "RUN /bin/sh -c make && make install # buildkit" },
];

Deno.test("entries that aren't empty made the layers, in order", () =>
  assertEquals(buildSteps(history, [layer(1), layer(2)]).map((step) => step.layer), [0, null, 1]));

Deno.test("no entry has a layer where the numbers differ", () =>
  assertEquals(buildSteps(history, [layer(1)]).map((step) => step.layer), [null, null, null]));

Deno.test("layers have the command that made them, in one line", () => {
  const layers = [layer(1), layer(2)];
  const commands = commandsOfLayers(buildSteps(history, layers), layers);
  assertEquals(commands.map((command) => command && commandLine(command)), ["ADD rootfs", "RUN make && make install"]);
});

Deno.test("a comment stands for a command that isn't there", () =>
  assertEquals(buildSteps([{ comment: "Imported" }], [layer(1)])[0]?.command.text, "Imported"));
