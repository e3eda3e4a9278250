import { Notice } from "../../../components/Notice.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { Problem } from "./problems.ts";
import { useDuration } from "./useDuration.ts";
import { usePartName } from "./Parts.tsx";

/** What is wrong, or that nothing is. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const { health: text } = useText();
  if (problems.length === 0) {
    return (
      <Notice kind="success">
        <strong>{text.well}</strong>
        <p className="soft">{text.wellHint}</p>
      </Notice>
    );
  }
  return (
    <section className="stack stack-tight" aria-label={text.problems(problems.length)}>
      {problems.map((problem, index) => <ProblemNotice key={index} problem={problem} />)}
    </section>
  );
}

function ProblemNotice({ problem }: { problem: Problem }) {
  const { health: { problem: text } } = useText();
  const { bytes } = useFormat();
  const duration = useDuration();
  const partName = usePartName();
  switch (problem.kind) {
    case "component":
      return (
        <Notice kind="danger">
          <strong>{text.component(partName(problem.name))}</strong>
          {problem.message && <p className="mono">{problem.message}</p>}
        </Notice>
      );
    case "volume":
      return problem.isFull
        ? <Notice kind="danger">{text.volumeFull}</Notice>
        : <Notice kind="warning">{text.volumeNearlyFull(bytes(problem.free))}</Notice>;
    case "clock":
      return <Notice kind="warning">{text.clock(duration(problem.difference))}</Notice>;
    case "readOnly":
      return <Notice kind="warning">{text.readOnly}</Notice>;
  }
}
