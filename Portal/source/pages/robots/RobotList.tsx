import type { Robot } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Column } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { ToolbarSelect } from "../../components/ToolbarSelect.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameter } from "../../platform/location.ts";
import { useListing } from "../../platform/useListing.ts";
import { RobotActions } from "./RobotActions.tsx";
import { RobotCreator, RobotExpiry, RobotName, RobotRights, RobotStateBadge } from "./RobotCells.tsx";
import { RobotDialogs } from "./RobotDialogs.tsx";
import { robotConditions, RobotPlace, StateFilter, stateFilter } from "./robotPlace.ts";
import { OpenedRobotDialog, useRobotDialog } from "./useRobotDialog.ts";

/** The robot accounts of a project or of the system. */
export function RobotList({ place }: { place: RobotPlace }) {
  const { robots } = useText();
  const [stateText] = useParameter("state");
  const state = stateFilter(stateText);
  const dialog = useRobotDialog();
  const listing = useListing<Robot>("/robots", {
    filterKey: "name",
    defaultSort: "-creation_time",
    conditions: robotConditions(place.project, state, Date.now()),
  });
  const columns = useColumns(place, dialog);
  const setState = (value: StateFilter) => setParameters({ state: value, page: null }, { replace: true });
  const create = place.may("create") && (
    <Button kind="primary" icon="plus" onClick={() => dialog.open("new")}>{robots.create}</Button>
  );
  return (
    <>
      <ListView
        label={robots.list}
        listing={listing}
        columns={columns}
        rowKey={(robot) => robot.id}
        filterLabel={robots.filter}
        toolbar={<StateSelect value={state} onChange={setState} />}
        actions={create}
        isFiltered={state !== ""}
        onClear={() => setState("")}
        empty={
          <EmptyState
            icon="bot"
            title={robots.emptyTitle}
            hint={place.project ? robots.emptyProjectHint : robots.emptySystemHint}
          >
            {create}
          </EmptyState>
        }
      />
      <RobotDialogs place={place} dialog={dialog} listed={listing.elements} />
    </>
  );
}

function StateSelect({ value, onChange }: { value: StateFilter; onChange: (value: StateFilter) => void }) {
  const { robots } = useText();
  return (
    <ToolbarSelect label={robots.stateFilter} value={value} onChange={(text) => onChange(stateFilter(text))}>
      <option value="">{robots.anyState}</option>
      <option value="expiresSoon">{robots.states.expiresSoon}</option>
      <option value="expired">{robots.states.expired}</option>
      <option value="off">{robots.states.off}</option>
    </ToolbarSelect>
  );
}

function useColumns(place: RobotPlace, dialog: OpenedRobotDialog): Array<Column<Robot>> {
  const { robots, common } = useText();
  return [
    {
      label: common.name,
      kind: "name",
      sortKey: "name",
      render: (robot) => <RobotName robot={robot} place={place} />,
    },
    { label: robots.state, kind: "tight", render: (robot) => <RobotStateBadge robot={robot} /> },
    { label: robots.rights, render: (robot) => <RobotRights robot={robot} place={place} /> },
    { label: robots.expires, kind: "tight", sortKey: "expires_at", render: (robot) => <RobotExpiry robot={robot} /> },
    {
      label: robots.lastUsed,
      kind: "tight",
      sortKey: "last_used_at",
      render: (robot) => <Time value={robot.last_used_at} />,
    },
    { label: robots.creator, render: (robot) => <RobotCreator robot={robot} /> },
    {
      label: common.actions,
      kind: "actions",
      render: (robot) => <RobotActions robot={robot} place={place} dialog={dialog} />,
    },
  ];
}
