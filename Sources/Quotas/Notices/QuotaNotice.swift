import Admission
import Events
import SQL
import Time

/// What others are told of a project's storage: that little is left, or that a push was refused.
///
/// A client that pushes in a loop must not flood anybody, so each kind is told of once in its interval, by all
/// processes together.
enum QuotaNotice: Sendable, Hashable {
    /// The project uses `percent` of its limit or more.
    case warning(used: Int64, limit: Int64)
    /// A push was refused.
    case exceeded(AdmissionError)

    /// From how much of the limit on there is a warning, as in Harbor.
    static let percent: Int64 = 85

    /// A warning, if a project with this limit and usage deserves one.
    init?(used: Int64, limit: Int64) {
        guard limit > 0, used >= limit / 100 * Self.percent + limit % 100 * Self.percent / 100 else { return nil }
        self = .warning(used: used, limit: limit)
    }

    var kind: EventKind {
        switch self {
        case .warning: .quotaWarning
        case .exceeded: .quotaExceeded
        }
    }

    /// Seconds between two notices of the kind.
    var interval: Int64 {
        switch self {
        case .warning: 3600
        case .exceeded: 300
        }
    }

    /// Harbor's words.
    var details: String {
        switch self {
        case .warning(let used, let limit):
            "quota usage reach \(Self.percent)%: resource storage used \(AdmissionError.amount(used)) of "
                + AdmissionError.amount(limit)
        case .exceeded(let error): error.description
        }
    }
}

/// The artifact that a notice is about, as far as there is one.
struct QuotaNoticeSubject: Sendable, Hashable {
    let projectID: Int64
    var repositoryName: String?
    var artifacts: [EventArtifact] = []
    var operatorName = ""
}
