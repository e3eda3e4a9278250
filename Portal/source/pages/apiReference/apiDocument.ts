/** A pointer to a part of the description, such as `#/components/schemas/Project`. */
export interface Reference {
  $ref: string;
}

/** What a value looks like: the part of JSON Schema that the description uses. */
export interface Schema {
  type?: string;
  format?: string;
  description?: string;
  nullable?: boolean;
  enum?: unknown[];
  default?: unknown;
  required?: string[];
  properties?: Record<string, Schema | Reference>;
  items?: Schema | Reference;
  additionalProperties?: boolean | Schema | Reference;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

/** A parameter of an operation. */
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema | Reference;
}

/** Bodies by their media types. */
type Content = Record<string, { schema?: Schema | Reference }>;

/** An answer of an operation. */
export interface Answer {
  description?: string;
  content?: Content;
}

interface OperationEntry {
  tags: string[];
  operationId: string;
  summary: string;
  description?: string;
  "x-permission": string;
  parameters?: Array<Parameter | Reference>;
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Answer | Reference>;
}

type PathEntry = { parameters?: Array<Parameter | Reference> } & Partial<Record<Method, OperationEntry>>;

/** OpenAPI's description of the management API, as far as the reference shows it. */
export interface ApiDocument {
  servers: Array<{ url: string }>;
  tags: Array<{ name: string; description?: string }>;
  paths: Record<string, PathEntry>;
  components: Record<string, Record<string, unknown>>;
}

/** The methods of operations, in the order in which they are listed. */
const methods = ["get", "head", "post", "put", "patch", "delete"] as const;

/** A method of HTTP, as the description writes it. */
export type Method = typeof methods[number];

/** An operation of the management API. */
export interface Operation extends Omit<OperationEntry, "parameters"> {
  method: Method;
  path: string;
  /** Those of the path and its own; followed. */
  parameters: Parameter[];
  /** Whether it comes with a later version and answers 501 as yet. */
  isLater: boolean;
}

/** Operations of one tag. */
export interface OperationGroup {
  name: string;
  description: string;
  operations: Operation[];
}

/** Follows a pointer to what it points to; what is no pointer stays. Null if nothing is there. */
export function follow<Part extends object>(document: ApiDocument, part: Part | Reference): Part | null {
  if (!("$ref" in part)) return part;
  const [, , kind = "", name = ""] = part.$ref.split("/");
  const found = document.components[kind]?.[name];
  // What the description points to has the kind that is asked for.
  return found ? follow(document, found as Part | Reference) : null;
}

/** Lists all operations in the groups of their first tag, in the order of the description. */
export function operationGroups(document: ApiDocument): OperationGroup[] {
  const groups = new Map(
    document.tags.map(({ name, description = "" }) => [name, { name, description, operations: [] as Operation[] }]),
  );
  for (const [path, entry] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = entry[method];
      if (!operation) continue;
      const name = operation.tags[0] ?? "";
      const group = groups.get(name) ?? { name, description: "", operations: [] };
      groups.set(name, group);
      const parameters = [...entry.parameters ?? [], ...operation.parameters ?? []]
        .flatMap((parameter) => follow(document, parameter) ?? []);
      group.operations.push({ ...operation, method, path, parameters, isLater: isLater(operation) });
    }
  }
  return [...groups.values()].filter((group) => group.operations.length > 0);
}

/** Operations of later versions have no answer but errors, or only one that says that there is nothing. */
function isLater({ responses }: OperationEntry): boolean {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2") || status === "304");
  return successes.every(([, answer]) => "$ref" in answer && answer.$ref.endsWith("/Nothing"));
}

/** Whether a group's operation has all words that are looked for. */
export function matches(group: OperationGroup, operation: Operation, filter: string): boolean {
  const text = `${group.name} ${operation.method} ${operation.path} ${operation.operationId} ${operation.summary}`
    .toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
