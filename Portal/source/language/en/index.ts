import { common } from "./common.ts";
import { shell } from "./shell.ts";
import { signIn } from "./signIn.ts";

/** The catalogue in English. */
export const text = { common, shell, signIn };
