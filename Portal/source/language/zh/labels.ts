import type { labels as english } from "../en/labels.ts";

/** 项目或整个仓库的标记。 */
export const labels: typeof english = {
  title: "标记",
  filter: "按名称筛选",
  none: "还没有标记",
  noneHint: "标记用来给制品做记号，例如运行环境或检查结果。",
  create: "新建标记",
  created: (name) => `标记 ${name} 已创建`,
  edit: (name) => `编辑 ${name}`,
  color: "颜色",
  palette: "可选颜色",
  useColor: (color) => `使用 ${color}`,
  preview: "预览",
  actionsOn: (name) => `对 ${name} 的操作`,
  deleteTitle: "删除此标记？",
  deleteSubmit: "删除标记",
  deleteHint: "所有带有此标记的制品都会失去它。此操作无法撤销，制品本身会保留。",
  deleted: (name) => `标记 ${name} 已删除`,
};
