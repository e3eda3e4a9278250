import { Link } from "../components/Link.tsx";
import { useText } from "../language/text.ts";

/** The product's mark and name, leading to the start page. */
export function Brand() {
  const { common } = useText();
  return (
    <Link className="brand" to="/">
      <svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24" fill="currentColor">
        <path d="M12 1.5 21.5 7v10L12 22.5 2.5 17V7L12 1.5Zm-6 8.2v5.2l4.4 2.6v-3.4h3.2v3.4l4.4-2.6V9.7l-4.4 2.6v-.9h-3.2v.9L6 9.700Z" />
      </svg>
      {common.product}
    </Link>
  );
}
