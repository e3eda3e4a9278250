import { ReactNode, useState, useSyncExternalStore } from "react";
import { useText } from "../language/text.ts";
import { useSession } from "../session/session.ts";
import { Command, CopyButton } from "./Copy.tsx";
import { Segments } from "./Segments.tsx";
import {
  clientsFor,
  CommandTarget,
  ContentKind,
  contentKind,
  pullCommand,
  pushCommands,
  RegistryClient,
} from "./registryClients.ts";

/** The host under which clients reach the registry. */
export function useRegistryHost(): string {
  const { info } = useSession();
  return info.registry_url || location.host;
}

/** The command that pulls a tag or digest, for the client that the reader uses. */
export function PullCommand({ project, repository, reference, type }: {
  project: string;
  repository: string;
  /** A tag or a digest. */
  reference: string;
  /** The artifact's `type`, which says what clients understand it. */
  type?: string;
}) {
  const target = useTarget(`${project}/${repository}`);
  const { commands } = useText();
  return (
    <ClientChoice kind={contentKind(type)}>
      {(client) => (
        <>
          <Command text={pullCommand(client, target, reference)} label={commands.copyCommand} />
          {client === "docker" && target.isPlain && !isLoopback(target.host) && (
            <p className="field-hint">{commands.dockerPlain}</p>
          )}
        </>
      )}
    </ClientChoice>
  );
}

/** The commands that push into a repository, or into a new one of a project, for the client that the reader uses. */
export function PushCommands({ project, repository = "REPOSITORY", kind }: {
  project: string;
  /** Left out where the reader chooses it. */
  repository?: string;
  /** What is in the repository; left out where the reader chooses it. */
  kind?: ContentKind;
}) {
  const target = useTarget(`${project}/${repository}`);
  const { commands } = useText();
  const [chosenKind, setKind] = useState<ContentKind>("image");
  return (
    <div className="stack stack-tight push-commands">
      {kind === undefined && <KindChoice kind={chosenKind} onChange={setKind} />}
      <ClientChoice kind={kind ?? chosenKind}>
        {(client) => {
          const lines = pushCommands(client, target);
          return (
            <div className="code code-commands">
              <pre tabIndex={0} aria-label={commands.push}><code>{lines.join("\n")}</code></pre>
              <CopyButton text={lines.join("\n")} label={commands.copyCommands} />
            </div>
          );
        }}
      </ClientChoice>
    </div>
  );
}

/** Lets the reader say what to push. */
function KindChoice({ kind, onChange }: { kind: ContentKind; onChange: (kind: ContentKind) => void }) {
  const { commands } = useText();
  const kinds: ContentKind[] = ["image", "chart", "file"];
  return (
    <Segments
      label={commands.kind}
      value={kind}
      choices={kinds.map((value) => ({ value, label: commands[value] }))}
      onChange={onChange}
    />
  );
}

/** Lets the reader choose a client; the choice holds for all commands until the page is left. */
function ClientChoice({ kind, children }: { kind: ContentKind; children: (client: RegistryClient) => ReactNode }) {
  const preferred = useSyncExternalStore(subscribe, () => chosen);
  const { commands } = useText();
  const possible = clientsFor(kind);
  const client = preferred.find((name) => possible.includes(name)) ?? possible[0] ?? "oras";
  return (
    <div className="stack stack-tight">
      {possible.length > 1 && (
        <Segments
          label={commands.client}
          value={client}
          choices={possible.map((value) => ({ value, label: commands.clientNames[value] }))}
          onChange={choose}
        />
      )}
      {children(client)}
    </div>
  );
}

/** The clients that were chosen, the last first: somebody may use podman for images and oras for charts. */
let chosen: RegistryClient[] = [];
const listeners = new Set<() => void>();

function choose(client: RegistryClient): void {
  chosen = [client, ...chosen.filter((other) => other !== client)];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function useTarget(name: string): CommandTarget {
  const host = useRegistryHost();
  const { info } = useSession();
  return { host, name, isPlain: (info.external_url || location.origin).startsWith("http:") };
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(host);
}
