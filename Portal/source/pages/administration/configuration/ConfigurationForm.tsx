import { FormEvent, useEffect, useState } from "react";
import type { ConfigurationsResponse } from "../../../api/schema.ts";
import { LeaveDialog } from "../../../components/LeaveDialog.tsx";
import { useText } from "../../../language/text.ts";
import { useLeaveGuard } from "../../../platform/useLeaveGuard.ts";
import { ReadOnlyDialog } from "./ReadOnlyDialog.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { SectionCard } from "./SectionCard.tsx";
import { sections } from "./sections.ts";
import { useConfigurationDraft } from "./useConfigurationDraft.ts";

/** All items with an effect, in cards, and a bar that saves what was changed. */
export function ConfigurationForm({ saved }: { saved: ConfigurationsResponse }) {
  const draft = useConfigurationDraft(saved);
  const guard = useLeaveGuard(draft.count > 0);
  const [isAsking, setAsking] = useState(false);
  // The section that the address names is there only now.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.makesReadOnly) setAsking(true);
    else void draft.save.run();
  };
  return (
    <>
      <form className="configuration" onSubmit={submit}>
        <Contents />
        <div className="configuration-sections">
          {sections.map((section) => <SectionCard key={section.name} section={section} saved={saved} draft={draft} />)}
          <SaveBar draft={draft} />
        </div>
      </form>
      {isAsking && <ReadOnlyDialog save={draft.save} onClose={() => setAsking(false)} />}
      <LeaveDialog guard={guard} />
    </>
  );
}

function Contents() {
  const { configuration: text } = useText();
  return (
    <nav className="configuration-contents" aria-label={text.contents}>
      <ul>
        {sections.map(({ name }) => (
          <li key={name}>
            <a className="sidebar-link" href={`#${name}`}>{text.sections[name].title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
