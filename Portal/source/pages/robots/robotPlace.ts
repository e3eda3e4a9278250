import type { Project } from "../../api/schema.ts";

/** Where robot accounts belong, and what the user may do with them there. */
export interface RobotPlace {
  /** Null: to the system. */
  project: Project | null;
  /** Says whether the user may `create`, `update` or `delete` robot accounts. */
  may: (action: string) => boolean;
}

/** A filter of robot accounts by state. */
export type StateFilter = "" | "expiresSoon" | "expired" | "off";

/** Reads a filter from the page's address. */
export function stateFilter(text: string): StateFilter {
  return text === "expiresSoon" || text === "expired" || text === "off" ? text : "";
}

/** The conditions of `q` that list the robot accounts of a place, and those in a state at a time in milliseconds. */
export function robotConditions(project: Project | null, state: StateFilter, now: number): string[] {
  const place = project ? ["Level=project", `ProjectID=${project.project_id}`] : ["Level=system"];
  // Whole minutes, so that the list isn't another one at each look.
  const minute = Math.floor(now / 60_000) * 60;
  const states = {
    "": [],
    expiresSoon: ["expires_soon=true"],
    expired: [`expires_at=[1~${minute}]`],
    off: ["disable=true"],
  };
  return [...place, ...states[state]];
}

/** A robot account's full name in two parts: what the registry puts in front, and the name that was given. */
export function nameParts(name: string, project: Project | null): [prefix: string, name: string] {
  const cut = project ? name.indexOf("+") + 1 : name.indexOf("$") + 1;
  return [name.slice(0, cut), name.slice(cut)];
}
