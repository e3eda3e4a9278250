import { CheckField, SelectField, TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { scheduleKinds, Timing } from "./schedule.ts";

/** Says when something is done by itself. */
export function ScheduleFields({ timing, onChange }: { timing: Timing; onChange: (timing: Timing) => void }) {
  const { jobs: text } = useText();
  return (
    <>
      <SelectField
        label={text.schedule}
        value={timing.kind}
        onChange={(event) =>
          onChange({ ...timing, kind: scheduleKinds.find((each) => each === event.target.value) ?? "None" })}
      >
        {scheduleKinds.map((each) => <option key={each} value={each}>{text.scheduleKinds[each]}</option>)}
      </SelectField>
      {timing.kind === "Custom" && (
        <TextField
          label={text.cron}
          hint={text.cronHint}
          className="mono"
          required
          maxLength={255}
          value={timing.cron}
          onChange={(event) => onChange({ ...timing, cron: event.target.value })}
        />
      )}
      {timing.kind !== "None" && (
        <CheckField
          label={text.catchesUp}
          hint={text.catchesUpHint}
          checked={timing.catchesUp}
          onChange={({ target }) => onChange({ ...timing, catchesUp: target.checked })}
        />
      )}
    </>
  );
}
