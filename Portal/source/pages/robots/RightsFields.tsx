import type { Permissions } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { useText } from "../../language/text.ts";
import { Grant, Rights } from "./grants.ts";
import { GrantEditor } from "./GrantEditor.tsx";
import { PermissionPicker } from "./PermissionPicker.tsx";
import { newGrant } from "./robotDraft.ts";
import { RobotPlace } from "./robotPlace.ts";

/** Chooses what a robot account may do: grants in projects, and for accounts of the system what is outside of them. */
export function RightsFields({ rights, place, available, onChange }: {
  rights: Rights;
  place: RobotPlace;
  available: Permissions;
  onChange: (rights: Rights) => void;
}) {
  const { robots } = useText();
  const { grants, system } = rights;
  const setGrants = (next: Grant[]) => onChange({ ...rights, grants: next });
  const isOfProject = place.project !== null;
  return (
    <>
      {grants.map((grant, index) => (
        <GrantEditor
          // A grant has no name of its own; removing one makes the others anew.
          key={`${grants.length}-${index}`}
          title={grants.length > 1 ? robots.grantNumber(index + 1) : robots.grant}
          grant={grant}
          available={available.project}
          choosesProjects={!isOfProject}
          onChange={(next) => setGrants(grants.map((other, at) => at === index ? next : other))}
          onRemove={isOfProject && grants.length === 1 ? null : () => setGrants(grants.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button kind="link" icon="plus" onClick={() => setGrants([...grants, newGrant(place)])}>
          {isOfProject ? robots.addGrant : robots.addSystemGrant}
        </Button>
      </div>
      {!isOfProject && (
        <details className="card">
          <summary>
            {robots.systemRights} <span className="soft">{robots.chosen(system.size)}</span>
          </summary>
          <div className="stack permission-system">
            <p className="soft">{robots.systemRightsHint}</p>
            <PermissionPicker
              available={available.system}
              chosen={system}
              onChange={(chosen) => onChange({ ...rights, system: chosen })}
            />
          </div>
        </details>
      )}
    </>
  );
}
