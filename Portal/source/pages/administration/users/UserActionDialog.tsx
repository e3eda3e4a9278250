import type { UserResp } from "../../../api/schema.ts";
import { AdministratorDialog } from "./AdministratorDialog.tsx";
import { DeleteUserDialog } from "./DeleteUserDialog.tsx";
import { PasswordDialog } from "./PasswordDialog.tsx";
import { ProfileDialog } from "./ProfileDialog.tsx";

/** What an administrator wants to do to a user. */
export interface UserAction {
  kind: "profile" | "password" | "promote" | "withdraw" | "delete";
  user: UserResp;
}

/** The dialog of an action. */
export function UserActionDialog({ action, onClose }: { action: UserAction; onClose: () => void }) {
  const properties = { user: action.user, onClose };
  switch (action.kind) {
    case "profile":
      return <ProfileDialog {...properties} />;
    case "password":
      return <PasswordDialog {...properties} />;
    case "promote":
    case "withdraw":
      return <AdministratorDialog {...properties} />;
    case "delete":
      return <DeleteUserDialog {...properties} />;
  }
}
