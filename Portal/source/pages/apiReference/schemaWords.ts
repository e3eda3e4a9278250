import { ApiDocument, follow, Reference, Schema } from "./apiDocument.ts";

/** A schema with its pointers followed: its name if it has one, and where it is an array what is in it. */
export interface ShownSchema {
  schema: Schema;
  /** In the words of JSON, such as `array of Project`. */
  type: string;
  /** The object whose members can be shown, also of an array's elements. */
  object: Schema | null;
}

/** Says what a schema is, for people. */
export function shownSchema(document: ApiDocument, part: Schema | Reference | undefined): ShownSchema {
  const schema = part ? follow(document, part) : null;
  if (!part || !schema) return { schema: {}, type: "any", object: null };
  if (schema.type === "array" && schema.items) {
    const items = shownSchema(document, schema.items);
    return { schema, type: `${items.type}[]`, object: items.object };
  }
  const isObject = schema.properties !== undefined || typeof schema.additionalProperties === "object";
  const name = "$ref" in part && isObject ? part.$ref.split("/").at(-1) : undefined;
  const type = name ?? [schema.type ?? "any", schema.format && `(${schema.format})`].filter(Boolean).join(" ");
  return { schema, type: schema.nullable ? `${type} | null` : type, object: isObject ? schema : null };
}

/** The limits of a schema in the signs of mathematics, such as `≤ 255` or `a | b`. */
export function limitsOf(schema: Schema): string[] {
  const { minLength, maxLength, minimum, maximum, pattern } = schema;
  return [
    schema.enum && schema.enum.map((value) => JSON.stringify(value)).join(" | "),
    range(minLength, maxLength, "…"),
    range(minimum, maximum, "…"),
    pattern && `/${pattern}/`,
    schema.default !== undefined && `= ${JSON.stringify(schema.default)}`,
  ].filter((limit): limit is string => typeof limit === "string");
}

function range(least: number | undefined, most: number | undefined, between: string): string | undefined {
  if (least !== undefined && most !== undefined) return `${least}${between}${most}`;
  if (most !== undefined) return `≤ ${most}`;
  return least === undefined ? undefined : `≥ ${least}`;
}

/** Makes a value that a schema allows, to be changed by hand; objects inside objects to a small depth. */
export function exampleOf(document: ApiDocument, part: Schema | Reference | undefined, depth = 3): unknown {
  const schema = part ? follow(document, part) : null;
  if (!schema) return null;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum?.length) return schema.enum[0];
  if (schema.type === "array") return depth > 0 ? [exampleOf(document, schema.items, depth - 1)] : [];
  if (schema.properties) {
    const members = Object.entries(schema.properties);
    const shown = depth > 0 ? members.filter(([name]) => isWorthShowing(schema, name, members.length)) : [];
    return Object.fromEntries(shown.map(([name, member]) => [name, exampleOf(document, member, depth - 1)]));
  }
  return { integer: 0, number: 0, boolean: false, string: "", object: {} }[schema.type ?? ""] ?? null;
}

/** Of objects with many members the required ones are enough. */
function isWorthShowing(schema: Schema, name: string, count: number): boolean {
  return count <= 8 || (schema.required?.includes(name) ?? false);
}
