import { BuildCommand, buildCommand } from "./buildCommand.ts";
import { Descriptor } from "./manifest.ts";

/** An entry of an image's history, as its configuration has it. */
export interface HistoryEntry {
  created?: string;
  created_by?: string;
  comment?: string;
  empty_layer?: boolean;
}

/** A step of an image's build. */
export interface BuildStep {
  command: BuildCommand;
  created: string | undefined;
  /** Whether it changed no files. */
  isEmpty: boolean;
  /** The number of the layer it made, from 0; null if it made none or if that can't be told. */
  layer: number | null;
}

/**
 * Matches an image's history with its layers: each entry that isn't empty made one of them, in the same order.
 *
 * Where their numbers differ, as after squashing, no entry has a layer.
 */
export function buildSteps(history: HistoryEntry[], layers: Descriptor[]): BuildStep[] {
  const made = history.filter((entry) => !entry.empty_layer).length;
  let next = 0;
  return history.map((entry) => {
    const isEmpty = entry.empty_layer ?? false;
    return {
      command: buildCommand(entry.created_by || entry.comment || ""),
      created: entry.created,
      isEmpty,
      layer: isEmpty || made !== layers.length ? null : next++,
    };
  });
}

/** Gives the command that made each layer; undefined where that isn't known. */
export function commandsOfLayers(steps: BuildStep[], layers: Descriptor[]): Array<BuildCommand | undefined> {
  return layers.map((_, number) => steps.find((step) => step.layer === number)?.command);
}

/** Writes a command in one line, for a list. */
export function commandLine({ instruction, text }: BuildCommand): string {
  return `${instruction} ${text.replaceAll(/ \\\n\s*/g, " ")}`.trim();
}
