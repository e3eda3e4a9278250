import { setParameters, useParameters } from "../../platform/location.ts";

/** What is done with robot accounts in a dialog. */
export type RobotAct = "new" | "edit" | "secret" | "delete";

const acts: RobotAct[] = ["new", "edit", "secret", "delete"];

/** The dialog over a list of robot accounts, as the page's address has it. */
export interface OpenedRobotDialog {
  act: RobotAct | null;
  /** The account's number. */
  robotID: number | null;
  open: (act: RobotAct, robotID?: number) => void;
  close: () => void;
}

/** Keeps in the page's address which dialog is open. */
export function useRobotDialog(): OpenedRobotDialog {
  const parameters = useParameters();
  const robotID = Number(parameters.get("robot"));
  return {
    act: acts.find((act) => act === parameters.get("dialog")) ?? null,
    robotID: Number.isInteger(robotID) && robotID > 0 ? robotID : null,
    open: (act, id) => setParameters({ dialog: act, robot: id === undefined ? null : String(id) }),
    close: () => setParameters({ dialog: null, robot: null }, { replace: true }),
  };
}
