import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";

/** Stands for a page of administration where somebody else opens it. */
export default function ForbiddenPage() {
  const { common } = useText();
  return (
    <>
      <PageHeader title={common.forbidden} />
      <EmptyState icon="lock" title={common.administratorsOnly}>
        <Link className="button" to="/">{common.goHome}</Link>
      </EmptyState>
    </>
  );
}
