import { useState } from "react";
import { CurrentRun } from "./CurrentRun.tsx";
import { RunDialog } from "./RunDialog.tsx";
import { RunHistory } from "./RunHistory.tsx";
import { RunSchedule } from "./RunSchedule.tsx";
import { RunParameters, SystemJob } from "./systemJob.ts";

/** What is about to be begun: with which options, and whether it only counts. */
export interface WantedRun {
  parameters: RunParameters;
  isDryRun: boolean;
}

/** A job of the whole registry: what runs now, when it runs by itself, and what came of it before. */
export function SystemJobView({ job, wanted, onWant }: {
  job: SystemJob;
  /** What somebody is asked to begin; null: nothing. */
  wanted: WantedRun | null;
  onWant: (wanted: WantedRun | null) => void;
}) {
  return (
    <>
      <div className="stack">
        <CurrentRun job={job} />
        <RunSchedule job={job} />
        <RunHistory job={job} onWant={onWant} />
      </div>
      {wanted && <RunDialog job={job} wanted={wanted} onClose={() => onWant(null)} />}
    </>
  );
}

/** Gives what is about to be begun, and a function that begins with counting only. */
export function useWantedRun({ defaults }: SystemJob) {
  const [wanted, setWanted] = useState<WantedRun | null>(null);
  return { wanted, setWanted, askForFirst: () => setWanted({ parameters: defaults, isDryRun: true }) };
}
