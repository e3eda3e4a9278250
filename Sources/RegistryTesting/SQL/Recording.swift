import Synchronization

/// What happened, in its order, told from any thread.
package final class Recording<Element: Sendable>: Sendable {
    private let list = Mutex<[Element]>([])

    /// An empty recording.
    package init() {}

    /// What was told so far.
    package var elements: [Element] { list.withLock { $0 } }

    /// Adds something that happened.
    package func append(_ element: Element) {
        list.withLock { $0.append(element) }
    }
}
