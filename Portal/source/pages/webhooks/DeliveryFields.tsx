import { TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { isWithin } from "./webhookChecks.ts";
import { limits, TargetDraft } from "./webhookDraft.ts";

/** Says how long an answer is waited for, and how often a delivery is tried. */
export function DeliveryFields({ target, set }: {
  target: TargetDraft;
  set: (changes: Partial<TargetDraft>) => void;
}) {
  const { webhooks } = useText();
  const field = (name: "timeout" | "attempts", label: string) => {
    const [least, most] = limits[name];
    return (
      <TextField
        label={label}
        type="number"
        required
        min={least}
        max={most}
        step={1}
        value={target[name] ?? ""}
        error={isWithin(target[name], limits[name]) ? null : webhooks.numberError(least, most)}
        onChange={(event) => set({ [name]: event.target.value === "" ? null : Number(event.target.value) })}
      />
    );
  };
  return (
    <div className="webhook-secrets">
      {field("timeout", webhooks.timeoutField)}
      {field("attempts", webhooks.attemptsField)}
    </div>
  );
}
