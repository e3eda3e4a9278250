/// What kind of receiver a target is: Harbor's `http` and `slack`, and the chat programs that China uses.
package enum WebhookTargetKind: String, CaseIterable, Sendable {
    /// Anything that takes JSON by POST.
    case http
    case slack
    case dingtalk
    case wecom
    case feishu

    /// How the body of a request to such a target may be made; the first is what counts if nothing is said.
    package var formats: [WebhookPayloadFormat] {
        self == .http ? [.harbor, .cloudEvents, .custom] : [.harbor, .custom]
    }

    /// The type of the job that delivers to such a target, in Harbor's words.
    package var jobType: String { self == .slack ? "SLACK" : "WEBHOOK" }

    /// The types of the jobs that deliver, which are the vendor types of their executions too.
    package static let jobTypes = ["WEBHOOK", "SLACK"]
}

/// How the body of a request is made.
package enum WebhookPayloadFormat: String, CaseIterable, Sendable {
    /// Harbor's own format; for a chat program its usual message.
    case harbor = "Default"
    /// CloudEvents 1.0, structured mode.
    case cloudEvents = "CloudEvents"
    /// A template that the target brings.
    case custom = "Custom"
}
