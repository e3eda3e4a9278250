extension Array {
    /// The elements in runs of at most `size`, so that no statement has more values than a database takes, and no
    /// transaction lasts long.
    package func chunks(of size: Int = 1000) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
