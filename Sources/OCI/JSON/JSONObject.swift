/// A JSON object: members in the order in which they were written, no name twice.
///
/// Two names are the same when they are canonically equivalent in Unicode, as Swift's strings are.
package struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// A name and its value.
    package struct Member: Hashable, Sendable {
        /// The name.
        package let name: String
        /// The value.
        package let value: JSONValue
    }

    /// The members in the order in which they were written.
    package private(set) var members: [Member]

    /// Makes an object without members.
    package init() {
        members = []
    }

    /// Makes an object of the members given, in their order; of two with the same name the last one counts.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init()
        for (name, value) in elements { self[name] = value }
    }

    /// Takes members that are known to have different names.
    init(distinct members: [Member]) {
        self.members = members
    }

    /// The value of the member with this name; setting nil removes the member. Looks at one member after the other.
    package subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index] = Member(name: name, value: value)
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}
