import { ReactNode, useEffect } from "react";
import { AdministratorMessage } from "../../shell/Banners.tsx";
import { Brand } from "../../shell/Brand.tsx";
import { Appearance } from "../../shell/Appearance.tsx";
import { useText } from "../../language/text.ts";

/** The frame of the pages before the portal: signing in and registering. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const { common } = useText();
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title, common]);
  return (
    <main className="gate">
      <Brand />
      <AdministratorMessage />
      <section className="card gate-card stack" aria-labelledby="gate-title">
        <h1 id="gate-title">{title}</h1>
        {children}
      </section>
      <Appearance />
    </main>
  );
}
