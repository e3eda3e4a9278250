import type { auditForwarding as english } from "../en/auditForwarding.ts";

/** 管理：将审计日志转发到 syslog 服务器。 */
export const auditForwarding: typeof english = {
  title: "转发",
  hint: "将每条记录发送到 syslog 服务器，可同时在此保留，也可只转发。",
  server: "syslog 服务器",
  endpoint: "地址",
  endpointHint: "udp://、tcp:// 或 tls:// 加“主机:端口”；只写“主机:端口”即为 TCP。留空则不转发。",
  only: "不在此保留记录",
  onlyHint: "记录只转发；此页面、导出和项目日志中不再有新记录。",
  onlyWarning: "从现在起，这里的审计日志不再有新记录。服务器未接收的记录将丢失。",
  discard: "放弃更改",
  explained: "发送方式",
  explanations: [
    "每条记录为一条 RFC 5424 消息：设施 13（审计），级别 6；被拒绝或失败的操作为级别 4。",
    "使用 UDP 时每条消息为一个数据报，使用 TCP 时为一行；使用 TLS 时按长度分帧，并验证服务器证书。",
    "服务器离线期间，记录保存在数据库中等待，恢复后按顺序发送，重启后也不会丢失。",
    "不在此保留的记录在内存中等待：最多 50,000 条，重启会丢失。",
    "中断恢复后，少数记录可能重复发送，可用其 id 区分。",
    "等待发送的数量见指标 haven_audit_forward_waiting，丢失的数量见 haven_audit_forward_dropped_total。",
    "推送、拉取和更改不会等待转发。",
  ],
  example: "示例",
};
