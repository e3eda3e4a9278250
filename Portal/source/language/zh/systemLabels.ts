import type { systemLabels as english } from "../en/systemLabels.ts";

export const systemLabels: typeof english = {
  description: "所有项目的制品都可以使用的标记。",
};
