import { API, Connection, RequestOptions } from "./connection.ts";
import { RequestFailure } from "./failure.ts";

/** An answer: its value, and of how many elements it is a page. */
export interface Answer<Value> {
  value: Value;
  /** `X-Total-Count` of a list. */
  total: number | null;
  /** Whether it came of itself, not by something that somebody has done. */
  isUnasked: boolean;
}

/** What is known of a resource. */
export interface Snapshot {
  answer: Answer<unknown> | null;
  failure: RequestFailure | null;
  isLoading: boolean;
}

interface Entry {
  snapshot: Snapshot;
  listeners: Set<() => void>;
  loading: Promise<void> | null;
  readAt: number;
  isStale: boolean;
}

/** Most resources that are remembered without anybody showing them. */
const capacity = 200;
/** Milliseconds for which an answer is shown again without asking. */
const freshness = 2_000;

/**
 * Remembers what the management API answered, by path: pages show at once what was seen before, and ask again behind it.
 *
 * A change of a resource makes the answers below its path stale, and those on the screen are read again.
 */
export class ResourceCache {
  private readonly entries = new Map<string, Entry>();

  constructor(readonly connection: Connection) {}

  /** What is known of the resource at a path below `/api/v2.0`; the same object until something changes. */
  snapshot(path: string): Snapshot {
    return this.entry(path).snapshot;
  }

  /** Calls `listener` at every change of the resource until the returned function is called. */
  subscribe(path: string, listener: () => void): () => void {
    const entry = this.entry(path);
    entry.listeners.add(listener);
    if (entry.isStale) void this.readAfterCurrent(path, entry, false);
    else if (Date.now() - entry.readAt > freshness) void this.read(path);
    return () => {
      entry.listeners.delete(listener);
      this.forgetSome();
    };
  }

  /** Asks for the resource again, unless it is being asked for; see `RequestOptions` for `isUnasked`. */
  read(path: string, isUnasked = false): Promise<void> {
    const entry = this.entry(path);
    entry.loading ??= this.load(path, entry, isUnasked).finally(() => entry.loading = null);
    return entry.loading;
  }

  /** Asks for the resource after it was changed: an answer that is on its way may have been made before. */
  readChanged(path: string): Promise<void> {
    return this.readAfterCurrent(path, this.entry(path), false);
  }

  /** Sends a change, and makes every remembered answer whose path begins with one of `stale` be asked for again. */
  async change<Value>(path: string, options: RequestOptions, ...stale: string[]): Promise<Value> {
    const response = await this.connection.send(API + path, options);
    this.invalidate(...stale);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as Value;
  }

  /** Makes the answers whose paths begin with one of `prefixes` stale; those on the screen are read again. */
  invalidate(...prefixes: string[]): void {
    this.markStale(prefixes, false);
  }

  /** As `invalidate`, after a change that somebody else has made. */
  invalidateUnasked(...prefixes: string[]): void {
    this.markStale(prefixes, true);
  }

  private markStale(prefixes: string[], isUnasked: boolean): void {
    for (const [path, entry] of this.entries) {
      if (!prefixes.some((prefix) => path.startsWith(prefix))) continue;
      entry.isStale = true;
      if (entry.listeners.size > 0) void this.readAfterCurrent(path, entry, isUnasked);
    }
  }

  /** Forgets everything: somebody else is signed in. */
  clear(): void {
    for (const [path, entry] of this.entries) {
      this.publish(entry, { answer: null, failure: null, isLoading: entry.listeners.size > 0 });
      if (entry.listeners.size > 0) void this.readAfterCurrent(path, entry, false);
      else this.entries.delete(path);
    }
  }

  /** An answer that is being read may have been made before the change: it is waited for, not reused. */
  private async readAfterCurrent(path: string, entry: Entry, isUnasked: boolean): Promise<void> {
    await entry.loading;
    await this.read(path, isUnasked);
  }

  private async load(path: string, entry: Entry, isUnasked: boolean): Promise<void> {
    entry.isStale = false;
    if (!entry.snapshot.answer) this.publish(entry, { ...entry.snapshot, isLoading: true });
    try {
      const response = await this.connection.send(API + path, { isUnasked });
      const total = response.headers.get("X-Total-Count");
      const answer = { value: await bodyOf(response), total: total === null ? null : Number(total), isUnasked };
      this.publish(entry, { answer, failure: null, isLoading: false });
    } catch (error) {
      const failure = error instanceof RequestFailure ? error : new RequestFailure(0, "OFFLINE", String(error));
      // What is gone, or isn't for the user any more, isn't shown from memory.
      const answer = failure.isWithdrawn ? null : entry.snapshot.answer;
      this.publish(entry, { answer, failure, isLoading: false });
    }
    entry.readAt = Date.now();
  }

  private publish(entry: Entry, snapshot: Snapshot): void {
    entry.snapshot = snapshot;
    for (const listener of entry.listeners) listener();
  }

  private entry(path: string): Entry {
    let entry = this.entries.get(path);
    if (!entry) {
      const snapshot = { answer: null, failure: null, isLoading: true };
      entry = { snapshot, listeners: new Set(), loading: null, readAt: 0, isStale: true };
      this.entries.set(path, entry);
    }
    return entry;
  }

  private forgetSome(): void {
    for (const [path, entry] of this.entries) {
      if (this.entries.size <= capacity) return;
      if (entry.listeners.size === 0) this.entries.delete(path);
    }
  }
}

/** The value of a JSON answer; of any other answer, such as a chart's values or a manifest as it was pushed, the text. */
function bodyOf(response: Response): Promise<unknown> {
  const isJSON = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  return isJSON ? response.json() : response.text();
}
