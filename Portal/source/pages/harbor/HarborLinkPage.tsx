import { useEffect, useMemo } from "react";
import { projectPath } from "../../api/paths.ts";
import type { Project } from "../../api/schema.ts";
import { ResourceView } from "../../components/ResourceView.tsx";
import { navigate, usePath } from "../../platform/location.ts";
import { useResource } from "../../platform/useResource.ts";
import MissingPage from "../missing/MissingPage.tsx";
import { harborTarget } from "./harborLinks.ts";

/** Stands at the addresses of Harbor's portal, which are in people's bookmarks, and goes on to the page of today. */
export default function HarborLinkPage() {
  const path = usePath();
  const target = useMemo(() => harborTarget(path), [path]);
  const isInProject = target !== null && "project" in target;
  const project = useResource<Project>(isInProject ? projectPath(target.project) : null);
  const name = project.value?.name;
  const address = isInProject ? name && target.addressIn(name) : target?.address;
  useEffect(() => {
    if (address) navigate(address, { replace: true });
  }, [address]);
  if (!target) return <MissingPage />;
  return <ResourceView resource={project} isPage>{() => null}</ResourceView>;
}
