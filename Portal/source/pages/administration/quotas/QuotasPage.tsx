import { useState } from "react";
import type { Quota } from "../../../api/schema.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { useText } from "../../../language/text.ts";
import { useListing } from "../../../platform/useListing.ts";
import { QuotaDialog } from "./QuotaDialog.tsx";
import { QuotaTabs } from "./QuotaTabs.tsx";
import { QuotaSummary } from "./QuotaSummary.tsx";
import { useQuotaColumns } from "./useQuotaColumns.tsx";

/** How much each project stores, the largest first, and its limit. */
export default function QuotasPage() {
  const { quotas: text, shell } = useText();
  const [edited, setEdited] = useState<Quota | null>(null);
  const listing = useListing<Quota>("/quotas", { filterKey: "name", defaultSort: "-used" });
  const columns = useQuotaColumns(setEdited);
  return (
    <>
      <PageHeader title={shell.quotas} description={text.description} />
      <QuotaTabs />
      <QuotaSummary />
      <ListView
        label={shell.quotas}
        listing={listing}
        columns={columns}
        rowKey={(quota) => quota.id}
        filterLabel={text.filter}
        empty={<EmptyState icon="gauge" title={text.empty} />}
      />
      {edited && <QuotaDialog quota={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
