import HTTPTypes
import OCI
import OutboundHTTP

/// What an answer means for a delivery.
enum WebhookVerdict: Hashable, Sendable {
    case delivered
    /// Trying again may help; at the earliest after so many seconds, if the target says so.
    case failed(String, retryAfter: Int64?)
    /// Trying again won't help.
    case refused(String)

    /// Longest time that a target may ask for, in seconds.
    private static let longestPause: Int64 = 900

    /// Decides by the status, and with chat programs by the code in the answer, which they send with the status 200.
    init(_ answer: OutboundAnswer, from kind: WebhookTargetKind) {
        switch answer.status {
        case 200..<300: self = Self.program(answer, kind) ?? .delivered
        case 300..<400:
            self = .refused("the answer is \(answer.status): redirects aren't followed, use the address they lead to")
        case 408, 425, 429, 500...:
            self = .failed("the answer is \(answer.status)", retryAfter: Self.pause(answer))
        default: self = .refused("the answer is \(answer.status)")
        }
    }

    private static func pause(_ answer: OutboundAnswer) -> Int64? {
        guard let text = answer.headers[.retryAfter], let seconds = Int64(text), seconds >= 0 else { return nil }
        return min(seconds, longestPause)
    }

    /// What a chat program says; nil if it is content.
    private static func program(_ answer: OutboundAnswer, _ kind: WebhookTargetKind) -> WebhookVerdict? {
        let names: (code: String, message: String)
        switch kind {
        case .http, .slack: return nil
        case .dingtalk, .wecom: names = ("errcode", "errmsg")
        case .feishu: names = ("code", "msg")
        }
        guard let object = try? JSONValue(parsing: answer.body), let code = object[names.code]?.integer, code != 0
        else {
            return nil
        }
        let text = "\(kind.rawValue) answers \(code): \(object[names.message]?.string ?? "")"
        return passing.contains(code) ? .failed(text, retryAfter: 60) : .refused(text)
    }

    /// Codes for "busy" and "too many messages a minute": DingTalk's, WeCom's and Feishu's.
    private static let passing: Set<Int64> = [-1, 130_101, 410_100, 45_009, 45_033, 9499, 11_232]
}
