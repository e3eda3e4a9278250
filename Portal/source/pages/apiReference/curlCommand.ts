import { ApiDocument, Operation } from "./apiDocument.ts";
import { exampleOf } from "./schemaWords.ts";

/** The command that sends an operation's request: its path with the names of what has to be filled in, and a body. */
export function curlCommand(document: ApiDocument, operation: Operation, origin: string, userName: string): string {
  const query = operation.parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const search = query.map(({ name }) => `${name}=${placeholder(name)}`).join("&");
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => placeholder(name));
  const address = origin + (document.servers[0]?.url ?? "") + path + (search && `?${search}`);
  const parts = ["curl"];
  if (operation.method === "head") parts.push("--head");
  else if (operation.method !== "get") parts.push("-X", operation.method.toUpperCase());
  if (operation["x-permission"] !== "open") parts.push("-u", quoted(userName));
  parts.push(quoted(address));
  return [parts.join(" "), ...bodyParts(document, operation)].join(" \\\n  ");
}

function bodyParts(document: ApiDocument, { requestBody }: Operation): string[] {
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type) return [];
  const example = exampleOf(document, body?.schema);
  if (type === "application/json") {
    return [`-H ${quoted(`Content-Type: ${type}`)}`, `-d ${quoted(JSON.stringify(example))}`];
  }
  const fields = typeof example === "object" && example !== null ? Object.keys(example) : [];
  return fields.map((name) => `--data-urlencode ${quoted(`${name}=`)}`);
}

function placeholder(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}

/** A word of a shell. */
function quoted(text: string): string {
  return /^[\w.:/@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
