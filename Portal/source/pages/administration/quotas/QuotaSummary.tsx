import { useState } from "react";
import type { ConfigurationsResponse, Statistic } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { Link } from "../../../components/Link.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { unlimited } from "../../../platform/size.ts";
import { useResource } from "../../../platform/useResource.ts";
import { DefaultLimitDialog } from "./DefaultLimitDialog.tsx";

/** What holds for all projects: how much is stored in all, what new ones get, and whether limits are enforced. */
export function QuotaSummary() {
  const { quotas: text, common } = useText();
  const { bytes } = useFormat();
  const [isEditing, setEditing] = useState(false);
  const configuration = useResource<ConfigurationsResponse>("/configurations").value;
  const statistic = useResource<Statistic>("/statistics").value;
  const item = configuration?.storage_per_project;
  const limit = typeof item?.value === "number" ? item.value : unlimited;
  return (
    <div className="quota-summary">
      {configuration?.quota_per_project_enable?.value === false && (
        <Notice kind="warning">
          {text.off} <Link to="/administration/configuration#storage">{text.turnOn}</Link>
        </Notice>
      )}
      <dl className="quota-totals">
        <div>
          <dt>{text.total}</dt>
          <dd title={text.totalHint}>{statistic ? bytes(statistic.total_storage_consumption) : "…"}</dd>
        </div>
        <div>
          <dt>{text.defaultLabel}</dt>
          <dd className="row">
            {item ? limit < 0 ? common.unlimited : bytes(limit) : "…"}
            {item?.editable && (
              <Button kind="link" aria-label={text.defaultEditName} onClick={() => setEditing(true)}>
                {text.defaultEdit}
              </Button>
            )}
            {item && !item.editable && <span className="second-line">({text.defaultFixed})</span>}
          </dd>
        </div>
      </dl>
      {isEditing && <DefaultLimitDialog limit={limit} onClose={() => setEditing(false)} />}
    </div>
  );
}
