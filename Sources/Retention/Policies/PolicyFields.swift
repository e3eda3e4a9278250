import OCI

/// A JSON object of a policy, read member by member: every mistake names its place.
struct PolicyFields {
    let object: JSONObject
    /// How the names of its members begin in messages.
    let path: String

    init(_ object: JSONObject, path: String = "") {
        self.object = object
        self.path = path
    }

    /// A mistake at a member.
    func mistake(_ name: String, _ expected: String) -> RetentionError {
        .invalid("\(path)\(name) in body \(expected)")
    }

    /// The member of any type; nil if it is absent or null.
    private func value(_ name: String) -> JSONValue? { object[name] == .null ? nil : object[name] }

    func text(_ name: String, most: Int = 255) throws(RetentionError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else { throw mistake(name, "must be a string") }
        guard text.utf8.count <= most else { throw mistake(name, "must have at most \(most) bytes") }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            throw mistake(name, "must not contain control characters")
        }
        return text
    }

    /// A text that is one of some words; `standard` if it is absent, and a mistake if there is none.
    func word<Word: RawRepresentable<String>>(
        _ name: String, of words: [Word], standard: Word? = nil
    ) throws(RetentionError) -> Word {
        let text = try text(name)
        if let word = text.flatMap(Word.init(rawValue:)), words.contains(where: { $0.rawValue == word.rawValue }) {
            return word
        }
        if let standard, text?.isEmpty ?? true { return standard }
        throw mistake(name, "must be \(words.map(\.rawValue).joined(separator: ", "))")
    }

    func integer(_ name: String, in range: ClosedRange<Int64>) throws(RetentionError) -> Int64? {
        guard let value = value(name) else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw mistake(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func bool(_ name: String) throws(RetentionError) -> Bool? {
        guard let value = value(name) else { return nil }
        guard let flag = value.bool else { throw mistake(name, "must be true or false") }
        return flag
    }

    func fields(_ name: String) throws(RetentionError) -> PolicyFields? {
        guard let value = value(name) else { return nil }
        guard let inner = value.object else { throw mistake(name, "must be an object") }
        return PolicyFields(inner, path: "\(path)\(name).")
    }

    /// An array of objects of a permitted length.
    func list(_ name: String, counts: ClosedRange<Int>) throws(RetentionError) -> [PolicyFields] {
        let elements = value(name) ?? .array([])
        guard let elements = elements.array else { throw mistake(name, "must be an array") }
        guard counts.contains(elements.count) else {
            throw mistake(name, "must have \(counts.lowerBound) to \(counts.upperBound) elements")
        }
        var found: [PolicyFields] = []
        for (index, element) in elements.enumerated() {
            guard let inner = element.object else { throw mistake("\(name)[\(index)]", "must be an object") }
            found.append(PolicyFields(inner, path: "\(path)\(name)[\(index)]."))
        }
        return found
    }
}
