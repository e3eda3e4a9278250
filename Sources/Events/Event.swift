package import Time

/// Something that happened in a project and that somebody wants to be told of.
package struct Event: Hashable, Sendable {
    /// Events of one database are numbered in about the order in which they happened.
    package let id: Int64
    package let kind: EventKind
    package let projectID: Int64
    /// The name of whoever did it; empty for nobody who signed in.
    package let operatorName: String
    package let occurredAt: Timestamp
    package let content: EventContent
}

/// An event that is to be written in the transaction of what it tells of.
package struct NewEvent: Hashable, Sendable {
    package let kind: EventKind
    package let projectID: Int64
    /// The name of whoever did it; empty for nobody who signed in.
    package let operatorName: String
    package let occurredAt: Timestamp
    package let content: EventContent

    package init(
        _ kind: EventKind, projectID: Int64, operatorName: String, occurredAt: Timestamp, content: EventContent
    ) {
        self.kind = kind
        self.projectID = projectID
        self.operatorName = operatorName
        self.occurredAt = occurredAt
        self.content = content
    }
}
