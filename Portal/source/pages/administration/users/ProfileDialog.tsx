import { useState } from "react";
import type { UserResp } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { ProfileFields } from "./ProfileFields.tsx";

/** Changes a user's name, e-mail address and comment. */
export function ProfileDialog({ user, onClose }: { user: UserResp; onClose: () => void }) {
  const { users: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [profile, setProfile] = useState({
    realname: user.realname ?? "",
    email: user.email ?? "",
    comment: user.comment ?? "",
  });
  const change = useChange(async () => {
    await cache.change(`/users/${user.user_id}`, { method: "PUT", body: profile }, "/users");
    show(common.saved);
  });
  return (
    <FormDialog title={text.profileOf(user.username)} submit={common.save} change={change} onClose={onClose}>
      <ProfileFields value={profile} onChange={setProfile} />
    </FormDialog>
  );
}
