import { ComponentType } from "react";
import type { JobHistory } from "../../../api/schema.ts";
import type { IconName } from "../../../components/Icon.tsx";

/** What a run is asked to do, by the names of the API. */
export type RunParameters = Record<string, string | number | boolean>;

/** What the fields of a run's options get. */
export interface OptionsProperties {
  parameters: RunParameters;
  onChange: (change: RunParameters) => void;
}

/** What a run has done, or would have done, so far. */
export interface RunFigures {
  isDryRun: boolean;
  /** The figure that matters, in words. */
  headline: string;
  /** What else there is to say. */
  detail: string;
  /** What it does at the moment, where that is known. */
  step?: string;
  /** How far it is, where that is known. */
  share?: { done: number; total: number };
}

/** A piece of work for the whole registry that is started, scheduled, watched and stopped, all in the same way. */
export interface SystemJob {
  /** Where it is below the management API, such as `/system/gc`. */
  path: string;
  icon: IconName;
  /** What beginning it is called, such as `Collect now`. */
  runNow: string;
  /** What beginning it is called where it changes nothing. */
  tryNow: string;
  /** What a run without any change says. */
  dryRunHint: string;
  /** What a run takes away for good; where it takes nothing away there is no such text. */
  warning?: (parameters: RunParameters) => string;
  begun: string;
  noRunsHint: string;
  /** What a run is asked to do unless somebody wants it otherwise. */
  defaults: RunParameters;
  /** Whether the parameters can be sent. */
  isComplete?: (parameters: RunParameters) => boolean;
  /** The options beside a dry run; without them there are none. */
  Options?: ComponentType<OptionsProperties>;
  /** Says in a line what a schedule's runs are asked to do. */
  describe?: (parameters: RunParameters) => string;
  /** Null while a run has nothing to tell. */
  figures: (run: JobHistory) => RunFigures | null;
  /** The paths whose answers change by a run. */
  changes: string[];
}

/** The parameters of a schedule's runs: one that only counts goes on to only count. */
export function scheduledParameters(
  defaults: RunParameters,
  given: Record<string, unknown> | undefined,
): RunParameters {
  return knownParameters({ ...defaults, dry_run: false }, given);
}

/** The parameters of a schedule or a run, as far as they are known; the others have their defaults. */
export function knownParameters(defaults: RunParameters, given: Record<string, unknown> | undefined): RunParameters {
  const isKnown = ([name, value]: [string, unknown]) => typeof value === typeof defaults[name];
  // Only values of the types of the defaults, which are those of the parameters, are taken over.
  return { ...defaults, ...Object.fromEntries(Object.entries(given ?? {}).filter(isKnown)) as RunParameters };
}
