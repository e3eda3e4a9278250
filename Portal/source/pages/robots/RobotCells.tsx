import type { Robot } from "../../api/schema.ts";
import { Badge, BadgeKind } from "../../components/Badge.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { rightsOf } from "./grants.ts";
import { rightsWords } from "./rightsWords.ts";
import { nameParts, RobotPlace } from "./robotPlace.ts";
import { expiryWords, RobotState, robotState } from "./robotState.ts";

/** A robot account's name, the given part stronger than what the registry puts in front, and its description. */
export function RobotName({ robot, place }: { robot: Robot; place: RobotPlace }) {
  const [prefix, name] = nameParts(robot.name, place.project);
  return (
    <div className="robot-name">
      <span className="wrap-anywhere">
        <span className="soft">{prefix}</span>
        {name}
      </span>
      {robot.description && <span className="soft robot-description">{robot.description}</span>}
    </div>
  );
}

const stateKinds: Record<RobotState, BadgeKind> = {
  on: "success",
  off: "normal",
  expired: "danger",
  expiresSoon: "warning",
};

/** Whether a robot account can be used. */
export function RobotStateBadge({ robot }: { robot: Robot }) {
  const { robots } = useText();
  const state = robotState(robot, new Date());
  return <Badge kind={stateKinds[state]}>{robots.states[state]}</Badge>;
}

/** What a robot account may do, in short. */
export function RobotRights({ robot, place }: { robot: Robot; place: RobotPlace }) {
  const { robots } = useText();
  const lines = rightsWords(rightsOf(robot.permissions), place.project !== null, robots);
  return (
    <ul className="robot-rights">
      {lines.map(({ what, where }, index) => (
        <li key={index}>
          {what} {where && <span className="soft wrap-anywhere">{where}</span>}
        </li>
      ))}
    </ul>
  );
}

/** When a robot account ends; the moment is its tooltip. */
export function RobotExpiry({ robot }: { robot: Robot }) {
  const { robots } = useText();
  const format = useFormat();
  const words = expiryWords(robot.expires_at, robots, format, new Date());
  if (robot.expires_at < 0) return <span className="soft">{words}</span>;
  const end = new Date(robot.expires_at * 1000);
  return <time dateTime={end.toISOString()} title={format.moment(end)}>{words}</time>;
}

/** Who has made a robot account: its name, or its number if that account is gone. */
export function RobotCreator({ robot: { creator_type, creator_ref = 0, creator_name } }: { robot: Robot }) {
  const { robots } = useText();
  if (creator_name) return <span className="wrap-anywhere">{creator_name}</span>;
  const number = creator_type === "robot" ? robots.robotCreator(creator_ref) : robots.unknownCreator(creator_ref);
  return <span className="soft">{number}</span>;
}
