import { Button, IconButton } from "../../components/Button.tsx";
import { SelectField, TextField } from "../../components/Field.tsx";
import { Segments } from "../../components/Segments.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import {
  Condition,
  isWhole,
  largestNumber,
  mostConditions,
  replaced,
  RetentionRule,
  Template,
  templates,
  usualCondition,
} from "./retentionRule.ts";

const names = Object.keys(templates) as Template[];

/** Says what a rule keeps: one condition, or several of which any or all have to hold. */
export function ConditionFields({ rule, set }: {
  rule: RetentionRule;
  set: (changes: Partial<RetentionRule>) => void;
}) {
  const { retention } = useText();
  const { conditions } = rule;
  return (
    <fieldset className="stack stack-tight">
      <legend className="visually-hidden">{retention.keepField}</legend>
      {conditions.map((condition, index) => (
        <ConditionRow
          key={index}
          number={index + 1}
          condition={condition}
          onChange={(next) => set({ conditions: replaced(conditions, index, next) })}
          onRemove={conditions.length > 1
            ? () => set({ conditions: conditions.filter((_, place) => place !== index) })
            : null}
        />
      ))}
      <div className="row">
        {conditions.length < mostConditions && (
          <Button
            icon="plus"
            onClick={() => set({ conditions: [...conditions, usualCondition("nDaysSinceLastPush")] })}
          >
            {retention.addCondition}
          </Button>
        )}
        {conditions.length > 1 && (
          <Segments
            label={retention.howJoined}
            value={rule.needsAll ? "all" : "any"}
            choices={[{ value: "any", label: retention.any }, { value: "all", label: retention.all }]}
            onChange={(value) => set({ needsAll: value === "all" })}
          />
        )}
      </div>
    </fieldset>
  );
}

function ConditionRow({ number, condition, onChange, onRemove }: {
  number: number;
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: (() => void) | null;
}) {
  const { retention } = useText();
  return (
    <div className="retention-condition" role="group" aria-label={retention.conditionNumber(number)}>
      <SelectField
        label={retention.keepField}
        value={condition.template}
        onChange={(event) => onChange(usualCondition(names.find((name) => name === event.target.value) ?? "always"))}
      >
        {names.map((name) => <option key={name} value={name}>{retention.templates[name]}</option>)}
      </SelectField>
      <NumberField condition={condition} onChange={(value) => onChange({ ...condition, number: value })} />
      {onRemove && <IconButton icon="x" label={retention.removeCondition(number)} onClick={onRemove} />}
    </div>
  );
}

function NumberField({ condition, onChange }: { condition: Condition; onChange: (value: number | null) => void }) {
  const { retention } = useText();
  const { number } = useFormat();
  const unit = templates[condition.template];
  const most = largestNumber(condition.template);
  if (unit === null || most === null) return null;
  return (
    <TextField
      label={unit === "count" ? retention.countField : retention.daysField}
      type="number"
      required
      min={0}
      max={most}
      step={1}
      value={condition.number ?? ""}
      error={isWhole(condition) ? null : retention.numberError(number(most))}
      onChange={(event) => onChange(event.target.value === "" ? null : Number(event.target.value))}
    />
  );
}
