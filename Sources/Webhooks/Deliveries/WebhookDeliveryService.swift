package import Cryptography
import Events
package import Jobs
package import Listing
import OCI
package import SQL
package import Time

/// Shows what became of deliveries, makes them anew, and finds their targets when they go out.
package struct WebhookDeliveryService: Sendable {
    private let database: any Database
    private let jobs: JobService
    private let clock: WallClock
    private let coding: WebhookTargetCoding
    private let composer: WebhookComposer

    /// `externalURL` is how the registry is reached, if that is configured; the secrets of targets are kept under
    /// `encryptionKey`.
    package init(
        database: any Database, jobs: JobService, clock: WallClock, encryptionKey: EncryptionKey, externalURL: String?
    ) {
        self.database = database
        self.jobs = jobs
        self.clock = clock
        coding = WebhookTargetCoding(key: encryptionKey)
        composer = WebhookComposer(externalURL: externalURL)
    }

    /// Finds whom a delivery is for that is about to go out.
    package var lookup: WebhookReceiverLookup {
        { [database, coding] delivery in
            let found = try await database.read { try WebhookStore.find(delivery.policyID, on: $0) }
            guard let found, found.isEnabled || delivery.isAsked else { return nil }
            let target = try coding.targets(found.targets).first { $0.id == delivery.targetID }
            return target.map { WebhookReceiver($0, projectID: found.projectID) }
        }
    }

    /// A page of a policy's executions, the newest first, each with its first delivery; throws `ListingError`.
    package func executions(
        _ request: ListRequest, policyID: Int64
    ) async throws -> Listed<(execution: Execution, delivery: WebhookDelivery?)> {
        let found = try await jobs.executions(
            request, vendorTypes: WebhookTargetKind.jobTypes, vendorID: policyID)
        let tasks = try await jobs.firstTasks(of: found.elements.map(\.id))
        let elements = found.elements.map { execution in
            (execution, tasks[execution.id].flatMap { WebhookDelivery(parameters: $0.parameters) })
        }
        return Listed(elements: elements, total: found.total)
    }

    /// The newest execution of each of some policies, by the policies' numbers.
    package func latest(ofPolicies policies: [Int64]) async throws -> [Int64: Execution] {
        try await jobs.latestExecutions(vendorTypes: WebhookTargetKind.jobTypes, vendorIDs: policies)
    }

    /// An execution of a policy; throws `WebhookError.unknownExecution`.
    package func execution(_ id: Int64, policyID: Int64) async throws -> Execution {
        for type in WebhookTargetKind.jobTypes {
            if let found = try await jobs.execution(id, vendorType: type), found.vendorID == policyID { return found }
        }
        throw WebhookError.unknownExecution(id)
    }

    /// A page of the tasks of a policy's execution, one for each target; throws `WebhookError.unknownExecution`.
    package func tasks(ofExecution id: Int64, policyID: Int64, page: Page) async throws -> Listed<JobTask> {
        try await jobs.tasks(of: execution(id, policyID: policyID).id, page: page)
    }

    /// A task of a policy's execution; throws `WebhookError.unknownExecution` and `.unknownTask`.
    package func task(_ id: Int64, ofExecution execution: Int64, policyID: Int64) async throws -> JobTask {
        let known = try await self.execution(execution, policyID: policyID)
        guard let task = try await jobs.task(id), task.executionID == known.id else {
            throw WebhookError.unknownTask(id)
        }
        return task
    }

    /// Sends the very same bodies as an execution did to the same targets again, and gives the new execution's number;
    /// throws `WebhookError.unknownExecution`.
    package func replay(execution id: Int64, policyID: Int64) async throws -> Int64 {
        let known = try await execution(id, policyID: policyID)
        let tasks = try await jobs.tasks(of: id, page: .everything).elements
        var attributes = known.attributes
        attributes["replay_of"] = .integer(id)
        return try await jobs.submit(
            NewExecution(
                vendorType: known.vendorType, vendorID: policyID, trigger: .manual, attributes: attributes,
                tasks: tasks.map { task in
                    var parameters = task.parameters
                    parameters[WebhookDelivery.askedMember] = true
                    return NewTask(type: task.type, parameters: parameters)
                }))
    }

    /// What a target would be sent of an invented event, which need not be stored; `registryURL` is how the registry is
    /// reached unless that is configured.
    package func example(
        of type: WebhookEventType, for target: WebhookTarget, projectID: Int64, projectName: String,
        operatorName: String, registryURL: String
    ) -> WebhookBody {
        let content = SampleEvent.content(of: type, projectName: projectName, at: clock.now)
        return target.body(
            of: WebhookNotice(
                identifier: UUIDText.random(), eventType: type, occurredAt: clock.now, operatorName: operatorName,
                policyID: 0, projectID: projectID, projectName: projectName, repository: content.repository,
                artifacts: content.artifacts, attributes: content.attributes,
                registryURL: composer.externalURL ?? registryURL))
    }

    /// Sends an invented event to a policy's targets and gives the execution's number; throws `WebhookError.unknown`.
    /// Without a type it is the first that the policy is about.
    package func test(
        policyID: Int64, projectID: Int64, projectName: String, eventType: WebhookEventType?, operatorName: String
    ) async throws -> Int64 {
        let found = try await database.read { try WebhookStore.find(policyID, projectID: projectID, on: $0) }
        guard let found else { throw WebhookError.unknown(policyID) }
        let type = eventType ?? WebhookEventType.allCases.first(where: found.eventTypes.contains) ?? .pushArtifact
        let now = clock.now
        let notice = composer.notice(
            of: type, SampleEvent.content(of: type, projectName: projectName, at: now), by: operatorName, at: now,
            policy: found, project: (projectID, projectName))
        let targets = try WebhookTargetCoding.targetsWithoutSecrets(found.targets)
        return try await jobs.submit(
            composer.execution(notice, targets: targets, trigger: .manual, isAsked: true))
    }
}
