import { Component, ReactNode } from "react";
import { Button } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { useText } from "../language/text.ts";

/** Keeps a page that breaks from taking the frame along: its script may be gone after an upgrade, or it has a mistake. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <BrokenPage error={this.state.error} /> : this.props.children;
  }
}

function BrokenPage({ error }: { error: Error }) {
  const { common } = useText();
  return (
    <EmptyState icon="triangle-alert" title={common.failed} hint={error.message}>
      <Button kind="primary" onClick={() => location.reload()}>{common.retry}</Button>
    </EmptyState>
  );
}
