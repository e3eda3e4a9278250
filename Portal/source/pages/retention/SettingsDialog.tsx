import { useState } from "react";
import { FormDialog } from "../../components/Dialog.tsx";
import { RadioField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { ScheduleFields } from "../jobs/ScheduleFields.tsx";
import { Level } from "./retentionRule.ts";
import { RetentionDraft } from "./useRetentionDraft.ts";

const levels: Level[] = ["artifact", "tag"];

/** Changes when the draft's policy runs, and what it judges. */
export function SettingsDialog({ draft, onClose }: { draft: RetentionDraft; onClose: () => void }) {
  const { retention } = useText();
  const [timing, setTiming] = useState(draft.policy.timing);
  const [level, setLevel] = useState(draft.policy.level);
  const apply = useChange(() => {
    draft.set({ timing, level });
    return Promise.resolve();
  });
  return (
    <FormDialog
      title={retention.settings}
      submit={retention.apply}
      change={apply}
      canSubmit={timing.kind !== "Custom" || timing.cron.trim() !== ""}
      onClose={onClose}
    >
      <ScheduleFields timing={timing} onChange={setTiming} />
      <fieldset className="stack stack-tight">
        <legend className="field-label">{retention.levelField}</legend>
        {levels.map((each) => (
          <RadioField
            key={each}
            name="level"
            label={retention.levels[each]}
            hint={retention.levelHints[each]}
            checked={level === each}
            onChange={() => setLevel(each)}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
