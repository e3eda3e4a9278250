import { KeyboardEvent, useId, useState } from "react";
import type { Project } from "../../api/schema.ts";
import { containing, withQuery } from "../../api/paths.ts";
import { Button } from "../../components/Button.tsx";
import { RadioField } from "../../components/Field.tsx";
import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { useSettled } from "../../platform/useSettled.ts";
import { everyProject } from "./grants.ts";

/** Chooses projects: all there are and will be, or some by name. */
export function ProjectChooser({ names, onChange }: { names: string[]; onChange: (names: string[]) => void }) {
  const { robots } = useText();
  const id = useId();
  const isEvery = names.includes(everyProject);
  return (
    <div className="stack stack-tight" role="radiogroup" aria-label={robots.projects}>
      <span className="field-label" aria-hidden="true">{robots.projects}</span>
      <RadioField label={robots.everyProject} name={id} checked={isEvery} onChange={() => onChange([everyProject])} />
      <RadioField label={robots.someProjects} name={id} checked={!isEvery} onChange={() => onChange([])} />
      {!isEvery && <ProjectNames {...{ names, onChange }} />}
    </div>
  );
}

function ProjectNames({ names, onChange }: { names: string[]; onChange: (names: string[]) => void }) {
  const { robots } = useText();
  return (
    <div className="stack stack-tight indented">
      {names.length > 0 && (
        <ul className="row">
          {names.map((name) => (
            <li key={name}>
              <button
                type="button"
                className="badge badge-button wrap-anywhere"
                aria-label={robots.removeProject(name)}
                onClick={() => onChange(names.filter((other) => other !== name))}
              >
                {name}
                <Icon name="x" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProjectField without={names} onAdd={(name) => onChange([...names, name])} />
    </div>
  );
}

/** A field that proposes projects; a name that is one is added when it is chosen or with Enter. */
function ProjectField({ without, onAdd }: { without: string[]; onAdd: (name: string) => void }) {
  const [typed, setTyped] = useState("");
  const { robots, common } = useText();
  const list = useId();
  const q = containing("name", useSettled(typed));
  const { value = [] } = useResource<Project[]>(withQuery("/projects", { q, sort: "name", page_size: 20 }), {
    keepPrevious: true,
  });
  const proposed = value.map((project) => project.name).filter((name) => !without.includes(name));
  const add = (name: string) => {
    if (!proposed.includes(name)) return;
    onAdd(name);
    setTyped("");
  };
  const addByEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Enter would send the form around the field.
    event.preventDefault();
    add(typed);
  };
  return (
    <div className="row">
      <input
        className="input project-field"
        aria-label={robots.addProject}
        placeholder={robots.addProject}
        list={list}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={addByEnter}
      />
      <datalist id={list}>{proposed.map((name) => <option key={name} value={name} />)}</datalist>
      <Button disabled={!proposed.includes(typed)} onClick={() => add(typed)}>{common.add}</Button>
    </div>
  );
}
