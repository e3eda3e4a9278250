import { PageHeader, Tabs } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { useParameter } from "../../platform/location.ts";
import { useSession } from "../../session/session.ts";
import { AccountForm } from "./AccountForm.tsx";
import { AppearanceCard } from "./AppearanceCard.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SecretCard } from "./SecretCard.tsx";
import { SessionList } from "./SessionList.tsx";

/** The user's own account: who it is, how to sign in, and where it is signed in. */
export default function ProfilePage() {
  const { profile, shell } = useText();
  const { user } = useSession();
  const [tab] = useParameter("tab");
  if (!user) return null;
  const security = "/profile?tab=security";
  const sessions = "/profile?tab=sessions";
  return (
    <>
      <PageHeader title={shell.profile} description={user.username} />
      <Tabs
        label={profile.pages}
        tabs={[
          { label: profile.account, to: "/profile" },
          { label: profile.security, to: security },
          { label: profile.sessions, to: sessions },
        ]}
        current={tab === "security" ? security : tab === "sessions" ? sessions : "/profile"}
      />
      {tab === "security"
        ? (
          <div className="profile-cards">
            <SecretCard user={user} />
            <PasswordForm user={user} />
          </div>
        )
        : tab === "sessions"
        ? <SessionList />
        : (
          <div className="profile-cards">
            <AccountForm key={user.user_id} user={user} />
            <AppearanceCard />
          </div>
        )}
    </>
  );
}
