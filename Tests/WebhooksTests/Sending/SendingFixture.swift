import Jobs
import Listing
import Logging
import NIOPosix
import OCI
import OutboundHTTP
import RegistryTesting
import SQL
import Synchronization
import Time
import Webhooks

/// A queue of deliveries, and what sends them: to this machine, whatever their host.
struct SendingFixture: Sendable {
    let clock: FakeClock
    let jobs: JobService
    private let targets: Targets
    private let runner: JobRunner

    /// The targets of deliveries by their numbers.
    private final class Targets: Sendable {
        let known = Mutex<[WebhookTarget]>([])
    }

    /// Runs the body while deliveries go out; `allowed` is what they may go to.
    static func with(
        allowed: [String] = ["127.0.0.0/8"], _ body: (SendingFixture) async throws -> Void
    ) async throws {
        let migrations = ChangeSignal.migrations + JobMigrations.migrations
        try await TemporaryDatabase.with(.sqlite, migrations: migrations) { database in
            let fixture = SendingFixture(database, allowed: allowed)
            let work = Task { await fixture.runner.run() }
            do { try await body(fixture) } catch {
                work.cancel()
                await work.value
                throw error
            }
            work.cancel()
            await work.value
        }
    }

    private init(_ database: any Database, allowed: [String]) {
        let clock = FakeClock()
        self.clock = clock
        let changes = ChangeSignal(database: database, clock: clock.wallClock)
        let known = Targets()
        targets = known
        jobs = JobService(database: database, changes: changes, clock: clock.wallClock)
        let client = OutboundHTTPClient(
            addressGuard: AddressGuard(allowed: allowed.compactMap(AllowedDestination.init)),
            lookup: HostLookup { _ in [IPAddress("127.0.0.1")].compactMap(\.self) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton)
        let gates = [
            DeliveryGate(size: WebhookJob.webhook.perNode), DeliveryGate(size: 8, perTarget: 1, pause: .seconds(1)),
        ]
        let handlers = zip([WebhookJob.webhook, WebhookJob.slack], gates).map { type, gate in
            WebhookJob(type, client: client, gate: gate, clock: clock.wallClock) { delivery in
                known.known.withLock { all in
                    guard all.indices.contains(delivery.targetID) else { return nil }
                    return WebhookReceiver(all[delivery.targetID], projectID: 1)
                }
            }
        }
        var timing = JobRunner.Timing()
        timing.poll = .milliseconds(20)
        runner = JobRunner(
            database: database, changes: changes, clock: clock.wallClock, due: .process(clock.wallClock),
            handlers: handlers, logger: Logger(label: "jobs"), timing: timing)
    }

    /// Makes an execution with deliveries of a body to a target and gives its number.
    func send(
        to target: WebhookTarget?, body: String = #"{"a":1}"#, contentType: String = "application/json", count: Int = 1
    ) async throws -> Int64 {
        let number = targets.known.withLock { known in
            if let target { known.append(target) }
            return target == nil ? -1 : known.count - 1
        }
        let delivery = WebhookDelivery(
            policyID: 1, targetID: number, eventType: "PUSH_ARTIFACT", identifier: "4b2f89a6", contentType: contentType,
            body: body)
        let type = (target?.kind ?? .http).jobType
        let tasks = Array(repeating: NewTask(type: type, parameters: delivery.parameters), count: count)
        return try await jobs.submit(NewExecution(vendorType: type, trigger: .event, tasks: tasks))
    }

    /// Lets time go by, a second at a time, until an execution has ended, ten minutes of real time at most; gives its
    /// first task.
    func ended(_ execution: Int64) async throws -> JobTask? {
        for _ in 0..<30_000 {
            let tasks = try await jobs.tasks(of: execution, page: .everything).elements
            if !tasks.isEmpty, tasks.allSatisfy(\.status.isFinal) { return tasks.first }
            try await Task.sleep(for: .milliseconds(20))
            clock.advance(bySeconds: 1)
        }
        return nil
    }

    /// The first task of an execution.
    func task(_ execution: Int64) async throws -> JobTask? {
        try await jobs.tasks(of: execution, page: .everything).elements.first
    }

    /// What the log of an execution's first task says.
    func log(_ execution: Int64) async throws -> String {
        guard let task = try await task(execution) else { return "" }
        return try await jobs.log(ofTask: task.id).text
    }
}

extension ScriptedServer {
    /// This server as a target.
    func target(
        _ kind: WebhookTargetKind = .http, path: String = "/hook", authorization: String = "", secret: String = "",
        seconds: Int = 60, attempts: Int = 3
    ) throws -> WebhookTarget {
        try WebhookTarget(
            kind: kind, address: try WebhookAddress("http://127.0.0.1:\(port)\(path)"), authorization: authorization,
            secret: secret, timeoutSeconds: seconds, attempts: attempts)
    }
}
