import type { commands as english } from "../en/commands.ts";

/** 客户端命令、摘要与平台。 */
export const commands: typeof english = {
  client: "客户端",
  pull: "拉取",
  push: "推送",
  copyCommand: "复制命令",
  copyCommands: "复制全部命令",
  clientNames: {
    docker: "docker",
    podman: "podman",
    nerdctl: "nerdctl",
    ctr: "ctr",
    helm: "helm",
    oras: "oras",
  },
  image: "镜像",
  chart: "Helm Chart",
  file: "其他文件",
  kind: "推送内容",
  dockerPlain: "除本机外，Docker 只有在守护进程的 insecure-registries 中列出该仓库服务时才会使用不加密的连接。",
  copyDigest: "复制摘要",
  morePlatforms: (count) => `+${count}`,
  noMarkdown: "无法显示带格式的文本。",
  shortenedMarkdown: "文本过长，此处只显示一部分。",
};
