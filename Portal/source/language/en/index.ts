import { commands } from "./commands.ts";
import { common } from "./common.ts";
import { project } from "./project.ts";
import { projects } from "./projects.ts";
import { shell } from "./shell.ts";
import { signIn } from "./signIn.ts";

/** The catalogue in English. */
export const text = { commands, common, project, projects, shell, signIn };
