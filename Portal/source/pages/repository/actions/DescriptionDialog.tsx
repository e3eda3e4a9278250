import { useState } from "react";
import { repositoryPath } from "../../../api/paths.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextAreaField } from "../../../components/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { Markdown } from "../../../components/Markdown.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";

/** Writes a repository's description, and shows how it will look. */
export function DescriptionDialog({ description, place, onClose }: {
  description: string;
  place: RepositoryPlace;
  onClose: () => void;
}) {
  const { repository: text, common } = useText();
  const [typed, setTyped] = useState(description);
  const [isPreview, setPreview] = useState(false);
  const cache = useResources();
  const path = repositoryPath(place.project, place.repository);
  const change = useChange(() => cache.change(path, { method: "PUT", body: { description: typed } }, path));
  return (
    <FormDialog title={text.describe(place.repository)} submit={common.save} change={change} isWide onClose={onClose}>
      <Segments
        label={common.description}
        value={isPreview ? "preview" : "write"}
        choices={[{ value: "write", label: text.write }, { value: "preview", label: text.preview }]}
        onChange={(choice) =>
          setPreview(choice === "preview")}
      />
      {isPreview
        ? (
          <div className="card repository-preview">
            {typed.trim() ? <Markdown text={typed} /> : <p className="soft">{text.nothingToPreview}</p>}
          </div>
        )
        : (
          <TextAreaField
            label={common.description}
            hint={text.markdownHint}
            rows={14}
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
    </FormDialog>
  );
}
