/// A cron expression that can't be read, and where in it the mistake is.
package struct CronError: Error, Hashable, Sendable {
    /// The field with the mistake; nil if the number of fields is wrong.
    package let field: CronField.Name?
    /// What is wrong, for people.
    package let reason: String
}

extension CronError: CustomStringConvertible {
    package var description: String {
        field.map { "the field \($0.rawValue) of the cron expression \(reason)" } ?? "the cron expression \(reason)"
    }
}
