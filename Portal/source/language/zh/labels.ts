import type { labels as english } from "../en/labels.ts";

/** 项目或整个仓库的标签。 */
export const labels: typeof english = {
  title: "标签",
  filter: "按名称筛选",
  none: "还没有标签",
  noneHint: "标签用来标记制品，例如运行环境或检查结果。",
  create: "新建标签",
  created: (name) => `标签 ${name} 已创建`,
  edit: (name) => `编辑 ${name}`,
  color: "颜色",
  palette: "可选颜色",
  useColor: (color) => `使用 ${color}`,
  preview: "预览",
  actionsOn: (name) => `对 ${name} 的操作`,
  deleteTitle: "删除此标签？",
  deleteSubmit: "删除标签",
  deleteHint: "所有带有此标签的制品都会失去它。此操作无法撤销，制品本身会保留。",
  deleted: (name) => `标签 ${name} 已删除`,
};
