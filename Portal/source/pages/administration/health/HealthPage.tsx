import type { OverallHealthStatus, Statistic, SystemInfo } from "../../../api/schema.ts";
import { PageHeader } from "../../../components/Page.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { useSession } from "../../../session/session.ts";
import { AboutServer } from "./AboutServer.tsx";
import { Monitoring } from "./Monitoring.tsx";
import { Parts } from "./Parts.tsx";
import { findProblems } from "./problems.ts";
import { ProblemList } from "./ProblemList.tsx";
import { Totals } from "./Totals.tsx";
import { useClockDifference } from "./useClockDifference.ts";
import { Volumes } from "./Volumes.tsx";

/** Milliseconds after which the page looks again. */
const renewal = 10_000;

/** How the registry is: what is wrong, its parts, its storage, and what it is. */
export default function HealthPage() {
  const { health: text, shell } = useText();
  const health = useResource<OverallHealthStatus>("/health", { poll: renewal });
  const system = useResource<SystemInfo>("/systeminfo/volumes", { poll: renewal });
  const statistic = useResource<Statistic>("/statistics", { poll: renewal });
  const clockDifference = useClockDifference();
  const { info } = useSession();
  const problems = findProblems({
    health: health.value ?? null,
    system: system.value ?? null,
    clockDifference,
    isReadOnly: info.read_only ?? false,
  });
  return (
    <>
      <PageHeader title={shell.systemHealth} description={text.description} />
      <ResourceView resource={health} lines={8}>
        {(status) => (
          <div className="stack">
            <ProblemList problems={problems} />
            <div className="health-cards">
              <Parts components={status.components} />
              <Volumes system={system} />
              <Totals statistic={statistic} />
              <AboutServer clockDifference={clockDifference} />
              <Monitoring />
            </div>
          </div>
        )}
      </ResourceView>
    </>
  );
}
