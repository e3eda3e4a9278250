import OCI

/// A message to a group of DingTalk, by its custom robot: Markdown.
enum DingTalkMessage {
    /// DingTalk takes at most 20,000 bytes.
    private static let maximumText = 18_000

    /// The whole body.
    static func body(of notice: WebhookNotice) -> WebhookBody {
        let text = ChatText(notice)
        let lines = text.lines.map { "- **\($0.name)**: \($0.value)" }.joined(separator: "\n")
        return WebhookBody([
            "msgtype": "markdown",
            "markdown": [
                "title": .string(text.title),
                "text": .string("### \(text.title)\n\n\(lines)".cut(toUTF8: maximumText)),
            ],
        ])
    }
}

/// A message to a group of WeCom, by its group robot: Markdown.
enum WeComMessage {
    /// WeCom takes at most 4,096 bytes.
    private static let maximumText = 4000

    /// The whole body.
    static func body(of notice: WebhookNotice) -> WebhookBody {
        let text = ChatText(notice)
        let lines = text.lines.map { "> \($0.name): \($0.value)" }.joined(separator: "\n")
        return WebhookBody([
            "msgtype": "markdown",
            "markdown": ["content": .string("### \(text.title)\n\(lines)".cut(toUTF8: maximumText))],
        ])
    }
}

/// A message to a group of Feishu or Lark, by its custom bot: a card.
enum FeishuMessage {
    /// Feishu takes at most 20 KiB altogether.
    private static let maximumText = 16_000

    /// The whole body.
    static func body(of notice: WebhookNotice) -> WebhookBody {
        let text = ChatText(notice)
        let lines = text.lines.map { "**\($0.name)**: \($0.value)" }.joined(separator: "\n").cut(toUTF8: maximumText)
        return WebhookBody([
            "msg_type": "interactive",
            "card": [
                "config": ["wide_screen_mode": true],
                "header": [
                    "title": ["tag": "plain_text", "content": .string(text.title)],
                    "template": .string(color(of: notice.eventType)),
                ],
                "elements": [["tag": "div", "text": ["tag": "lark_md", "content": .string(lines)]]],
            ],
        ])
    }

    private static func color(of type: WebhookEventType) -> String {
        switch type {
        case .quotaExceed, .scanningFailed: "red"
        case .quotaWarning, .scanningStopped, .deleteArtifact: "orange"
        case .pushArtifact, .pullArtifact, .scanningCompleted, .replication, .tagRetention: "blue"
        }
    }
}
