/** What a project stores. */
export interface ProjectUse {
  name: string;
  /** Bytes. */
  used: number;
  /** Bytes, or -1 for no limit. */
  limit: number;
}

/** Orders projects: those with a limit by the share of it that they use, then the others by what they store. */
export function byFullness(one: ProjectUse, other: ProjectUse): number {
  return shareOf(other) - shareOf(one) || other.used - one.used;
}

function shareOf({ used, limit }: ProjectUse): number {
  if (limit < 0) return -1;
  return limit === 0 ? 1 : used / limit;
}
