/// A change that was not admitted: why, and what would have come into which repository.
package struct Refusal: Sendable, Hashable {
    package let error: AdmissionError
    package let place: AdmissionPlace
    /// The artifact that would have come, where it is known.
    package let digest: String?
    /// The tag that would have named it.
    package let tag: String?
    /// The name of who wanted it.
    package let operatorName: String

    package init(_ error: AdmissionError, place: AdmissionPlace, digest: String?, tag: String?, operatorName: String) {
        self.error = error
        self.place = place
        self.digest = digest
        self.tag = tag
        self.operatorName = operatorName
    }
}
