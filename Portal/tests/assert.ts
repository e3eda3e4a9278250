/** Fails with both values unless they are the same as JSON. */
export function assertEquals(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`expected ${right}, but it is ${left}`);
}
