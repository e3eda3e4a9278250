import OCI
import Time

/// A message to a Slack channel: Harbor's blocks.
enum SlackMessage {
    /// Slack refuses sections with more than 3,000 characters.
    private static let maximumData = 2900

    /// The whole body.
    static func body(of notice: WebhookNotice) -> WebhookBody {
        let data = IndentedJSON.text(of: .object(HarborPayload.data(of: notice)))
        let date = "<!date^\(notice.occurredAt.seconds)^{date} at {time}|\(notice.occurredAt.internetText)>"
        let texts = [
            "*Harbor webhook events*", "*event_type:* \(notice.eventType.rawValue)", "*occur_at:* \(date)",
            "*operator:* \(escaped(notice.operatorName))", "*event_data:*",
            "```\(escaped(data).cut(toUTF8: maximumData))```",
        ]
        let blocks = texts.map { text -> JSONValue in
            ["type": "section", "text": ["type": "mrkdwn", "text": .string(text)]]
        }
        return WebhookBody(["blocks": .array(blocks)])
    }

    /// Slack's own commands, such as those that call everybody, begin with these signs.
    private static func escaped(_ text: String) -> String {
        String(decoding: MustacheEscaping.slack(text), as: UTF8.self)
    }
}
