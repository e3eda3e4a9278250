package import Jobs
package import OCI
package import OutboundHTTP
package import Time

/// Brings deliveries to their targets; at least once, since what came of a request isn't always known.
package struct WebhookJob: JobHandler {
    /// Deliveries by HTTP in Harbor's words, chat programs other than Slack included.
    package static let webhook = JobType(
        "WEBHOOK", perNode: 32, attempts: 10, backoff: Backoff(first: 5, largest: 300))
    /// Deliveries to Slack, which takes one a second for each address.
    package static let slack = JobType("SLACK", perNode: 8, attempts: 10, backoff: Backoff(first: 5, largest: 300))

    package let type: JobType
    private let client: OutboundHTTPClient
    private let lookup: WebhookReceiverLookup
    private let gate: DeliveryGate
    private let clock: WallClock

    /// A handler for `WebhookJob.webhook` or `.slack`; the targets' secrets come from `lookup` when a delivery goes out.
    package init(
        _ type: JobType, client: OutboundHTTPClient, gate: DeliveryGate, clock: WallClock,
        lookup: @escaping WebhookReceiverLookup
    ) {
        self.type = type
        self.client = client
        self.lookup = lookup
        self.gate = gate
        self.clock = clock
    }

    package func run(_ context: JobContext) async throws -> JSONObject {
        guard let delivery = WebhookDelivery(parameters: context.task.parameters) else {
            throw JobFailure("the task says nothing about what to deliver")
        }
        guard delivery.isSendable else { throw JobFailure(delivery.body) }
        guard let receiver = try await lookup(delivery) else {
            throw JobFailure("the policy or its target was deleted, changed or disabled")
        }
        let target = receiver.target
        let request = try WebhookRequest(delivery, to: target, at: clock.now)
        let place = try enter(receiver)
        context.note("attempt \(context.task.runs) of \(target.attempts)")
        for line in request.lines { context.note(line) }
        let start = ContinuousClock.now
        let result = await Self.result { try await client.send(request.outbound) }
        let duration = ContinuousClock.now - start
        gate.leave(place, answered: (try? result.get()) != nil)
        return try conclude(result, of: request, to: target, duration: duration, context)
    }

    /// Takes a place and gives its number; throws `JobPostponement` if there is none.
    private func enter(_ receiver: WebhookReceiver) throws -> Int {
        let address = receiver.target.address
        let party = DeliveryParty(
            target: address.description, server: address.url.origin, projectID: receiver.projectID)
        switch gate.enter(party) {
        case .open(let place): return place
        case .busy(let wait):
            throw JobPostponement("other deliveries are under way", wait: wait, countsAttempt: false)
        }
    }

    private static func result(
        _ send: () async throws -> OutboundAnswer
    ) async -> Result<OutboundAnswer, any Error> {
        do { return .success(try await send()) } catch { return .failure(error) }
    }

    private func conclude(
        _ result: Result<OutboundAnswer, any Error>, of request: WebhookRequest, to target: WebhookTarget,
        duration: Duration, _ context: JobContext
    ) throws -> JSONObject {
        let milliseconds = Int64(duration / .milliseconds(1))
        let verdict: WebhookVerdict
        var attributes: JSONObject = ["duration_ms": .integer(milliseconds)]
        switch result {
        case .success(let answer):
            context.note("< \(answer.status) from \(answer.address) after \(milliseconds) ms")
            context.note(
                "< \(answer.body.count)\(answer.isCut ? " and more" : "") bytes: \(request.text(of: answer))")
            attributes["status_code"] = .integer(Int64(answer.status))
            verdict = WebhookVerdict(answer, from: target.kind)
        case .failure(let error as OutboundHTTPError):
            verdict = error.isFinal ? .refused("\(error)") : .failed("\(error)", retryAfter: nil)
        case .failure(let error): throw error
        }
        context.report(attributes)
        switch verdict {
        case .delivered: return attributes
        case .refused(let reason): throw JobFailure(request.withoutSecrets(reason))
        case .failed(let reason, _) where context.task.runs >= target.attempts:
            throw JobFailure("\(request.withoutSecrets(reason)); that was attempt \(context.task.runs), the last one")
        case .failed(let reason, let pause):
            let wait = pause.map(Duration.seconds) ?? backoff(after: context.task.runs)
            throw JobPostponement(request.withoutSecrets(reason), wait: wait, countsAttempt: true)
        }
    }

    private func backoff(after attempts: Int) -> Duration {
        .microseconds(type.backoff.wait(afterAttempts: attempts, random: .random(in: 0...1)))
    }
}

extension WebhookDelivery {
    /// Whether there is a body; if not, `body` says why.
    var isSendable: Bool { !contentType.isEmpty }
}
