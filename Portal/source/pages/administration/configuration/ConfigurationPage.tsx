import type { ConfigurationsResponse } from "../../../api/schema.ts";
import { PageHeader } from "../../../components/Page.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { ConfigurationForm } from "./ConfigurationForm.tsx";
import { KeptItems } from "./KeptItems.tsx";

/** The configuration of the registry: what has an effect today, to be changed, and what is kept for later. */
export default function ConfigurationPage() {
  const { configuration: text, shell } = useText();
  const resource = useResource<ConfigurationsResponse>("/configurations");
  return (
    <>
      <PageHeader title={shell.configuration} description={text.description} />
      <ResourceView resource={resource} lines={12}>
        {(saved) => (
          <>
            <ConfigurationForm saved={saved} />
            <KeptItems saved={saved} />
          </>
        )}
      </ResourceView>
    </>
  );
}
