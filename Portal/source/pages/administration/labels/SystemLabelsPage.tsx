import { Button } from "../../../components/Button.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { LabelList } from "../../project/labels/LabelList.tsx";

/** The labels that artifacts of every project can get. */
export default function SystemLabelsPage() {
  const { systemLabels: text, labels, shell } = useText();
  const [, setDialog] = useParameter("new");
  return (
    <>
      <PageHeader
        title={shell.labels}
        description={text.description}
        actions={<Button kind="primary" icon="plus" onClick={() => setDialog("yes")}>{labels.create}</Button>}
      />
      <LabelList scope={{ scope: "g" }} mayCreate mayUpdate mayDelete />
    </>
  );
}
