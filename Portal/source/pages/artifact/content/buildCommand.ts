/** A command of an image's build, as somebody would write it in a Dockerfile. */
export interface BuildCommand {
  /** Such as `RUN`; empty if the tool that built the image wrote something else. */
  instruction: string;
  /** What follows the instruction, a command of a shell in a line each. */
  text: string;
}

const instructions = "ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|" +
  "STOPSIGNAL|USER|VOLUME|WORKDIR";
const instruction = new RegExp(`^(${instructions})(?:\\s+|$)`);
/** What Docker's older builder puts before an instruction that runs nothing. */
const nothingRun = /^(?:\/bin\/sh -c|cmd \/S \/C)\s+#\(nop\)\s+/i;
/** The shell that is meant unless another is named, after the build arguments if there are any. */
const shell = /^(?:\|\d+ (.*?) ?)?(?:\/bin\/sh -c|cmd \/S \/C) /s;

/** Makes an entry of an image's history readable: without the shell and the marks that builders put around it. */
export function buildCommand(createdBy: string): BuildCommand {
  const bare = createdBy.trim().replace(/\s*# buildkit$/, "");
  if (nothingRun.test(bare)) return ofInstruction(bare.replace(nothingRun, "")) ?? { instruction: "", text: bare };
  if (shell.test(bare)) return { instruction: "RUN", text: lines(bare.replace(shell, "")) };
  return ofInstruction(bare) ?? { instruction: "", text: lines(bare) };
}

function ofInstruction(line: string): BuildCommand | null {
  const found = instruction.exec(line);
  if (!found?.[1]) return null;
  return { instruction: found[1], text: argument(found[1], line.slice(found[0].length).trim()) };
}

function argument(name: string, text: string): string {
  switch (name) {
    case "RUN":
      return lines(text.replace(shell, ""));
    case "EXPOSE":
    case "VOLUME":
      return keysOfMap(text) ?? commas(text);
    case "CMD":
    case "ENTRYPOINT":
    case "SHELL":
      return commas(text);
    default:
      return text;
  }
}

/** Builders write Go's form of a map: `map[8080/tcp:{} 9090/tcp:{}]`. */
function keysOfMap(text: string): string | null {
  const inner = /^map\[(.*)\]$/.exec(text)?.[1];
  return inner === undefined ? null : inner.replaceAll(":{}", "");
}

/** Builders write the lists of the exec form without their commas. */
function commas(text: string): string {
  return /^\[.*\]$/.test(text) ? text.replaceAll(/" +"/g, '", "') : text;
}

/** Puts each command of a shell on a line of its own. Where a Dockerfile's line ended, only its indentation is left. */
function lines(text: string): string {
  return text
    .replaceAll(/[ \t]*\t[ \t]*/g, " \\\n  ")
    .replaceAll(/ +&& +/g, " \\\n  && ")
    .replaceAll(/(?: \\\n *)+(?= \\\n)/g, "")
    .replaceAll(/\n[ \\]*\n/g, "\n");
}
