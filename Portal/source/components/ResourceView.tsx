import { ReactNode } from "react";
import { RequestFailure } from "../platform/failure.ts";
import { Resource } from "../platform/useResource.ts";
import { useText } from "../language/text.ts";
import { EmptyState } from "./EmptyState.tsx";
import { Link } from "./Link.tsx";
import { FailureNotice } from "./Notice.tsx";
import { PageHeader } from "./Page.tsx";
import { Skeleton } from "./Skeleton.tsx";

/** Shows a resource: a skeleton while it is read, why it can't be shown, or its value. */
export function ResourceView<Value>({ resource, lines, isPage = false, children }: {
  resource: Resource<Value>;
  /** Whether it is what the whole page shows, so that a failure is the page's title. */
  isPage?: boolean;
  /** How many lines the skeleton has. */
  lines?: number;
  children: (value: Value) => ReactNode;
}) {
  const { value, failure, isLoading, refresh } = resource;
  if (value === undefined && failure) return <ResourceFailure failure={failure} isPage={isPage} onRetry={refresh} />;
  if (value === undefined) return isLoading ? <Skeleton lines={lines} /> : null;
  return (
    <>
      {failure && !failure.isOffline && <FailureNotice failure={failure} onRetry={refresh} />}
      {children(value)}
    </>
  );
}

function ResourceFailure({ failure, isPage, onRetry }: {
  failure: RequestFailure;
  isPage: boolean;
  onRetry: () => void;
}) {
  const { common } = useText();
  const titles: Record<number, string> = { 401: common.forbidden, 403: common.forbidden, 404: common.notFound };
  return (
    <>
      {isPage && <PageHeader title={titles[failure.status] ?? common.failed} />}
      <FailureExplanation failure={failure} onRetry={onRetry} />
    </>
  );
}

function FailureExplanation({ failure, onRetry }: { failure: RequestFailure; onRetry: () => void }) {
  const { common, shell } = useText();
  if (failure.status === 404) {
    return (
      <EmptyState icon="search" title={common.notFound} hint={common.notFoundHint}>
        <Link className="button" to="/">{common.goHome}</Link>
      </EmptyState>
    );
  }
  if (failure.status === 401 || failure.status === 403) {
    const back = encodeURIComponent(location.pathname + location.search);
    return (
      <EmptyState icon="lock" title={common.forbidden} hint={common.forbiddenHint}>
        {failure.status === 401 && <Link className="button" to={`/sign-in?back=${back}`}>{shell.signIn}</Link>}
      </EmptyState>
    );
  }
  return <FailureNotice failure={failure} onRetry={onRetry} />;
}
