import { useState } from "react";
import type { Permission } from "../../api/schema.ts";
import { IconButton } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { Segments } from "../../components/Segments.tsx";
import { useText } from "../../language/text.ts";
import { Grant, grantable, withPattern } from "./grants.ts";
import { PermissionPicker } from "./PermissionPicker.tsx";
import { Preset, presetOf, presetPermissions } from "./permissionGroups.ts";
import { ProjectChooser } from "./ProjectChooser.tsx";

/** Edits one grant: where (for robot accounts of the system), what, and in which repositories. */
export function GrantEditor({ title, grant, available, choosesProjects, onChange, onRemove }: {
  title: string;
  grant: Grant;
  /** The permissions that there are in projects. */
  available: Permission[];
  choosesProjects: boolean;
  onChange: (grant: Grant) => void;
  onRemove: (() => void) | null;
}) {
  const { robots } = useText();
  const offered = grantable(available, grant.pattern);
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">{title}</legend>
      <div className="row row-between">
        <h3 aria-hidden="true">{title}</h3>
        {onRemove && <IconButton icon="trash-2" label={robots.removeGrant(title)} onClick={onRemove} />}
      </div>
      {choosesProjects && (
        <ProjectChooser
          names={grant.namespaces}
          onChange={(namespaces) => onChange({ ...grant, namespaces })}
        />
      )}
      <PresetChooser
        offered={offered}
        chosen={grant.permissions}
        onChange={(permissions) => onChange({ ...grant, permissions })}
      />
      <TextField
        label={robots.pattern}
        isOptional
        className="mono"
        value={grant.pattern}
        placeholder={robots.patternPlaceholder}
        maxLength={1024}
        hint={grant.pattern ? robots.notLimitable : robots.patternHint}
        onChange={(event) => onChange(withPattern(grant, event.target.value.trim(), available))}
      />
    </fieldset>
  );
}

function PresetChooser({ offered, chosen, onChange }: {
  offered: Permission[];
  chosen: Grant["permissions"];
  onChange: (chosen: Grant["permissions"]) => void;
}) {
  const { robots } = useText();
  const preset = presetOf(chosen, offered);
  const [isChoosing, setChoosing] = useState(preset === null);
  const choose = (value: Preset | "choose") => {
    setChoosing(value === "choose");
    if (value !== "choose") onChange(presetPermissions(value, offered));
  };
  return (
    <div className="stack stack-tight">
      <span className="field-label" aria-hidden="true">{robots.preset}</span>
      <div>
        <Segments
          label={robots.preset}
          value={isChoosing || preset === null ? "choose" : preset}
          choices={[
            { value: "pull", label: robots.presets.pull },
            { value: "pullPush", label: robots.presets.pullPush },
            { value: "everything", label: robots.presets.everything },
            { value: "choose", label: robots.choose },
          ]}
          onChange={choose}
        />
      </div>
      {(isChoosing || preset === null) && <PermissionPicker available={offered} {...{ chosen, onChange }} />}
    </div>
  );
}
