import { Connection } from "../source/platform/connection.ts";
import { RequestFailure } from "../source/platform/failure.ts";
import { ResourceCache } from "../source/platform/resourceCache.ts";
import { assertEquals } from "./assert.ts";

/** A cache whose requests are answered by `answers`, with the paths asked for. */
function cacheAnswering(answers: (path: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  const connection = new Connection();
  connection.send = (path) => {
    asked.push(path);
    return Promise.resolve(answers(path));
  };
  return { cache: new ResourceCache(connection), asked };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

Deno.test("a change makes what lies below its path be read again, and nothing else", async () => {
  const { cache, asked } = cacheAnswering(() => Response.json([]));
  for (const path of ["/projects/a/members", "/projects/b"]) cache.subscribe(path, () => {});
  await pause();
  asked.length = 0;
  cache.invalidate("/projects/a");
  await pause();
  assertEquals(asked, ["/api/v2.0/projects/a/members"]);
});

Deno.test("an answer that was on its way during a change is not kept", async () => {
  let version = 0;
  const waiting: Array<() => void> = [];
  const { cache } = cacheAnswering(() =>
    new Promise((resolve) => {
      const seen = version;
      waiting.push(() => resolve(Response.json(seen)));
    })
  );
  const answerAll = async () => {
    for (let round = 0; round < 3; round++) {
      waiting.splice(0).forEach((answer) => answer());
      await pause();
    }
  };
  cache.subscribe("/shown", () => {});
  version = 1;
  cache.invalidate("/shown");
  await answerAll();
  assertEquals(cache.snapshot("/shown").answer?.value, 1);

  const leave = cache.subscribe("/left", () => {});
  leave();
  version = 2;
  cache.invalidate("/left");
  cache.subscribe("/left", () => {});
  await answerAll();
  assertEquals(cache.snapshot("/left").answer?.value, 2);

  void cache.read("/saved");
  version = 3;
  const saved = cache.readChanged("/saved");
  await answerAll();
  await saved;
  assertEquals(cache.snapshot("/saved").answer?.value, 3);
});

Deno.test("lists tell how many there are in all", async () => {
  const { cache } = cacheAnswering(() => Response.json([1], { headers: { "X-Total-Count": "41" } }));
  await cache.read("/x");
  assertEquals(cache.snapshot("/x").answer, { value: [1], total: 41, isUnasked: false });
});

Deno.test("what isn't plain JSON is kept as it was sent", async () => {
  const manifest = '{ "schemaVersion": 2 }';
  const headers = { "Content-Type": "application/vnd.oci.image.manifest.v1+json" };
  const { cache } = cacheAnswering(() => new Response(manifest, { headers }));
  await cache.read("/x");
  assertEquals(cache.snapshot("/x").answer?.value, manifest);
});

Deno.test("what is gone isn't shown from memory, and what can't be reached is", async () => {
  const failures = [500, 404];
  const { cache } = cacheAnswering(() => Response.json({ name: "web" }));
  await cache.read("/x");
  cache.connection.send = () => Promise.reject(new RequestFailure(failures.shift() ?? 0, "", ""));
  await cache.read("/x");
  assertEquals(cache.snapshot("/x").answer?.value, { name: "web" });
  await cache.read("/x");
  assertEquals(cache.snapshot("/x").answer, null);
});
