import type { groups as english } from "../en/groups.ts";

export const groups: typeof english = {
  description: "可以一起获得角色的一组人员。",
};
