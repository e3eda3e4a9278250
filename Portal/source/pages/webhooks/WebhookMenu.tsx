import { useState } from "react";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Menu } from "../../components/Menu.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { navigate } from "../../platform/location.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy } from "../../api/schema.ts";

/** What can be done with a webhook. */
export function WebhookMenu({ place, policy }: { place: WebhookPlace; policy: WebhookPolicy }) {
  const { webhooks } = useText();
  const [isDeleting, setDeleting] = useState(false);
  const toggle = useSwitching(place, policy);
  const canUpdate = place.may("update");
  return (
    <>
      <Menu
        label={webhooks.actionsOf(policy.name)}
        actions={[
          canUpdate && {
            label: webhooks.edit,
            icon: "pencil",
            run: () => navigate(`${place.address}/${policy.id}?view=settings`),
          },
          canUpdate && {
            label: policy.enabled ? webhooks.switchOff : webhooks.switchOn,
            icon: "zap",
            run: toggle,
          },
          place.may("delete") && {
            label: webhooks.delete,
            icon: "trash-2",
            isDangerous: true,
            run: () => setDeleting(true),
          },
        ]}
      />
      {isDeleting && <DeleteWebhookDialog place={place} policy={policy} onClose={() => setDeleting(false)} />}
    </>
  );
}

/** Switches a webhook on or off and says so, with a way back; or says why it could not. */
function useSwitching(place: WebhookPlace, policy: WebhookPolicy): () => void {
  const { webhooks, common } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const switchTo = useQuickChange(async (isOn: boolean) => {
    await cache.change(policyPath(place, policy.id), { method: "PUT", body: { enabled: isOn } }, place.path);
    show(isOn ? webhooks.switchedOn : webhooks.switchedOff, { label: common.undo, run: () => switchTo(!isOn) });
  });
  return () => switchTo(!policy.enabled);
}

/** Asks before a webhook is deleted with the log of its deliveries. */
function DeleteWebhookDialog({ place, policy, onClose }: {
  place: WebhookPlace;
  policy: WebhookPolicy;
  onClose: () => void;
}) {
  const { webhooks } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const change = useChange(async () => {
    await cache.change(policyPath(place, policy.id), { method: "DELETE" }, place.path);
    navigate(place.address);
    show(webhooks.deleted);
  });
  return (
    <ConfirmDialog
      title={webhooks.deleteTitle(policy.name)}
      submit={webhooks.deleteSubmit}
      change={change}
      onClose={onClose}
    >
      <p>{webhooks.deleteText}</p>
    </ConfirmDialog>
  );
}
