import Events
import OCI
import Time

/// What messages to chat programs say, in Chinese: those that have no form of Harbor's are used in China.
struct ChatText {
    /// One line that says what happened.
    let title: String
    /// What there is to say besides: names and values.
    let lines: [(name: String, value: String)]

    /// Most artifacts that are listed.
    private static let maximumArtifacts = 10

    init(_ notice: WebhookNotice) {
        title = "\(Self.name(of: notice.eventType)) (\(notice.eventType.rawValue))"
        var lines = [("项目", notice.projectName)]
        if let repository = notice.repository {
            lines.append(("仓库", repository.name))
            for artifact in notice.artifacts.prefix(Self.maximumArtifacts) {
                lines.append(("制品", notice.reference(of: artifact, in: repository)))
            }
            let more = notice.artifacts.count - Self.maximumArtifacts
            if more > 0 { lines.append(("其他制品", "\(more)")) }
        }
        if let details = notice.attributes["details"]?.string { lines.append(("详情", details)) }
        if let total = notice.attributes["total"]?.integer, let kept = notice.attributes["retained"]?.integer {
            lines.append(("保留", "\(kept) / \(total)"))
        }
        lines.append(("操作者", notice.operatorName.isEmpty ? "-" : notice.operatorName))
        lines.append(("时间", notice.occurredAt.internetText))
        self.lines = lines.map { ($0, Self.plain($1)) }
    }

    /// The programs' commands, such as those that call everybody, stand in angle brackets; a value is one line.
    private static func plain(_ text: String) -> String {
        String(
            text.map { character in
                switch character {
                case "<": "‹"
                case ">": "›"
                case _ where character.isNewline: " "
                default: character
                }
            })
    }

    private static func name(of type: WebhookEventType) -> String {
        switch type {
        case .pushArtifact: "推送制品"
        case .pullArtifact: "拉取制品"
        case .deleteArtifact: "删除制品"
        case .quotaExceed: "超出存储配额"
        case .quotaWarning: "接近存储配额"
        case .scanningFailed: "扫描失败"
        case .scanningStopped: "扫描停止"
        case .scanningCompleted: "扫描完成"
        case .replication: "复制状态变更"
        case .tagRetention: "标签保留完成"
        }
    }
}
