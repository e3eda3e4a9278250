/// The tag selectors of some rules, each tried once for a name however many rules have it.
package struct TagSelection: Sendable {
    private let selectors: [RetentionSelector]
    /// For each rule the selectors that it has.
    package let ofRules: [SelectorSet]
    /// The selectors that select artifacts without a tag.
    package let untagged: SelectorSet

    package init(rules: [RetentionRule]) {
        var selectors: [RetentionSelector] = []
        var ofRules: [SelectorSet] = []
        for rule in rules {
            ofRules.append(
                rule.tags.reduce(into: []) { set, selector in
                    let place = selectors.firstIndex(of: selector) ?? selectors.count
                    if place == selectors.count { selectors.append(selector) }
                    set.insert(SelectorSet(place: place))
                })
        }
        self.selectors = selectors
        self.ofRules = ofRules
        untagged = selectors.indices.filter { selectors[$0].includesUntagged }
            .reduce(into: []) { $0.insert(SelectorSet(place: $1)) }
    }

    /// How many different selectors there are.
    var count: Int { selectors.count }

    /// The selectors that select a tag.
    package func selecting(_ tag: String) -> SelectorSet {
        var set: SelectorSet = []
        for place in selectors.indices where selectors[place].selects(tag) { set.insert(SelectorSet(place: place)) }
        return set
    }
}
