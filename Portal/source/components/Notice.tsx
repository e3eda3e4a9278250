import { ReactNode } from "react";
import { RequestFailure } from "../platform/failure.ts";
import { useText } from "../language/text.ts";
import { Button } from "./Button.tsx";
import { Icon, IconName } from "./Icon.tsx";

/** How serious a notice is. */
export type NoticeKind = "info" | "success" | "warning" | "danger";

const icons: Record<NoticeKind, IconName> = {
  info: "info",
  success: "circle-check",
  warning: "triangle-alert",
  danger: "circle-alert",
};

/** A message in the flow of a page. */
export function Notice({ kind = "info", children }: { kind?: NoticeKind; children: ReactNode }) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "danger" ? "alert" : "status"}>
      <Icon name={icons[kind]} />
      <div className="notice-body">{children}</div>
    </div>
  );
}

/** Says why a request failed: the server's message and the request's identifier, with which its log can be searched. */
export function FailureNotice({ failure, onRetry }: { failure: RequestFailure | null; onRetry?: () => void }) {
  const { common } = useText();
  if (!failure) return null;
  return (
    <Notice kind="danger">
      <p>{failure.isOffline ? common.offlineFailure : failure.message}</p>
      {failure.requestID && <p className="soft mono">{common.requestID(failure.requestID)}</p>}
      {onRetry && <Button kind="link" onClick={onRetry}>{common.retry}</Button>}
    </Notice>
  );
}
