import { useParameter } from "../../../platform/location.ts";
import { Button } from "../../../components/Button.tsx";
import { useText } from "../../../language/text.ts";
import { ProjectFrame } from "../ProjectFrame.tsx";
import { LabelList } from "./LabelList.tsx";

/** The labels that a project's artifacts can get. */
export default function LabelsPage({ project: name }: { project: string }) {
  const { labels } = useText();
  const [, setDialog] = useParameter("new");
  return (
    <ProjectFrame
      project={name}
      page="labels"
      actions={({ may }) =>
        may("label", "create") && (
          <Button kind="primary" icon="plus" onClick={() => setDialog("yes")}>{labels.create}</Button>
        )}
    >
      {({ project, may }) => (
        <LabelList
          scope={{ scope: "p", project_id: project.project_id }}
          mayCreate={may("label", "create")}
          mayUpdate={may("label", "update")}
          mayDelete={may("label", "delete")}
        />
      )}
    </ProjectFrame>
  );
}
