import { useText } from "../../../language/text.ts";
import { isObject, textOf } from "../content/manifest.ts";
import { Facts } from "./Facts.tsx";

/** What a Helm chart says of itself. */
export function ChartFacts({ attributes }: { attributes: Record<string, unknown> }) {
  const { artifact: text, repository, common } = useText();
  const home = textOf(attributes.home);
  const sources = texts(attributes.sources);
  return (
    <Facts
      title={textOf(attributes.name) || repository.kinds.chart}
      facts={[
        { name: common.description, value: textOf(attributes.description) },
        { name: text.version, value: textOf(attributes.version) },
        { name: text.appVersion, value: textOf(attributes.appVersion) },
        { name: text.home, value: home && <WebLink address={home} /> },
        { name: text.sources, value: sources.length > 0 && <WebLinks addresses={sources} /> },
        { name: text.keywords, value: texts(attributes.keywords).join(", ") },
        { name: text.maintainers, value: maintainers(attributes.maintainers).join(", ") },
      ]}
    />
  );
}

function WebLinks({ addresses }: { addresses: string[] }) {
  return <ul>{addresses.map((address) => <li key={address}>{<WebLink address={address} />}</li>)}</ul>;
}

/** An address that leads to the web; anything else is only shown. */
function WebLink({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>;
  return <a href={address} target="_blank" rel="noreferrer noopener">{address}</a>;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter(Boolean) : [];
}

function maintainers(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map(({ name, email }) => {
    const address = textOf(email);
    return address ? `${textOf(name)} <${address}>`.trim() : textOf(name);
  });
}
