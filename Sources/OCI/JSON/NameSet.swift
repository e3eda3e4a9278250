/// The names that one object has so far: compared one by one while there are few, hashed when there are many.
struct NameSet {
    private var hashed: Set<String> = []

    private static let fewNames = 16

    /// Takes a name and says whether it is new; `members` are those that were taken before.
    mutating func insert(_ name: String, after members: [JSONObject.Member]) -> Bool {
        if members.count < Self.fewNames {
            return !members.contains { $0.name == name }
        }
        if hashed.isEmpty { hashed = Set(members.map(\.name)) }
        return hashed.insert(name).inserted
    }
}
