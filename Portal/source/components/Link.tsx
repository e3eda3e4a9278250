import { AnchorHTMLAttributes, forwardRef, MouseEvent } from "react";
import { navigate } from "../platform/location.ts";

interface LinkProperties extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
}

/** A link to a page of the portal: a real one, so that it can be opened in a new tab, that doesn't load the page anew. */
export const Link = forwardRef<HTMLAnchorElement, LinkProperties>(function Link({ to, onClick, ...rest }, reference) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || rest.target) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a ref={reference} href={to} onClick={follow} {...rest} />;
});
