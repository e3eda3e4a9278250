import type { quotas as english } from "../en/quotas.ts";

export const quotas: typeof english = {
  description: "各项目已用和可用的存储空间。",
};
