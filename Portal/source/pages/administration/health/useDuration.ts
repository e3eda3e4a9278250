import { languageTag, useSpeech } from "../../../language/text.ts";

/** Gives a function that writes milliseconds as the largest whole unit of time, whichever sign they have. */
export function useDuration(): (milliseconds: number) => string {
  const tag = languageTag(useSpeech().language);
  return (milliseconds) => {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    const [unit, length] = seconds >= 7200 ? ["hour", 3600] : seconds >= 120 ? ["minute", 60] : ["second", 1];
    const format = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" });
    return format.format(Math.round(seconds / length));
  };
}
