/// What a connection remembers of the unit of work that it runs: how many statements are left, and the first failure.
package struct UnitProgress {
    /// The first error of a statement: the unit can't go on.
    package private(set) var failure: DatabaseError?
    private var statementsLeft: Int

    /// The start of a unit of work; a `read` is a single statement.
    package init(_ operation: DatabaseOperation) {
        statementsLeft = operation == .read ? 1 : .max
    }

    /// Counts a statement that is about to run; throws if the unit may run none.
    package mutating func admit() throws(DatabaseError) {
        if let failure { throw failure }
        guard statementsLeft > 0 else {
            let error = DatabaseError(kind: .other, message: "a read is one statement: use snapshot for several")
            failure = error
            throw error
        }
        statementsLeft -= 1
    }

    /// Remembers that a statement failed.
    package mutating func record(_ error: DatabaseError) {
        failure = error
    }

    /// The completion of the unit: an error if a statement failed, even if the closure went over it and returned.
    package func settle(_ completion: UnitOfWork.Completion, of unit: UnitOfWork) -> UnitOfWork.Completion {
        guard completion.error == nil, let failure else { return completion }
        return UnitOfWork.Completion(error: failure) { unit.fail(failure) }
    }
}
