import { useEffect, useState } from "react";
import type { Project } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useText } from "../../language/text.ts";
import { API, Connection } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { navigate, usePath } from "../../platform/location.ts";
import { useResources } from "../../platform/useResource.ts";
import { useSession } from "../../session/session.ts";
import MissingPage from "../missing/MissingPage.tsx";
import { HarborTarget, readHarborLink } from "./harborLink.ts";

/** Leads from an address of Harbor's console, in somebody's bookmarks or mail, to the page that shows the same here. */
export default function HarborLinkPage() {
  const { connection } = useResources();
  const { user } = useSession();
  const path = usePath();
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const target = readHarborLink(path, location.search);
  useEffect(() => {
    const here = readHarborLink(path, location.search);
    if (!here) return;
    let isLeft = false;
    addressOf(here, connection).then(
      (address) => {
        if (!isLeft) navigate(address, { replace: true });
      },
      (error) => setFailure(error instanceof RequestFailure ? error : new RequestFailure(0, "OFFLINE", String(error))),
    );
    return () => {
      isLeft = true;
    };
  }, [path, connection]);
  const mustSignIn = failure?.status === 401 && user === null;
  useEffect(() => {
    if (mustSignIn) navigate(`/sign-in?back=${encodeURIComponent(path + location.search)}`, { replace: true });
  }, [mustSignIn, path]);
  if (!target || failure?.status === 404) return <MissingPage />;
  if (failure?.status === 403) return <Forbidden />;
  return failure && !mustSignIn ? <FailureNotice failure={failure} /> : <Skeleton lines={6} />;
}

async function addressOf(target: HarborTarget, connection: Connection): Promise<string> {
  if ("address" in target) return target.address;
  // Harbor's addresses have a project's number; a name of digits only would be mistaken for one otherwise.
  const headers = { "X-Is-Resource-Name": "false" };
  const response = await connection.send(API + projectPath(target.project), { headers });
  const project: Project = await response.json();
  return target.addressFor(project.name);
}

function Forbidden() {
  const { common } = useText();
  return (
    <>
      <PageHeader title={common.forbidden} />
      <EmptyState icon="lock" title={common.forbidden} hint={common.forbiddenHint} />
    </>
  );
}
