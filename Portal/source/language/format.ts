import { useMemo } from "react";
import { languageTag, useSpeech } from "./text.ts";

/** Writes numbers, sizes and times in the page's language. */
export interface Format {
  /** A number with grouped digits. */
  number: (value: number) => string;
  /** A size in bytes with a binary unit, such as `4.2 MiB`. */
  bytes: (value: number) => string;
  /** A share between 0 and 1 as per cent. */
  percent: (value: number) => string;
  /** A moment with date and time of day. */
  moment: (time: string | Date) => string;
  /** A date. */
  date: (time: string | Date) => string;
  /** How long ago a moment was, such as `3 hours ago`. */
  ago: (time: string | Date, now?: Date) => string;
}

const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

const spans: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Makes the writers for a language tag. */
export function makeFormat(tag: string): Format {
  const whole = new Intl.NumberFormat(tag);
  const short = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "medium" });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "medium" });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  return {
    number: (value) => whole.format(value),
    bytes: (value) => bytes(value, short),
    percent: (value) => percent.format(value),
    moment: (time) => moment.format(new Date(time)),
    date: (time) => date.format(new Date(time)),
    ago: (time, now = new Date()) => ago(new Date(time), now, relative),
  };
}

/** Gives the writers for the page's language. */
export function useFormat(): Format {
  const { language } = useSpeech();
  return useMemo(() => makeFormat(languageTag(language)), [language]);
}

/** Whether a time of the API means that nothing happened yet: it writes the year 1 for never. */
export function isNever(time: string | null | undefined): boolean {
  return !time || time.startsWith("0001-");
}

function bytes(value: number, number: Intl.NumberFormat): string {
  const power = value < 1 ? 0 : Math.min(Math.floor(Math.log2(value) / 10), units.length - 1);
  return `${number.format(value / 2 ** (10 * power))} ${units[power]}`;
}

function ago(time: Date, now: Date, format: Intl.RelativeTimeFormat): string {
  const seconds = (time.getTime() - now.getTime()) / 1000;
  const [unit, length] = spans.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return format.format(Math.trunc(seconds / length), unit);
}
