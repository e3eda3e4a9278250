import { useState } from "react";
import { PushCommands } from "../../../components/ClientCommands.tsx";
import { ContentKind } from "../../../components/registryClients.ts";
import { Segments } from "../../../components/Segments.tsx";
import { useText } from "../../../language/text.ts";

/** The commands that push something into a project, by what it is. */
export function ProjectPushCommands({ project }: { project: string }) {
  const [kind, setKind] = useState<ContentKind>("image");
  const { project: text } = useText();
  return (
    <div className="stack stack-tight push-commands">
      <div>
        <Segments
          label={text.pushKind}
          value={kind}
          choices={[
            { value: "image", label: text.pushKinds.image },
            { value: "chart", label: text.pushKinds.chart },
            { value: "file", label: text.pushKinds.file },
          ]}
          onChange={setKind}
        />
      </div>
      <PushCommands project={project} kind={kind} />
    </div>
  );
}
