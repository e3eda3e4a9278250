import { withQuery } from "../../api/paths.ts";
import { Button } from "../../components/Button.tsx";
import { Menu } from "../../components/Menu.tsx";
import { useText } from "../../language/text.ts";
import { API } from "../../platform/connection.ts";
import { fetchFile } from "../../platform/saveFile.ts";

/** Saves what a list of the audit log shows, all pages of it, as a file. */
export function ExportMenu({ path, q }: {
  /** The list's path in the management API. */
  path: string;
  /** The conditions of the list. */
  q: string;
}) {
  const { auditLog: text } = useText();
  const save = (format: "csv" | "ndjson") => fetchFile(API + withQuery(`${path}/export`, { format, q }));
  return (
    <Menu
      label={text.exportAs}
      button={(attributes) => <Button icon="download" {...attributes}>{text.export}</Button>}
      actions={[
        { label: text.asCSV, run: () => save("csv") },
        { label: text.asLines, run: () => save("ndjson") },
      ]}
    />
  );
}
