import type { quotas as english } from "../en/quotas.ts";

/** 系统管理：项目的存储用量和限额。 */
export const quotas: typeof english = {
  description: "各项目已用和可用的存储空间，回收站中的内容不计入。",
  filter: "按项目筛选",
  empty: "还没有项目",
  project: "项目",
  owner: "所有者",
  used: "已用",
  limit: "限额",
  share: "限额占用比例",
  nearlyFull: "即将用满",
  full: "已用满",
  edit: (project) => `修改 ${project} 的限额`,
  editTitle: (project) => `${project} 的限额`,
  holds: (used) => `目前已用 ${used}。`,
  tooLow: "低于已用空间：不会删除内容，但会拒绝增加用量的推送。",
  saved: (project) => `已修改 ${project} 的限额`,
  defaultLabel: "新项目的限额",
  defaultEdit: "修改",
  defaultEditName: "修改新项目的限额",
  defaultHint: "已有项目的限额不变。",
  defaultFixed: "由服务器启动参数设定",
  total: "存储总量",
  totalHint: "多个项目共用的内容只存储一份，但会计入每个项目。",
  off: "目前未启用限额。",
  turnOn: "前往配置页修改",
};
