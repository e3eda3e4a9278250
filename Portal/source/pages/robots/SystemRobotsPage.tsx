import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { RobotList } from "./RobotList.tsx";
import { RobotPlace } from "./robotPlace.ts";

/** The page shows itself to administrators only, who may do everything. */
const system: RobotPlace = { project: null, may: () => true };

/** The robot accounts of the system. */
export default function SystemRobotsPage() {
  const { shell, robots } = useText();
  return (
    <>
      <PageHeader title={shell.robots} description={robots.systemDescription} />
      <RobotList place={system} />
    </>
  );
}
