import { ReactNode, useEffect, useRef, useState } from "react";
import type { Repository } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { Markdown } from "../../components/Markdown.tsx";
import { useText } from "../../language/text.ts";
import { useParameter } from "../../platform/location.ts";
import { DescriptionDialog } from "./actions/DescriptionDialog.tsx";
import { RepositoryPlace } from "./repositoryPlace.ts";

/** What a repository is for, in Markdown: its beginning, the whole text at will, and a way to write it. */
export function Description({ repository, place }: { repository: Repository; place: RepositoryPlace }) {
  const { repository: text, common } = useText();
  const [dialog, setDialog] = useParameter("dialog");
  const mayEdit = place.may("repository", "update");
  const isEmpty = !repository.description?.trim();
  return (
    <>
      {!isEmpty && (
        <section className="card repository-description" aria-labelledby="repository-description">
          <h2 id="repository-description" className="visually-hidden">{common.description}</h2>
          <div className="repository-description-edit">
            {mayEdit && (
              <Button kind="link" icon="pencil" onClick={() => setDialog("description")}>{common.edit}</Button>
            )}
          </div>
          <Clamped label={text.wholeDescription}>
            <Markdown text={repository.description ?? ""} />
          </Clamped>
        </section>
      )}
      {isEmpty && mayEdit && (
        <Button
          kind="link"
          icon="plus"
          className="repository-describe"
          onClick={() => setDialog("description")}
        >
          {text.addDescription}
        </Button>
      )}
      {dialog === "description" && mayEdit && (
        <DescriptionDialog
          description={repository.description ?? ""}
          place={place}
          onClose={() => setDialog("", { replace: true })}
        />
      )}
    </>
  );
}

/** Shows the beginning of what is high, with a button for the rest. */
function Clamped({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [isHigh, setHigh] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const { repository: text } = useText();
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const measure = () => setHigh(element.scrollHeight > element.clientHeight + 8);
    const observer = new ResizeObserver(measure);
    for (const part of [element, ...element.children]) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div
        ref={content}
        className="clamped"
        data-open={isOpen || undefined}
        data-high={isHigh || undefined}
        onFocus={(event) => {
          // By keyboard one reaches links of the part that isn't shown.
          if (isHigh && event.target.matches(":focus-visible")) setOpen(true);
        }}
      >
        {children}
      </div>
      {(isHigh || isOpen) && (
        <Button kind="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? text.less : label}
        </Button>
      )}
    </>
  );
}
