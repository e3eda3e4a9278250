import Glibc
package import Logging
package import NIOPosix
import Synchronization

/// Holds the portal that is served, and takes a newer build when there is one.
package final class PortalLibrary: Sendable {
    private struct State {
        var files: PortalFiles?
        /// The directory whose files these are, and what it looked like; nil while they may still be being written.
        var read: (path: String, stamp: PortalDirectory.Stamp)?
        var checkedAt: ContinuousClock.Instant?
        /// What was last said in the log.
        var notice = ""
    }

    /// Files that are younger may still be being written, and times of files can be a second off.
    private let settlingSeconds: Int
    /// The places where a portal is looked for, in this order.
    private let places: [String]
    private let threads: NIOThreadPool
    private let logger: Logger
    private let interval: Duration
    private let state = Mutex(State())

    /// Reads the first portal that there is in one of some directories; without any it is looked for again later.
    ///
    /// This waits for the disk; later changes are noticed on `threads`, at most once in `interval`. A portal
    /// with files younger than `settlingSeconds` is read again each time.
    package init(
        places: [String], threads: NIOThreadPool, logger: Logger, interval: Duration = .seconds(1),
        settlingSeconds: Int = 2
    ) {
        self.places = places
        self.threads = threads
        self.logger = logger
        self.interval = interval
        self.settlingSeconds = settlingSeconds
        refresh()
        state.withLock { $0.checkedAt = .now }
    }

    /// The portal of today; nil if there is none anywhere.
    ///
    /// A developer who builds and reloads sees what was built. A build that isn't finished doesn't replace a whole one.
    package func files() async -> PortalFiles? {
        let isDue = state.withLock { state in
            let now = ContinuousClock.now
            if let last = state.checkedAt, last.duration(to: now) < interval { return false }
            state.checkedAt = now
            return true
        }
        if isDue { try? await threads.runIfActive { self.refresh() } }
        return state.withLock { $0.files }
    }

    private func refresh() {
        for place in places {
            let directory = PortalDirectory(path: place)
            guard let stamp = directory.stamp() else { continue }
            let known = state.withLock { $0.read }
            if let known, known.path == place, known.stamp == stamp { return }
            take(directory, stamp)
            return
        }
        // A build removes the old files before it writes the new ones: what was read stays.
        guard state.withLock({ $0.files }) == nil else { return }
        say(.notice, "no portal found", ["places": "\(places.joined(separator: " "))"])
    }

    private func take(_ directory: PortalDirectory, _ stamp: PortalDirectory.Stamp) {
        do {
            let (files, newest) = try directory.read()
            let isSettled = abs(Glibc.time(nil) - newest) > settlingSeconds && directory.stamp() == stamp
            state.withLock { state in
                state.files = files
                state.read = isSettled ? (directory.path, stamp) : nil
            }
            say(.info, "portal read", ["directory": "\(directory.path)", "assets": "\(files.assets.count)"])
        } catch {
            say(.warning, "portal not read", ["directory": "\(directory.path)", "error": "\(error)"])
        }
    }

    /// Logs something, unless it was the last that was said.
    private func say(_ level: Logger.Level, _ message: Logger.Message, _ metadata: Logger.Metadata) {
        let notice = "\(message) \(metadata)"
        let isNew = state.withLock { state in
            defer { state.notice = notice }
            return state.notice != notice
        }
        if isNew { logger.log(level: level, message, metadata: metadata) }
    }
}
