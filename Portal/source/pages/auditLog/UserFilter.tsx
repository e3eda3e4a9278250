import { useEffect, useId, useState } from "react";
import type { UserSearchRespItem } from "../../api/schema.ts";
import { withQuery } from "../../api/paths.ts";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { useSettled } from "../../platform/useSettled.ts";

/** Filters by a user's whole name: it takes effect with Enter, when the field is left, or with a proposed name. */
export function UserFilter({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const [typed, setTyped] = useState(value);
  const { auditLog } = useText();
  const list = useId();
  useEffect(() => setTyped(value), [value]);
  const wanted = useSettled(typed);
  const isSearching = wanted !== "" && wanted !== value;
  const { value: found = [] } = useResource<UserSearchRespItem[]>(
    isSearching ? withQuery("/users/search", { username: wanted, page_size: 10 }) : null,
  );
  const names = found.map((user) => user.username);
  const finish = (name: string) => {
    if (name.trim() !== value) onChange(name.trim());
  };
  return (
    <>
      <input
        className="input toolbar-control audit-user-filter"
        type="search"
        aria-label={auditLog.userFilter}
        placeholder={auditLog.user}
        autoComplete="off"
        list={list}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === "" || names.includes(event.target.value)) finish(event.target.value);
        }}
        onBlur={() => finish(typed)}
        onKeyDown={(event) => event.key === "Enter" && finish(typed)}
      />
      <datalist id={list}>{names.map((name) => <option key={name} value={name} />)}</datalist>
    </>
  );
}
