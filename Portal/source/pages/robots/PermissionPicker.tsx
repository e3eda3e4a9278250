import type { Permission } from "../../api/schema.ts";
import { CheckField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { groupPermissions, PermissionName, permissionName, PermissionSection } from "./permissionGroups.ts";

/** Chooses permissions one by one: sections that unfold, with a line for each resource. */
export function PermissionPicker({ available, chosen, onChange }: {
  available: Permission[];
  chosen: ReadonlySet<PermissionName>;
  onChange: (chosen: ReadonlySet<PermissionName>) => void;
}) {
  const sections = groupPermissions(available);
  return (
    <div className="permission-picker">
      {sections.map((section, index) => (
        <Section key={section.area} {...{ section, chosen, onChange }} isOpen={index === 0} />
      ))}
    </div>
  );
}

interface SectionProperties {
  section: PermissionSection;
  chosen: ReadonlySet<PermissionName>;
  onChange: (chosen: ReadonlySet<PermissionName>) => void;
}

function Section({ section, chosen, onChange, isOpen }: SectionProperties & { isOpen: boolean }) {
  const { robots } = useText();
  const area = robots.areas[section.area];
  const all = section.groups.flatMap(({ resource, actions }) =>
    actions.map((action) => permissionName({ resource, action }))
  );
  const count = all.filter((name) => chosen.has(name)).length;
  return (
    <details open={isOpen}>
      <summary>
        {area} <span className="soft">{robots.chosen(count)}</span>
      </summary>
      <div className="permission-section">
        <CheckField
          label={robots.allOf(area)}
          checked={count === all.length}
          onChange={(event) => onChange(changed(chosen, all, event.target.checked))}
        />
        {section.groups.map(({ resource, actions }) => (
          <div
            key={resource}
            className="permission-row"
            role="group"
            aria-label={robots.resources[resource] ?? resource}
          >
            <span className="soft" aria-hidden="true">{robots.resources[resource] ?? resource}</span>
            <div className="row">
              {actions.map((action) => (
                <PermissionCheck
                  key={action}
                  {...{ action, chosen, onChange }}
                  name={permissionName({ resource, action })}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </details>
  );
}

function PermissionCheck({ name, action, chosen, onChange }: {
  name: PermissionName;
  action: string;
  chosen: ReadonlySet<PermissionName>;
  onChange: (chosen: ReadonlySet<PermissionName>) => void;
}) {
  const { robots } = useText();
  return (
    <CheckField
      label={robots.permissionActions[action] ?? action}
      checked={chosen.has(name)}
      onChange={(event) => onChange(changed(chosen, [name], event.target.checked))}
    />
  );
}

function changed(
  chosen: ReadonlySet<PermissionName>,
  names: PermissionName[],
  isChosen: boolean,
): ReadonlySet<PermissionName> {
  const result = new Set(chosen);
  for (const name of names) {
    if (isChosen) result.add(name);
    else result.delete(name);
  }
  return result;
}
