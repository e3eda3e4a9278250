import type { auditPurge as english } from "../en/auditPurge.ts";

/** 管理：自动清理旧的审计日志。 */
export const auditPurge: typeof english = {
  title: "清理",
  hint: "清理旧记录，避免日志无限增长。",
  runNow: "立即清理",
  tryNow: "立即统计",
  dryRunHint: "不做任何更改，只统计会被清理的记录数。",
  begun: "清理已开始",
  noRunsHint: "可以先统计会清理多少记录，统计不会做任何更改。",
  age: "清理早于以下时间的记录",
  ageHint: "无论哪种类型，较新的记录都会保留。",
  dayUnit: "天",
  hourUnit: "小时",
  days: (count) => `${count} 天`,
  hours: (count) => `${count} 小时`,
  olderThan: (age) => `早于 ${age}`,
  allTypes: "所有类型的记录",
  someTypes: (count, total) => `${total} 种类型中的 ${count} 种`,
  typesHint: "选择后只清理所选类型；不选则清理所有类型。",
  chooseAll: "所有类型",
  warning: (age, kinds) =>
    kinds === 0
      ? `早于 ${age} 的所有记录将被永久删除。如有需要，请先转发或导出。`
      : `早于 ${age} 的 ${kinds} 种所选类型的记录将被永久删除。`,
  describe: (age, kinds) => kinds === 0 ? `清理早于 ${age} 的记录` : `清理早于 ${age} 的 ${kinds} 种类型的记录`,
  removed: (count) => `已清理 ${count} 条记录`,
  wouldRemove: (count) => `将清理 ${count} 条记录`,
};
