/// A first-in-first-out list that gives up elements from the front in constant time.
package struct Backlog<Element> {
    private var elements: [Element?] = []
    private var head = 0

    /// An empty backlog.
    package init() {}

    /// The number of waiting elements.
    package var count: Int { elements.count - head }

    /// The element that has waited longest.
    package var first: Element? { head < elements.count ? elements[head] : nil }

    /// Adds an element at the end.
    package mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Takes the element that has waited longest.
    package mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        let element = elements[head]
        elements[head] = nil
        head += 1
        // Moving the rest only when half is empty keeps the cost per element constant.
        if head == elements.count {
            elements.removeAll(keepingCapacity: true)
            head = 0
        } else if head >= 64, head * 2 >= elements.count {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }

    /// Takes out the first element that satisfies the condition.
    package mutating func remove(where condition: (Element) -> Bool) -> Element? {
        guard let position = elements[head...].firstIndex(where: { $0.map(condition) ?? false }) else { return nil }
        return elements.remove(at: position)
    }
}
