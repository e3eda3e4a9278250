import type { apiReference as english } from "../en/apiReference.ts";

/** 管理 API 参考；接口说明只有英文。 */
export const apiReference: typeof english = {
  intro: "控制台能做的，程序也能通过 API 完成。API 与 Harbor 兼容，扩展部分另有标记。接口说明为英文。",
  download: "OpenAPI 文档",
  filter: "按路径、名称或描述筛选",
  showLater: "显示后续版本的操作",
  count: (count) => `${count} 个操作`,
  extension: "扩展",
  later: "后续版本",
  laterHint: "该操作将在后续版本中提供，目前返回 501 或空列表。",
  permission: "所需权限",
  name: "操作",
  copyLink: "复制此操作的链接",
  command: "命令",
  parameters: "参数",
  place: "位置",
  required: "必填",
  body: "请求体",
  answers: "响应",
  anyName: "任意名称",
};
