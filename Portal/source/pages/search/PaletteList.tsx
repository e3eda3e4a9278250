import { MouseEvent, useEffect, useRef } from "react";
import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { PaletteEntry, PaletteGroup } from "./paletteEntries.ts";

interface ListProperties {
  /** What the identifiers of the list and its entries begin with. */
  id: string;
  groups: PaletteGroup[];
  active: PaletteEntry | undefined;
  onMark: (entry: PaletteEntry) => void;
  onChoose: (entry: PaletteEntry, inNewTab: boolean) => void;
}

/** The entries of the palette in their groups; the field above it keeps the focus and says which one is marked. */
export function PaletteList({ id, groups, active, ...actions }: ListProperties) {
  const { search: text } = useText();
  return (
    <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={text.palette}>
      {groups.map((group, index) => (
        <div key={group.title} role="group" aria-labelledby={`${id}-group-${index}`}>
          <div className="palette-group" id={`${id}-group-${index}`} role="presentation">{group.title}</div>
          {group.entries.map((entry) => (
            <Option key={entry.id} {...{ id, entry, ...actions }} isActive={entry.id === active?.id} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option({ id, entry, isActive, onMark, onChoose }: Omit<ListProperties, "groups" | "active"> & {
  entry: PaletteEntry;
  isActive: boolean;
}) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const choose = (event: MouseEvent) => onChoose(entry, event.ctrlKey || event.metaKey || event.button === 1);
  return (
    <div
      ref={option}
      className="palette-entry"
      role="option"
      id={`${id} ${entry.id}`.replaceAll(" ", "-")}
      aria-selected={isActive}
      onPointerMove={() => isActive || onMark(entry)}
      onClick={choose}
      onAuxClick={choose}
    >
      <Icon name={entry.icon} />
      <span className="palette-label">{entry.label}</span>
      {entry.hint && <span className="palette-where">{entry.hint}</span>}
    </div>
  );
}
