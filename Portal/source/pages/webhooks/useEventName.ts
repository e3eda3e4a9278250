import { useText } from "../../language/text.ts";

/** Gives the words for a type of event; a type without any is shown as the API calls it. */
export function useEventName(): (type: string) => string {
  const { webhooks } = useText();
  const names: Record<string, string> = webhooks.eventNames;
  return (type) => names[type] ?? type;
}
