import { ReactNode } from "react";
import { Link } from "../../components/Link.tsx";
import { useText } from "../../language/text.ts";
import { WebhookPlace } from "./webhookPlace.ts";

/** What a page within a project's webhooks is about, and the way back to all of them. */
export function WebhookHeading({ place, title, children }: {
  place: WebhookPlace;
  title: string;
  /** What can be done. */
  children?: ReactNode;
}) {
  const { webhooks } = useText();
  return (
    <div className="row row-between webhook-heading">
      <div>
        <Link to={place.address}>{webhooks.back}</Link>
        <h2 className="wrap-anywhere">{title}</h2>
      </div>
      <div className="row">{children}</div>
    </div>
  );
}
