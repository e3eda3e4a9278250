import type { Robot } from "../../api/schema.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Time } from "../../components/Time.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** Deletes a robot account, after saying when it was last used. */
export function DeleteRobotDialog({ robot, onClose }: { robot: Robot; onClose: () => void }) {
  const { robots } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const change = useChange(async () => {
    await cache.change(`/robots/${robot.id}`, { method: "DELETE" }, "/robots");
    show(robots.deleted(robot.name));
  });
  return (
    <ConfirmDialog
      title={robots.deleteTitle(robot.name)}
      submit={robots.deleteSubmit}
      change={change}
      onClose={onClose}
    >
      <p>{robots.deleteWarning}</p>
      <p>
        {robot.last_used_at
          ? (
            <>
              {robots.deleteUsed} <Time value={robot.last_used_at} />
            </>
          )
          : robots.deleteNeverUsed}
      </p>
    </ConfirmDialog>
  );
}
