/** A page that was looked at. */
export interface Visit {
  address: string;
  title: string;
}

const capacity = 12;
let visits: Visit[] = [];

/** Remembers that a page was shown, the latest first. Kept in memory: nothing of it stays on the machine. */
export function rememberVisit(address: string, title: string): void {
  visits = [{ address, title }, ...visits.filter((visit) => visit.address !== address)].slice(0, capacity);
}

/** The pages that were looked at, the latest first. */
export function recentVisits(): Visit[] {
  return visits;
}

/** Forgets all: somebody else is signed in. */
export function forgetVisits(): void {
  visits = [];
}
