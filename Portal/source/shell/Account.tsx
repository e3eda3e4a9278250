import { Button } from "../components/Button.tsx";
import { Link } from "../components/Link.tsx";
import { Menu } from "../components/Menu.tsx";
import { useText } from "../language/text.ts";
import { navigate, useParameters, usePath } from "../platform/location.ts";
import { useSession } from "../session/session.ts";
import { useSignOut } from "./useSignOut.ts";

/** Who is signed in and what they can do about that; for nobody, the way to sign in. */
export function Account() {
  const { shell } = useText();
  const { user } = useSession();
  const signOut = useSignOut();
  const path = usePath();
  const search = useParameters().toString();
  if (!user) {
    const back = search ? `${path}?${search}` : path;
    return (
      <Link className="button button-primary button-wide" to={`/sign-in?back=${encodeURIComponent(back)}`}>
        {shell.signIn}
      </Link>
    );
  }
  return (
    <Menu
      label={shell.account(user.username)}
      actions={[
        { label: shell.profile, icon: "user", run: () => navigate("/profile") },
        null,
        { label: shell.signOut, icon: "log-out", run: signOut },
      ]}
      button={(attributes) => (
        <Button kind="plain" className="sidebar-account" aria-label={shell.account(user.username)} {...attributes}>
          <span className="avatar" aria-hidden="true">{user.username.slice(0, 1).toUpperCase()}</span>
          <span>{user.username}</span>
        </Button>
      )}
    />
  );
}
