import { CopyButton } from "../../../components/Copy.tsx";
import { platformName } from "../../../components/PlatformList.tsx";
import { Table } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";
import { commandText, ImageConfiguration, imageConfiguration } from "../content/imageConfiguration.ts";
import { AnnotationTable } from "./AnnotationTable.tsx";
import { Facts } from "./Facts.tsx";

/** How an image starts and how it was built, as its configuration says. */
export function ImageConfigurationFacts({ attributes }: { attributes: Record<string, unknown> | null | undefined }) {
  const configuration = imageConfiguration(attributes);
  const { artifact: text } = useText();
  const { entrypoint, ports, volumes, environment, labels } = configuration;
  return (
    <div className="stack stack-loose">
      <div className="fact-cards">
        <Facts
          title={text.starts}
          facts={[
            { name: text.entrypoint, value: entrypoint.length > 0 && <code>{commandText(entrypoint)}</code> },
            {
              name: text.arguments,
              value: configuration.arguments.length > 0 && <code>{commandText(configuration.arguments)}</code>,
            },
            { name: text.user, value: configuration.user && <code>{configuration.user}</code> },
            {
              name: text.workingDirectory,
              value: configuration.workingDirectory && <code>{configuration.workingDirectory}</code>,
            },
            { name: text.ports, value: ports.length > 0 && <code>{ports.join(" ")}</code> },
            { name: text.volumes, value: volumes.length > 0 && <code>{volumes.join(" ")}</code> },
            { name: text.stopSignal, value: configuration.stopSignal && <code>{configuration.stopSignal}</code> },
          ]}
        />
        <Facts
          title={text.built}
          facts={[
            { name: text.created, value: configuration.created && <Time value={configuration.created} /> },
            { name: text.author, value: configuration.author },
            { name: text.platform, value: platformName(configuration.platform) },
          ]}
        />
      </div>
      {environment.length > 0 && <Environment environment={environment} />}
      {Object.keys(labels).length > 0 && (
        <section className="stack stack-tight">
          <h2>{text.labels}</h2>
          <AnnotationTable label={text.labels} annotations={labels} />
        </section>
      )}
    </div>
  );
}

function Environment({ environment }: { environment: ImageConfiguration["environment"] }) {
  const { artifact: text, common } = useText();
  return (
    <section className="stack stack-tight">
      <h2>{text.environment}</h2>
      <Table
        label={text.environment}
        rows={environment}
        rowKey={([name]) => name}
        columns={[
          { label: text.variable, kind: "name", render: ([name]) => <code>{name}</code> },
          { label: text.value, render: ([, value]) => <code className="wrap-anywhere">{value}</code> },
          { label: common.copy, kind: "actions", render: ([name, value]) => <CopyButton text={`${name}=${value}`} /> },
        ]}
      />
    </section>
  );
}
