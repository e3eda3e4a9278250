import type { health as english } from "../en/health.ts";

export const health: typeof english = {
  description: "镜像仓库当前的运行状态。",
};
