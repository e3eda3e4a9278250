import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";

/** The start page. */
export default function HomePage() {
  const { shell } = useText();
  return <PageHeader title={shell.home} />;
}
