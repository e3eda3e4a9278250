import { Connection } from "../source/platform/connection.ts";
import { assertEquals } from "./assert.ts";

/** A connection whose requests are answered 401 until somebody has signed in, and how often it has asked for that. */
function connectionWithEndedSession(signsIn: boolean) {
  let status = 401;
  const asked = { times: 0 };
  globalThis.fetch = () => Promise.resolve(new Response("{}", { status }));
  const connection = new Connection();
  connection.whenSessionEnds = () => {
    asked.times++;
    if (signsIn) status = 200;
    return Promise.resolve(signsIn);
  };
  return { connection, asked };
}

const statusOf = (answer: Promise<Response>) => answer.then((response) => response.status, (failure) => failure.status);

Deno.test("a request that met an ended session goes on after the sign-in", async () => {
  const { connection, asked } = connectionWithEndedSession(true);
  assertEquals([await statusOf(connection.send("/x")), asked.times], [200, 1]);
});

Deno.test("a sign-in that was put off is asked for again only by what somebody does", async () => {
  const { connection, asked } = connectionWithEndedSession(false);
  await statusOf(connection.send("/x", { isUnasked: true }));
  assertEquals(asked.times, 1);
  assertEquals([await statusOf(connection.send("/x", { isUnasked: true })), asked.times], [401, 1]);
  assertEquals([await statusOf(connection.send("/x")), asked.times], [401, 2]);
});
