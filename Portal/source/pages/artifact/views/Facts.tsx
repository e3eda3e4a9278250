import { Fragment, ReactNode } from "react";

/** Something that is known, if it is. */
export interface Fact {
  name: string;
  /** Empty, null or false if it isn't known. */
  value: ReactNode;
}

/** What is known, with its heading; what isn't known is left out, and nothing is shown if that is everything. */
export function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  const known = facts.filter(({ value }) => value);
  if (known.length === 0) return null;
  return (
    <section className="card">
      <h2 className="card-title">{title}</h2>
      <dl className="facts">
        {known.map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
