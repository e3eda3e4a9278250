import type { Role } from "../../../api/schema.ts";
import { Icon } from "../../../components/Icon.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useRoleName } from "../../project/roles.ts";
import { MatrixGroup, MatrixRow, permissionMatrix } from "./matrix.ts";

/** What each role may do: a row for each permission, a column for each role. */
export function PermissionMatrix({ roles }: { roles: Role[] }) {
  const { roles: text } = useText();
  const [shown, setShown] = useParameter("permissions", "all");
  const roleName = useRoleName();
  return (
    <div>
      <div className="toolbar">
        <div>
          <h2 id="matrix-title">{text.matrix}</h2>
          <p className="soft">{text.matrixHint}</p>
        </div>
        <div className="toolbar-end">
          <Segments
            label={text.show}
            value={shown}
            choices={[{ value: "all", label: text.all }, { value: "differences", label: text.differences }]}
            onChange={(value) => setShown(value, { replace: true })}
          />
        </div>
      </div>
      <div className="table-frame matrix-frame" tabIndex={0} role="region" aria-labelledby="matrix-title">
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{text.permission}</th>
              {roles.map((role) => <th key={role.id} scope="col">{roleName(role.id)}</th>)}
            </tr>
          </thead>
          {permissionMatrix(roles, shown === "differences").map((group) => (
            <Group key={group.resource} group={group} columns={roles.length + 1} />
          ))}
        </table>
      </div>
    </div>
  );
}

function Group({ group, columns }: { group: MatrixGroup; columns: number }) {
  const { robots } = useText();
  return (
    <tbody>
      <tr className="matrix-group">
        <th scope="rowgroup" colSpan={columns}>
          <span>{robots.resources[group.resource] ?? group.resource}</span>
        </th>
      </tr>
      {group.rows.map((row) => <Row key={row.action} row={row} />)}
    </tbody>
  );
}

function Row({ row }: { row: MatrixRow }) {
  const { robots, common } = useText();
  return (
    <tr>
      <th scope="row">{robots.permissionActions[row.action] ?? row.action}</th>
      {row.isGranted.map((isGranted, index) => (
        <td key={index} className={isGranted ? "matrix-granted" : "matrix-refused"}>
          {isGranted ? <Icon name="check" /> : <span aria-hidden="true">·</span>}
          <span className="visually-hidden">{isGranted ? common.yes : common.no}</span>
        </td>
      ))}
    </tr>
  );
}
