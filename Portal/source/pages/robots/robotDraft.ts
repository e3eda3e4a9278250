import type { Robot, RobotCreate, RobotUpdate } from "../../api/schema.ts";
import { areComplete, entriesOf, everyProject, Grant, Rights, rightsOf } from "./grants.ts";
import { RobotPlace } from "./robotPlace.ts";

/** What a form has of a robot account. */
export interface RobotDraft {
  name: string;
  description: string;
  /** -1: for ever; null: what is typed is no number. */
  days: number | null;
  rights: Rights;
}

const namePattern = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** Whether the registry takes a robot account's name. */
export function isRobotName(name: string): boolean {
  return name.length <= 255 && namePattern.test(name);
}

/** A new grant: pulling from the project, or from all of them. */
export function newGrant({ project }: RobotPlace): Grant {
  return { namespaces: [project?.name ?? everyProject], pattern: "", permissions: new Set(["repository:pull"]) };
}

/** The form for a new account: 30 days, pulling only. */
export function emptyDraft(place: RobotPlace): RobotDraft {
  return { name: "", description: "", days: 30, rights: { system: new Set(), grants: [newGrant(place)] } };
}

/** The form for an account that there is. */
export function draftOf(robot: Robot): RobotDraft {
  return {
    name: robot.name,
    description: robot.description ?? "",
    days: robot.duration ?? -1,
    rights: rightsOf(robot.permissions),
  };
}

/** Whether a form can be sent. */
export function canSend(draft: RobotDraft, isNew: boolean): boolean {
  return draft.days !== null && areComplete(draft.rights) && (!isNew || isRobotName(draft.name));
}

/** What makes an account. */
export function creationOf(draft: RobotDraft, { project }: RobotPlace): RobotCreate {
  const { name, description, days, rights } = draft;
  return { name, description, duration: days, level: project ? "project" : "system", permissions: entriesOf(rights) };
}

/** What changes an account. */
export function changeOf({ description, days, rights }: RobotDraft): RobotUpdate {
  return { description, duration: days, permissions: entriesOf(rights) };
}
