import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";

/** Stands for an address that no page has. */
export default function MissingPage() {
  const { common } = useText();
  return (
    <>
      <PageHeader title={common.notFound} />
      <EmptyState icon="search" title={common.notFound} hint={common.notFoundHint}>
        <Link className="button" to="/">{common.goHome}</Link>
      </EmptyState>
    </>
  );
}
