import { ReactNode, useEffect, useState } from "react";
import { withQuery } from "../api/paths.ts";
import type { UserSearchRespItem } from "../api/schema.ts";
import { useResource } from "../platform/useResource.ts";
import { SuggestionField } from "./SuggestionField.tsx";

/** Milliseconds without typing after which users are searched. */
const pause = 200;

/** The name of a user, found by a part of it. */
export function UserField({ label, hint, value, autoFocus, onChange }: {
  label: string;
  hint?: ReactNode;
  value: string;
  autoFocus?: boolean;
  onChange: (name: string) => void;
}) {
  const searched = useSettled(value.trim());
  const path = searched ? withQuery("/users/search", { username: searched, page_size: 8 }) : null;
  const found = useResource<UserSearchRespItem[]>(path, { keepPrevious: true });
  const suggestions = value.trim() ? (found.value ?? []).map((user) => user.username) : [];
  return <SuggestionField {...{ label, hint, value, autoFocus, onChange, suggestions }} />;
}

/** A text as it was when typing last paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
