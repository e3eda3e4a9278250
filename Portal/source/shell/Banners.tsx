import { useState } from "react";
import { IconButton } from "../components/Button.tsx";
import { Icon, IconName } from "../components/Icon.tsx";
import { NoticeKind } from "../components/Notice.tsx";
import { useText } from "../language/text.ts";
import { useSession } from "../session/session.ts";
import { readBannerMessage } from "./bannerMessage.ts";
import { useIsOnline } from "./useIsOnline.ts";

/** What everybody should know: no network, a registry that takes no changes, and the administrator's message. */
export function Banners() {
  const { shell, common } = useText();
  const { info } = useSession();
  const isOnline = useIsOnline();
  return (
    <div role="status">
      {!isOnline && <Banner icon="wifi-off" text={common.offline} />}
      {info.read_only && <Banner icon="lock" text={shell.readOnly} />}
      <AdministratorMessage />
    </div>
  );
}

/** The message of the administrator; one that may be closed stays closed until it is another one. */
export function AdministratorMessage() {
  const { info } = useSession();
  const [closed, setClosed] = useState<string | null>(null);
  const message = readBannerMessage(info.banner_message);
  if (!message || closed === message.text) return null;
  const close = message.canBeClosed ? () => setClosed(message.text) : undefined;
  return <Banner icon="info" kind={message.kind} text={message.text} onClose={close} />;
}

/** A line over the whole page. */
export function Banner({ icon, kind = "warning", text, onClose }: {
  icon: IconName;
  kind?: NoticeKind;
  text: string;
  onClose?: () => void;
}) {
  const { common } = useText();
  return (
    <div className={`banner banner-${kind}`}>
      <Icon name={icon} />
      <p>{text}</p>
      {onClose && <IconButton icon="x" label={common.close} onClick={onClose} />}
    </div>
  );
}
