import { failureOf, RequestFailure } from "./failure.ts";

/** Where the management API begins. */
export const API = "/api/v2.0";

/** What a request may carry. */
export interface RequestOptions {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form instead of `body`. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Nobody asked for it: it doesn't keep the session alive, and doesn't ask again for a sign-in that was put off. */
  isUnasked?: boolean;
}

/**
 * Sends requests to the registry that served the page, with the session's cookie and the token against forged requests.
 *
 * The token comes in an answer's `X-Harbor-CSRF-Token` and goes back with the next change. It is kept in memory only.
 */
export class Connection {
  private forgeryToken: string | null = null;

  private askForSignIn: (() => Promise<boolean>) | null = null;
  /** Whether somebody was asked to sign in again and did not. */
  private isSignInPutOff = false;

  /** Called when a session has ended; resolves to true when somebody has signed in again. */
  set whenSessionEnds(ask: (() => Promise<boolean>) | null) {
    this.askForSignIn = ask;
    this.isSignInPutOff = false;
  }

  /** Sends a request and gives its answer; throws `RequestFailure`. A session that has ended is asked for once. */
  async send(path: string, options: RequestOptions = {}): Promise<Response> {
    const response = await this.attempt(path, options);
    const mayAsk = response.status === 401 && !(options.isUnasked && this.isSignInPutOff);
    if (!mayAsk || !this.askForSignIn) return this.checked(response);
    this.isSignInPutOff = !await this.askForSignIn();
    return this.checked(this.isSignInPutOff ? response : await this.attempt(path, options));
  }

  /** Sends a request without asking for a sign-in; throws `RequestFailure`. */
  async sendOnce(path: string, options: RequestOptions = {}): Promise<Response> {
    return this.checked(await this.attempt(path, options));
  }

  private async checked(response: Response): Promise<Response> {
    if (response.ok) return response;
    throw await failureOf(response);
  }

  private async attempt(path: string, options: RequestOptions): Promise<Response> {
    const method = options.method ?? "GET";
    if (method !== "GET" && !this.forgeryToken) await this.fetch(`${API}/systeminfo`, {});
    return this.fetch(path, { ...requestInit(options), headers: this.headers(method, options) });
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      const response = await fetch(path, { credentials: "same-origin", ...init });
      this.forgeryToken = response.headers.get("X-Harbor-CSRF-Token") ?? this.forgeryToken;
      return response;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new RequestFailure(0, "OFFLINE", "");
    }
  }

  private headers(method: string, options: RequestOptions): Record<string, string> {
    const headers: Record<string, string> = { "X-Is-Resource-Name": "true", ...options.headers };
    if (options.isUnasked) headers["X-Harbor-No-Session-Renewal"] = "true";
    if (options.body !== undefined) headers["Content-Type"] = "application/json";
    if (method !== "GET" && this.forgeryToken) headers["X-Harbor-CSRF-Token"] = this.forgeryToken;
    return headers;
  }
}

function requestInit(options: RequestOptions): RequestInit {
  const body = options.form ? new URLSearchParams(options.form) : JSON.stringify(options.body);
  return { method: options.method ?? "GET", body, signal: options.signal };
}
