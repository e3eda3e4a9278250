import type { roles as english } from "../en/roles.ts";

export const roles: typeof english = {
  description: "项目成员可以执行的操作。",
};
