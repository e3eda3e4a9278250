/** Administration: the audit log is sent to a syslog server. */
export const auditForwarding = {
  title: "Forwarding",
  hint: "Sends each entry to a syslog server, beside keeping it here or instead.",
  server: "Syslog server",
  endpoint: "Endpoint",
  endpointHint: "udp://, tcp:// or tls:// with HOST:PORT; HOST:PORT alone is TCP. Without one nothing is sent.",
  only: "Don't keep entries here",
  onlyHint: "Entries are only sent; this page, exports and projects' logs have no new ones.",
  onlyWarning: "From now on nothing new appears in the audit log here. What the server doesn't take is lost.",
  discard: "Discard",
  explained: "How it is sent",
  explanations: [
    "Each entry is a message of RFC 5424: facility 13 (log audit), severity 6, or 4 for what was refused or failed.",
    "Over UDP a message is a datagram, over TCP a line. Over TLS it is framed by its length, and the server's certificate is checked.",
    "While the server is away, entries wait in the database and are sent in order when it is back, also after a restart.",
    "Entries that aren't kept here wait in memory: up to 50,000 of them, and a restart loses them.",
    "After an outage a few may come twice: their id tells them apart.",
    "How many wait is in the metric haven_audit_forward_waiting, what was lost in haven_audit_forward_dropped_total.",
    "Pushes, pulls and changes never wait for it.",
  ],
  example: "A message",
};
