/// Which part of a list is asked for, and in which order.
package struct ListRequest: Sendable, Hashable {
    /// What the elements have to satisfy; all of it.
    package var filters: [FilterTerm]
    /// The order, most important key first; empty: the list's own.
    package var sort: [SortKey]
    /// The part.
    package var page: Page

    package init(filters: [FilterTerm] = [], sort: [SortKey] = [], page: Page = .first) {
        self.filters = filters
        self.sort = sort
        self.page = page
    }

    /// The condition on a key, if there is one; the last one counts.
    package func condition(on key: String) -> FilterCondition? {
        filters.last { $0.key.utf8.elementsEqual(key.utf8) }?.condition
    }

    /// The request without the conditions on a key, for lists that look after it themselves.
    package func removing(_ key: String) -> ListRequest {
        var rest = self
        rest.filters.removeAll { $0.key.utf8.elementsEqual(key.utf8) }
        return rest
    }
}

/// A part of a list: its number from 1, and how many elements it has.
package struct Page: Sendable, Hashable {
    /// The most elements that a page may have.
    package static let maximumSize = 100
    /// Pages behind this number are not served: skipping costs the database time.
    package static let maximumNumber = 1_000_000
    /// The first page of Harbor's size, 10 elements.
    package static let first = Page()

    /// The number, from 1.
    package let number: Int
    /// The number of elements, 1 to 100; nil: all there are.
    package let size: Int?
    private let mostOfAll: Int

    private init(size: Int? = 10, mostOfAll: Int = 1000) {
        number = 1
        self.size = size
        self.mostOfAll = mostOfAll
    }

    /// Everything there is, for those who run the registry.
    package static let everything = Page(size: nil, mostOfAll: .max)

    /// Checks a page; throws `ListingError.pageOutOfRange`. Harbor serves everything for the size 0: so do we.
    package init(number: Int64, size: Int64) throws(ListingError) {
        guard (1...Int64(Self.maximumNumber)).contains(number) else { throw .pageOutOfRange }
        guard (0...Int64(Self.maximumSize)).contains(size) else { throw .pageSizeOutOfRange }
        self.number = Int(number)
        self.size = size == 0 ? nil : Int(size)
        mostOfAll = 1000
    }

    /// How many elements come before the page.
    package var offset: Int { size.map { (number - 1) * $0 } ?? 0 }

    /// How many elements the whole list has, if that can be told from how many were `found` when up to one more than
    /// `limit` was read from the page's beginning.
    package func total(found: Int) -> Int64? {
        guard found <= limit, found > 0 || offset == 0 else { return nil }
        return Int64(offset + found)
    }

    /// The most elements to be read: with all asked for, 1,000, so that no answer fills the memory.
    package var limit: Int { size ?? mostOfAll }
}

/// A key of a list's order.
package struct SortKey: Sendable, Hashable {
    package let key: String
    package let isDescending: Bool

    package init(key: String, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }

    /// Reads Harbor's `sort` parameter, such as `name,-creation_time`; at most eight keys count.
    package static func parse(_ text: String) -> [SortKey] {
        text.split(separator: ",").prefix(8).compactMap { part in
            let key = part.trimmingPrefix { $0 == " " }
            let isDescending = key.first == "-"
            let name = key.drop { $0 == "-" || $0 == "+" }
            guard !name.isEmpty, name.utf8.count <= 64 else { return nil }
            return SortKey(key: String(name), isDescending: isDescending)
        }
    }
}

/// A page of a list, and how many elements the whole list has.
package struct Listed<Element: Sendable>: Sendable {
    package let elements: [Element]
    package let total: Int64

    package init(elements: [Element], total: Int64) {
        self.elements = elements
        self.total = total
    }

    /// The same page of other values.
    package func map<Other: Sendable>(_ transform: (Element) throws -> Other) rethrows -> Listed<Other> {
        Listed<Other>(elements: try elements.map(transform), total: total)
    }
}
