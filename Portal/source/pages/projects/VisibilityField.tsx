import { RadioField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";

/** Chooses who may pull from a project, with what each choice means. */
export function VisibilityField({ isPublic, onChange }: { isPublic: boolean; onChange: (isPublic: boolean) => void }) {
  const { projects, common } = useText();
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label legend">{projects.visibility}</legend>
      <RadioField
        name="visibility"
        label={common.private}
        hint={projects.privateHint}
        checked={!isPublic}
        onChange={() => onChange(false)}
      />
      <RadioField
        name="visibility"
        label={common.public}
        hint={projects.publicHint}
        checked={isPublic}
        onChange={() => onChange(true)}
      />
    </fieldset>
  );
}
