import { useState } from "react";
import type { Session } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { Icon, IconName } from "../../components/Icon.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Column, Table } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { EndSessionsDialog } from "./EndSessionsDialog.tsx";
import { Device, readUserAgent } from "./userAgent.ts";

/** Where the user is signed in, with the ways to end that. */
export function SessionList() {
  const { profile } = useText();
  const sessions = useResource<Session[]>("/users/current/sessions?page_size=100", { poll: 30_000 });
  const [ending, setEnding] = useState<Session[] | null>(null);
  const others = (sessions.value ?? []).filter((session) => !session.current);
  return (
    <section className="stack" aria-label={profile.sessions}>
      <div className="row row-between">
        <p className="soft">{profile.sessionsHint}</p>
        {others.length > 1 && <Button onClick={() => setEnding(others)}>{profile.endOthers}</Button>}
      </div>
      <ResourceView resource={sessions}>
        {(all) => <SessionTable sessions={all} onEnd={(session) => setEnding([session])} />}
      </ResourceView>
      {ending && <EndSessionsDialog sessions={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function SessionTable({ sessions, onEnd }: { sessions: Session[]; onEnd: (session: Session) => void }) {
  const { profile, common } = useText();
  const deviceName = useDeviceName();
  const columns: Array<Column<Session>> = [
    { label: profile.device, kind: "name", render: (session) => <DeviceCell session={session} /> },
    { label: profile.address, render: (session) => <span className="number">{session.address}</span> },
    { label: profile.lastSeen, kind: "tight", render: (session) => <Time value={session.last_seen_time} /> },
    { label: profile.signedIn, kind: "tight", render: (session) => <Time value={session.creation_time} /> },
    {
      label: common.actions,
      kind: "actions",
      render: (session) =>
        !session.current && (
          <Button aria-label={profile.endThis(deviceName(session))} onClick={() => onEnd(session)}>
            {profile.end}
          </Button>
        ),
    },
  ];
  const ordered = [...sessions].sort((one, other) => Number(other.current) - Number(one.current));
  return <Table label={profile.sessions} rows={ordered} columns={columns} rowKey={(session) => session.id} />;
}

const deviceIcons: Record<Device["kind"], IconName> = {
  computer: "monitor",
  phone: "smartphone",
  program: "square-terminal",
};

function DeviceCell({ session }: { session: Session }) {
  const { profile } = useText();
  const deviceName = useDeviceName();
  return (
    <span className="row" title={session.user_agent}>
      <Icon name={deviceIcons[readUserAgent(session.user_agent).kind]} />
      {deviceName(session)}
      {session.current && <Badge kind="success">{profile.thisSession}</Badge>}
    </span>
  );
}

/** Gives a function that names a session's device in words. */
function useDeviceName(): (session: Session) => string {
  const { profile } = useText();
  return ({ user_agent }) => {
    const { program, system } = readUserAgent(user_agent);
    if (program && system) return profile.programOn(program, system);
    return program ?? system ?? profile.unknownDevice;
  };
}
