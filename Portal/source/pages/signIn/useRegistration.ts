import { ChangeEvent, useState } from "react";
import { API } from "../../platform/connection.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

const nobody = { username: "", realname: "", email: "", password: "" };

/** What has to be unique. */
type Unique = "username" | "email";

/** The account that is being made: its fields, which of them somebody has already, and the request that makes it. */
export function useRegistration() {
  const { connection } = useResources();
  const [account, setAccount] = useState(nobody);
  // What was asked for and is somebody's, so that an answer that comes late isn't shown beside what was typed since.
  const [taken, setTaken] = useState<Record<Unique, string | null>>({ username: null, email: null });
  const change = useChange(() => connection.sendOnce(`${API}/users`, { method: "POST", body: account }));
  const field = (key: keyof typeof nobody) => ({
    required: true,
    value: account[key],
    onChange: (event: ChangeEvent<HTMLInputElement>) => setAccount({ ...account, [key]: event.target.value }),
  });
  const checkTaken = async (target: Unique) => {
    const value = account[target].trim();
    if (value === "") return;
    try {
      const response = await connection.sendOnce("/c/userExists", { method: "POST", form: { target, value } });
      const exists: unknown = await response.json();
      if (exists === true) setTaken((all) => ({ ...all, [target]: value }));
    } catch {
      // Only a hint: the registration itself says it too.
    }
  };
  const isTaken = {
    username: taken.username === account.username.trim(),
    email: taken.email === account.email.trim(),
  };
  return { account, field, isTaken, checkTaken, change };
}
