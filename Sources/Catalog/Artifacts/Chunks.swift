extension Array {
    /// The elements in runs of at most `size`, so that no statement has more values than a database takes.
    func chunks(of size: Int = 1000) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
