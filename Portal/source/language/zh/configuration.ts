import type { configuration as english } from "../en/configuration.ts";

export const configuration: typeof english = {
  description: "镜像仓库的运行方式，修改立即生效。",
};
