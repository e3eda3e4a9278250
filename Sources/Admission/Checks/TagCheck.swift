package import SQL

/// What a feature has to say about tags that are moved or removed.
package struct TagCheck: Sendable {
    /// Of some tags of a repository, those that may be neither moved nor removed once they exist.
    ///
    /// It runs inside the transaction of the change, with whose connection it reads what its answer rests on.
    package let protectedTags:
        @Sendable (_ tags: [String], _ place: AdmissionPlace, _ connection: any SQLConnection) throws -> Set<String>

    package init(
        protectedTags:
            @escaping @Sendable (
                _ tags: [String], _ place: AdmissionPlace, _ connection: any SQLConnection
            ) throws -> Set<String>
    ) {
        self.protectedTags = protectedTags
    }
}
