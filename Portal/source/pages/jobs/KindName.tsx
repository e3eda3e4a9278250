import { Link } from "../../components/Link.tsx";
import { useKindName } from "./useKindName.ts";

/** The pages of the kinds of jobs that have one. */
const pages: Record<string, string> = {
  GARBAGE_COLLECTION: "/administration/garbage-collection",
  PURGE_AUDIT_LOG: "/administration/audit-log/purge",
  QUOTA_RECALCULATION: "/administration/quotas/recount",
};

/** A kind of job in words, with a link to its page if it has one. */
export function KindName({ kind }: { kind: string }) {
  const name = useKindName()(kind);
  const page = pages[kind];
  return page ? <Link to={page}>{name}</Link> : <>{name}</>;
}
