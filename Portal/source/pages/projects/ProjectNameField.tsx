import { useRegistryHost } from "../../components/ClientCommands.tsx";
import { TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { projectNameProblem } from "./projectName.ts";

/** A project's name, checked as it is typed, with what its images will be called. */
export function ProjectNameField({ label, value, autoFocus, onChange }: {
  label: string;
  value: string;
  autoFocus?: boolean;
  onChange: (name: string) => void;
}) {
  const { projects } = useText();
  const problem = projectNameProblem(value);
  const host = useRegistryHost();
  return (
    <TextField
      label={label}
      value={value}
      autoFocus={autoFocus}
      required
      spellCheck={false}
      autoCapitalize="none"
      maxLength={300}
      error={problem && projects.nameProblems[problem]}
      hint={
        <>
          {projects.nameRule}
          <br />
          <span className="mono wrap-anywhere">{`${host}/${value || projects.nameExample}/…`}</span>
        </>
      }
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
