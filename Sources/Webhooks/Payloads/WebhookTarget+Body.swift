import OCI
import Time

extension WebhookTarget {
    /// Says what happened in the form that this target takes.
    ///
    /// If that is a template whose result is too large, or no text that a task can hold, the body can't be sent and says
    /// why.
    package func body(of notice: WebhookNotice) -> WebhookBody {
        let body = template?.body(of: notice) ?? usualBody(of: notice)
        guard body.isReadable else {
            return .unsendable("the body has too many combining characters in a row")
        }
        return body
    }

    private func usualBody(of notice: WebhookNotice) -> WebhookBody {
        switch (kind, format) {
        case (_, .cloudEvents): return CloudEvent.body(of: notice)
        case (.http, _): return WebhookBody(HarborPayload.object(of: notice))
        case (.slack, _): return SlackMessage.body(of: notice)
        case (.dingtalk, _): return DingTalkMessage.body(of: notice)
        case (.wecom, _): return WeComMessage.body(of: notice)
        case (.feishu, _): return FeishuMessage.body(of: notice)
        }
    }
}

extension WebhookBody {
    /// A JSON document.
    init(_ object: JSONObject, contentType: String = "application/json") {
        self.init(
            contentType: contentType, text: String(decoding: JSONValue.object(object).encoded(), as: UTF8.self))
    }

    /// What can't be sent, and why: it has no content type.
    static func unsendable(_ reason: String) -> WebhookBody { WebhookBody(contentType: "", text: reason) }

    /// Whether the JSON of a task's parameters, where the text waits, can be read again.
    fileprivate var isReadable: Bool {
        (try? JSONValue(parsing: JSONValue.string(text).encoded())) != nil
    }

    /// Whether it can be sent; if not, its text says why.
    package var isSendable: Bool { !contentType.isEmpty }
}

extension WebhookTemplate {
    /// What names in templates stand for: Harbor's payload, and some more.
    static func values(of notice: WebhookNotice) -> JSONObject {
        var object = HarborPayload.object(of: notice)
        object["occurred_at"] = .string(notice.occurredAt.internetText)
        object["delivery_id"] = .string(notice.identifier)
        object["policy_id"] = .integer(notice.policyID)
        object["project"] = ["id": .integer(notice.projectID), "name": .string(notice.projectName)]
        object["registry_url"] = .string(notice.registryURL)
        return object
    }

    func body(of notice: WebhookNotice) -> WebhookBody {
        do {
            let escaping = MustacheEscaping(contentType: contentType)
            let text = try MustacheRenderer.text(
                of: compiled, with: .object(Self.values(of: notice)), escaping: escaping)
            return WebhookBody(contentType: contentType, text: text)
        } catch { return .unsendable("\(error)") }
    }
}
