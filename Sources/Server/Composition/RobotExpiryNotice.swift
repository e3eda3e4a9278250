import Access
import Logging

/// Warns once a day of robot accounts that end within seven days.
struct RobotExpiryNotice {
    private static let listed = 20
    let robots: RobotService
    let logger: Logger

    /// Warns now and then every day until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await warn()
            try? await Task.sleep(for: .seconds(86_400))
        }
    }

    private func warn() async {
        guard let ending = try? await robots.expiringSoon(limit: Self.listed + 1), !ending.isEmpty else { return }
        var names = ending.prefix(Self.listed).map(\.name)
        if ending.count > Self.listed { names.append("…") }
        logger.warning(
            "robot accounts expire within seven days: give them a longer duration",
            metadata: ["robots": "\(names.joined(separator: " "))"])
    }
}
