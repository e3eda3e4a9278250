#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A moment as the database keeps it: microseconds since 1970 UTC, bound from Swift and never taken from the server.
package struct Timestamp: Hashable, Comparable, Sendable, SQLValueConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// Whole seconds since 1970 UTC.
    package var seconds: Int64 { microseconds / 1_000_000 }

    package var sqlValue: SQLValue { .integer(microseconds) }

    /// The moment `seconds` later, or earlier if negative.
    package func advanced(bySeconds seconds: Int64) -> Timestamp {
        Timestamp(microseconds: microseconds + seconds * 1_000_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }
}

/// Tells the time; tests set it by hand.
package struct WallClock: Sendable {
    private let read: @Sendable () -> Timestamp

    /// A clock that answers what `read` returns.
    package init(_ read: @escaping @Sendable () -> Timestamp) { self.read = read }

    /// The machine's clock.
    package static let system = WallClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// The current moment.
    package var now: Timestamp { read() }
}
