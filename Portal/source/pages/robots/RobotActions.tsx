import type { Robot } from "../../api/schema.ts";
import { useCopy } from "../../components/Copy.tsx";
import { Menu } from "../../components/Menu.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { useResources } from "../../platform/useResource.ts";
import { RobotPlace } from "./robotPlace.ts";
import { OpenedRobotDialog } from "./useRobotDialog.ts";

/** What can be done with a robot account. */
export function RobotActions({ robot, place, dialog }: {
  robot: Robot;
  place: RobotPlace;
  dialog: OpenedRobotDialog;
}) {
  const { robots } = useText();
  const copy = useCopy();
  const toggle = useSwitching(robot);
  const canUpdate = place.may("update");
  return (
    <Menu
      label={robots.actionsOf(robot.name)}
      actions={[
        { label: robots.copyName, icon: "copy", run: () => copy(robot.name) },
        canUpdate && { label: robots.editAction, icon: "pencil", run: () => dialog.open("edit", robot.id) },
        canUpdate && { label: robots.newSecret, icon: "key-round", run: () => dialog.open("secret", robot.id) },
        canUpdate && { label: robot.disable ? robots.switchOn : robots.switchOff, icon: "zap", run: toggle },
        place.may("delete") && null,
        place.may("delete") && {
          label: robots.deleteAction,
          icon: "trash-2",
          isDangerous: true,
          run: () => dialog.open("delete", robot.id),
        },
      ]}
    />
  );
}

/** Switches a robot account on or off and says so, with a way back; or says why it could not. */
function useSwitching(robot: Robot): () => void {
  const { robots, common } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const switchTo = useQuickChange(async (isOff: boolean) => {
    await cache.change(`/robots/${robot.id}`, { method: "PUT", body: { disable: isOff } }, "/robots");
    const message = isOff ? robots.switchedOff(robot.name) : robots.switchedOn(robot.name);
    show(message, { label: common.undo, run: () => switchTo(!isOff) });
  });
  return () => switchTo(!robot.disable);
}
