import Synchronization

/// The lane of a process, for all who deliver in it at the same time: it sees to it that targets which don't answer hold up
/// no others.
package final class DeliveryGate: Sendable {
    private let lane: Mutex<DeliveryLane>

    /// A gate for a lane of `size` deliveries at once, of which one target gets `perTarget` at most, with a pause between
    /// two deliveries to the same one.
    package init(size: Int, perTarget: Int? = nil, pause: Duration = .zero) {
        lane = Mutex(DeliveryLane(size: size, perTarget: perTarget, pause: pause))
    }

    /// Asks for a place for a delivery.
    func enter(_ party: DeliveryParty) -> DeliveryLane.Entrance { lane.withLock { $0.enter(party, at: .now) } }

    /// Gives a place back; `answered`: whether the target has answered.
    func leave(_ number: Int, answered: Bool) { lane.withLock { $0.leave(number, answered: answered, at: .now) } }
}
