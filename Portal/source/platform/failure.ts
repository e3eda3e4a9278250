/** What went wrong with a request: the server's own words where it answered, and how to find it in the server's log. */
export class RequestFailure extends Error {
  constructor(
    /** HTTP status; 0 if the server was not reached. */
    readonly status: number,
    /** The registry's error code, such as `CONFLICT`. */
    readonly code: string,
    message: string,
    /** The answer's `X-Request-ID`. */
    readonly requestID: string | null = null,
    /** Seconds after which it may be tried again, from `Retry-After`. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = "RequestFailure";
  }

  /** Whether the server wasn't reached at all. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Whether there is nothing to see, now or later: it is gone, or isn't for the user. */
  get isWithdrawn(): boolean {
    return this.status === 403 || this.status === 404;
  }
}

/** Reads the error of an answer: `{"errors":[{"code":…,"message":…}]}`, or its status if it has none. */
export async function failureOf(response: Response): Promise<RequestFailure> {
  const requestID = response.headers.get("X-Request-ID");
  const retryAfter = Number(response.headers.get("Retry-After")) || null;
  try {
    const { errors } = await response.json() as { errors?: Array<{ code?: string; message?: string }> };
    const first = errors?.[0];
    if (first?.message) {
      return new RequestFailure(response.status, first.code ?? "", first.message, requestID, retryAfter);
    }
  } catch {
    // The body is not the registry's JSON: a proxy in between has answered.
  }
  const status = `${response.status} ${response.statusText}`.trim();
  return new RequestFailure(response.status, "", status, requestID, retryAfter);
}
