import { Tabs } from "../../../components/Page.tsx";
import { useText } from "../../../language/text.ts";
import { usePath } from "../../../platform/location.ts";

/** The pages of quotas: the projects' usage and limits, and counting the usage anew. */
export function QuotaTabs() {
  const { shell, quotas } = useText();
  return (
    <Tabs
      label={shell.quotas}
      current={usePath()}
      tabs={[
        { label: shell.quotas, to: "/administration/quotas" },
        { label: quotas.recount, to: "/administration/quotas/recount" },
      ]}
    />
  );
}
