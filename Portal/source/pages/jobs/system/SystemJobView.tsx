import { useState } from "react";
import { useParameter } from "../../../platform/location.ts";
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

/** Gives what is about to be begun; the address says that somebody is asked, beginning with counting only. */
export function useWantedRun({ defaults }: SystemJob) {
  const [dialog, setDialog] = useParameter("dialog");
  const [chosen, setChosen] = useState<WantedRun | null>(null);
  const setWanted = (wanted: WantedRun | null) => {
    setChosen(wanted);
    if (!wanted) setDialog("", { replace: true });
  };
  const wanted = chosen ?? (dialog === "run" ? { parameters: defaults, isDryRun: true } : null);
  return { wanted, setWanted, askForFirst: () => setDialog("run") };
}
