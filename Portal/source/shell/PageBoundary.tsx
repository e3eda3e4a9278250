import { Component, ReactNode } from "react";
import { Button } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHeader } from "../components/Page.tsx";
import { useText } from "../language/text.ts";

/** Keeps a page that breaks from taking the frame along: its script may be gone after an upgrade, or it has a mistake. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <BrokenPage /> : this.props.children;
  }
}

/** The browser's own words for it are in its console. */
function BrokenPage() {
  const { common } = useText();
  return (
    <>
      <PageHeader title={common.failed} />
      <EmptyState icon="triangle-alert" title={common.brokenPage} hint={common.brokenPageHint}>
        <Button kind="primary" onClick={() => location.reload()}>{common.loadAnew}</Button>
      </EmptyState>
    </>
  );
}
