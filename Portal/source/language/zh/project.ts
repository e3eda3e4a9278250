import type { project as english } from "../en/project.ts";

/** 项目页面的框架及其镜像仓库。 */
export const project: typeof english = {
  pages: "项目页面",
  repositories: "镜像仓库",
  members: "成员",
  labels: "标记",
  robots: "机器人账号",
  retention: "保留策略",
  webhooks: "Webhook",
  policy: "策略",
  trash: "回收站",
  logs: "审计日志",
  settings: "设置",
  renamed: (before, now) => `${before} 现在名为 ${now}。`,
  artifacts: "制品",
  pulls: "拉取次数",
  lastPush: "最近推送",
  filterRepositories: "按名称筛选",
  pushCommands: "推送命令",
  pushTitle: (name) => `推送到 ${name}`,
  noRepositories: "还没有镜像仓库",
  noRepositoriesPush: "推送内容后，镜像仓库会自动出现：",
  noRepositoriesHint: "有人推送内容后，镜像仓库会自动出现。",
  roles: {
    projectAdmin: "项目管理员",
    maintainer: "维护人员",
    developer: "开发者",
    guest: "访客",
    limitedGuest: "受限访客",
  },
};
