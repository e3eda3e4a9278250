import type { Project, ProjectSummary } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { Button } from "../../components/Button.tsx";
import { Meter } from "../../components/Meter.tsx";
import { Notice } from "../../components/Notice.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useParameter } from "../../platform/location.ts";
import { unlimited } from "../../platform/size.ts";
import { useResource } from "../../platform/useResource.ts";
import { useIsAdministrator } from "../../session/session.ts";
import { StorageLimitDialog } from "./StorageLimitDialog.tsx";

/** How much a project stores, and may store; administrators of the registry change that. */
export function ProjectStorage({ project }: { project: Project }) {
  const { policy } = useText();
  const isAdministrator = useIsAdministrator();
  const [dialog, setDialog] = useParameter("dialog");
  const summary = useResource<ProjectSummary>(`${projectPath(project.name)}/summary`);
  return (
    <section className="card" aria-labelledby="storage">
      <div className="card-title">
        <h2 id="storage">{policy.storage}</h2>
        {isAdministrator && <Button onClick={() => setDialog("storage-limit")}>{policy.changeLimit}</Button>}
      </div>
      <ResourceView resource={summary} lines={1}>
        {({ quota }) => {
          const used = quota?.used?.storage ?? 0;
          const limit = quota?.hard?.storage ?? unlimited;
          return (
            <>
              <Use used={used} limit={limit} />
              {isAdministrator && dialog === "storage-limit" && (
                <StorageLimitDialog
                  {...{ project, used, limit }}
                  onClose={() => setDialog("", { replace: true })}
                />
              )}
            </>
          );
        }}
      </ResourceView>
    </section>
  );
}

function Use({ used, limit }: { used: number; limit: number }) {
  const { policy } = useText();
  const { bytes, percent } = useFormat();
  if (limit === unlimited) return <p>{policy.used(bytes(used))}</p>;
  return (
    <div className="stack stack-tight">
      <p>{policy.usedOf(bytes(used), bytes(limit), percent(used / limit))}</p>
      <Meter label={policy.storage} used={used} limit={limit} />
      {used >= limit && <Notice kind="warning">{policy.full}</Notice>}
    </div>
  );
}
