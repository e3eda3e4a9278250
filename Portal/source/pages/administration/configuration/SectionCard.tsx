import type { ConfigurationsResponse } from "../../../api/schema.ts";
import { Icon } from "../../../components/Icon.tsx";
import { useText } from "../../../language/text.ts";
import { ItemField } from "./ItemField.tsx";
import { Item, Section } from "./sections.ts";
import { ConfigurationDraft } from "./useConfigurationDraft.ts";

/** Items that belong together, with what they are about. */
export function SectionCard({ section, saved, draft }: {
  section: Section;
  saved: ConfigurationsResponse;
  draft: ConfigurationDraft;
}) {
  const { configuration: text } = useText();
  const { title, hint } = text.sections[section.name];
  const id = `${section.name}-title`;
  return (
    <section className="card configuration-section" id={section.name} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="soft">{hint}</p>
      </div>
      {section.items.map((item) => (
        <ItemRow key={item.key} item={item} draft={draft} isEditable={saved[item.key]?.editable ?? false} />
      ))}
    </section>
  );
}

function ItemRow({ item, draft, isEditable }: { item: Item; draft: ConfigurationDraft; isEditable: boolean }) {
  const { configuration: text } = useText();
  return (
    <div data-item={item.key}>
      <ItemField
        item={item}
        value={draft.value(item.key)}
        error={draft.refusal?.key === item.key ? draft.refusal.message : null}
        disabled={!isEditable}
        onChange={(value) => draft.set(item.key, value)}
      />
      {!isEditable && (
        <p className="second-line row">
          <Icon name="lock" size={12} /> {text.fixed}
        </p>
      )}
    </div>
  );
}
