/** Whether a password has what the registry asks of one: its length, and three kinds of characters. */
export function followsPasswordRule(password: string): boolean {
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u];
  return password.length >= 8 && password.length <= 128 && kinds.every((kind) => kind.test(password));
}
