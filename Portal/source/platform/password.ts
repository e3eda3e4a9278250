const lowerCase = "abcdefghijkmnpqrstuvwxyz";
const upperCase = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const digits = "23456789";
/** Without those that look alike: passwords are read out and typed. */
const characters = lowerCase + upperCase + digits;

/** Whether a password keeps the registry's rule: 8 to 128 characters, of both cases and with a digit. */
export function keepsPasswordRule(password: string): boolean {
  const length = [...password].length;
  return length >= 8 && length <= 128 && [/[a-z]/, /[A-Z]/, /[0-9]/].every((kind) => kind.test(password));
}

/** Makes up a password of 20 characters that keeps the rule. */
export function makePassword(): string {
  for (;;) {
    const password = Array.from({ length: 20 }, randomCharacter).join("");
    if (keepsPasswordRule(password)) return password;
  }
}

function randomCharacter(): string {
  const bound = 256 - 256 % characters.length;
  for (;;) {
    const [byte = bound] = crypto.getRandomValues(new Uint8Array(1));
    // Larger ones would make the first characters likelier.
    if (byte < bound) return characters.charAt(byte % characters.length);
  }
}
