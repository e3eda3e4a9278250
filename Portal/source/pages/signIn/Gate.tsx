import { ReactNode, useEffect } from "react";
import { Brand } from "../../shell/Brand.tsx";
import { Appearance } from "../../shell/Appearance.tsx";
import { useText } from "../../language/text.ts";
import { useSession } from "../../session/session.ts";

/** The frame of the pages before the portal: signing in and registering. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const { common } = useText();
  const { info } = useSession();
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title, common]);
  return (
    <main className="gate">
      <Brand />
      {info.banner_message && <BannerMessage text={info.banner_message} />}
      <section className="card gate-card stack" aria-labelledby="gate-title">
        <h1 id="gate-title">{title}</h1>
        {children}
      </section>
      <Appearance />
    </main>
  );
}

function BannerMessage({ text }: { text: string }) {
  return <p className="banner" role="status">{text}</p>;
}
