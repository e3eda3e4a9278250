import { Fragment } from "react";
import { Link } from "../../../components/Link.tsx";
import { JSONToken, jsonTokens } from "../content/jsonTokens.ts";

/** A JSON text in colours; texts that `addressOf` knows are links. */
export function JSONText({ text, addressOf }: {
  text: string;
  /** The page that a text in the document leads to. */
  addressOf?: (value: string) => string | undefined;
}) {
  return <>{jsonTokens(text).map((token, index) => <Token key={index} token={token} addressOf={addressOf} />)}</>;
}

function Token({ token: { kind, text }, addressOf }: {
  token: JSONToken;
  addressOf?: (value: string) => string | undefined;
}) {
  if (kind === "mark") return <Fragment>{text}</Fragment>;
  const address = kind === "string" ? addressOf?.(text.slice(1, -1)) : undefined;
  if (address) return <Link to={address}>{text}</Link>;
  return <span className={`json-${kind}`}>{text}</span>;
}
