import { CopyButton } from "../../../components/Copy.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { BuildStep, buildSteps, HistoryEntry } from "../content/buildHistory.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";

/** The steps of an image's build, in order: the command, when it ran and how large a layer it made. */
export function HistoryView({ shown }: { shown: ShownArtifact }) {
  const history = useResource<HistoryEntry[]>(`${pathOf(shown)}/additions/build_history`);
  return (
    <ResourceView resource={history} lines={8}>
      {(entries) => <Steps shown={shown} steps={buildSteps(entries ?? [], shown.manifest?.layers ?? [])} />}
    </ResourceView>
  );
}

function Steps({ shown, steps }: { shown: ShownArtifact; steps: BuildStep[] }) {
  const { artifact: text } = useText();
  if (steps.length === 0) return <EmptyState icon="history" title={text.noHistory} hint={text.noHistoryHint} />;
  const isUnmatched = shown.manifest !== null && steps.every((step) => step.layer === null);
  return (
    <section className="stack" aria-label={text.view.history}>
      {isUnmatched && <Notice>{text.unmatched}</Notice>}
      <ol className="card card-flush step-list">
        {steps.map((step, number) => (
          <li key={number} className="step" data-empty={step.isEmpty || undefined}>
            <StepRow step={step} number={number + 1} size={sizeOf(step, shown)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepRow({ step: { command, created, isEmpty }, number, size }: {
  step: BuildStep;
  number: number;
  size: number | undefined;
}) {
  const { artifact: text } = useText();
  const { bytes } = useFormat();
  return (
    <>
      <span className="step-number number soft" aria-hidden="true">{number}</span>
      <code className="step-command">
        {command.instruction && <strong>{`${command.instruction} `}</strong>}
        {command.text}
      </code>
      <span className="step-time soft">{created && <Time value={created} />}</span>
      <span className="step-size number">
        {isEmpty ? <span className="soft">{text.noLayer}</span> : size !== undefined && bytes(size)}
      </span>
      <CopyButton text={`${command.instruction} ${command.text}`.trim()} label={text.copyCommand} />
    </>
  );
}

function sizeOf({ layer }: BuildStep, { manifest }: ShownArtifact): number | undefined {
  return layer === null ? undefined : manifest?.layers[layer]?.size;
}
