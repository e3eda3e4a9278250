import Events
import SQL

/// Tells the events' room what policies want, so that nothing is written that nobody wants.
enum WebhookInterest {
    /// The name of the webhooks among those who want events.
    static let consumer = "webhook"

    /// Says anew what the policies of a project want (0: those of the registry, of all projects), in the transaction
    /// that changes them.
    static func renew(projectID: Int64, on connection: any SQLConnection) throws {
        let wanted = try WebhookStore.wantedTypes(projectID: projectID, on: connection)
        try EventStore.setInterest(
            of: consumer, in: projectID == 0 ? nil : projectID,
            kinds: Set(wanted.compactMap { EventKind(rawValue: $0.rawValue) }), on: connection)
    }
}
