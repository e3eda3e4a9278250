import type { systemLabels as english } from "../en/systemLabels.ts";

/** 系统管理：所有项目可用的标记。 */
export const systemLabels: typeof english = {
  description: "所有项目的制品都可以使用的标记。",
};
