import Catalog
package import Jobs
import OCI
package import SQL
package import Time

/// Keeps the policies of projects, and runs them.
package struct RetentionService: Sendable {
    private static let type = RetentionJob.name
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let jobs: JobService
    private let schedules: ScheduleService

    package init(
        database: any Database, changes: ChangeSignal, clock: WallClock, jobs: JobService, schedules: ScheduleService
    ) {
        self.database = database
        self.changes = changes
        self.clock = clock
        self.jobs = jobs
        self.schedules = schedules
    }

    /// Finds a policy.
    package func policy(_ id: Int64) async throws -> StoredRetentionPolicy? {
        try await database.read { try RetentionPolicyStore.find(id, on: $0) }
    }

    /// When a policy runs next by itself; nil if it doesn't.
    package func nextRun(of id: Int64) async throws -> Timestamp? {
        let schedule = try await schedules.schedule(vendorType: Self.type, vendorID: id)
        return schedule?.isPaused == true ? nil : schedule?.nextAt
    }

    /// Makes the policy of a project, whose name is `projectName`, and returns its number; throws
    /// `RetentionError.exists`, `.unknownProject`.
    package func create(_ policy: RetentionPolicy, projectName: String) async throws -> Int64 {
        let now = clock.now
        return try await changes.write(changing: [.project(projectName)]) { connection in
            let projectID = policy.projectID
            guard try RetentionPolicyStore.lockProject(projectID, on: connection) else {
                throw RetentionError.unknownProject(projectID)
            }
            if let known = try RetentionPolicyStore.number(ofProject: projectID, on: connection) {
                throw RetentionError.exists(projectID: projectID, policyID: known)
            }
            let id = try RetentionPolicyStore.insert(policy, now: now, on: connection)
            try ProjectPolicyReference.set(retentionPolicy: id, projectID: projectID, now: now, on: connection)
            try schedule(policy, id: id, on: connection)
            return id
        }
    }

    /// Replaces a policy; throws `RetentionError.unknown`, `.otherProject`. What runs goes on by the old one.
    package func update(_ id: Int64, to policy: RetentionPolicy) async throws {
        let now = clock.now
        try await database.write { connection in
            guard let known = try RetentionPolicyStore.find(id, on: connection) else {
                throw RetentionError.unknown(id)
            }
            guard known.policy.projectID == policy.projectID else { throw RetentionError.otherProject }
            guard try RetentionPolicyStore.update(id, to: policy, now: now, on: connection) else {
                throw RetentionError.unknown(id)
            }
            try schedule(policy, id: id, on: connection)
        }
    }

    /// Deletes a policy with its schedule and stops what runs of it; throws `RetentionError.unknown`.
    package func delete(_ stored: StoredRetentionPolicy, projectName: String) async throws {
        let (now, id) = (clock.now, stored.id)
        try await changes.write(changing: [.project(projectName), .jobs]) { connection in
            guard try RetentionPolicyStore.delete(id, on: connection) else { throw RetentionError.unknown(id) }
            try ScheduleService.remove(vendorType: Self.type, vendorID: id, on: connection)
            try ProjectPolicyReference.set(
                retentionPolicy: nil, projectID: stored.policy.projectID, now: now, on: connection)
            try JobService.stop(vendorType: Self.type, vendorID: id, now: now, on: connection)
        }
    }

    /// Removes the policy and the schedule of a project within the transaction in which the project goes.
    package static func remove(projectID: Int64, on connection: any SQLConnection) throws {
        guard let id = try RetentionPolicyStore.number(ofProject: projectID, on: connection) else { return }
        try ScheduleService.remove(vendorType: type, vendorID: id, on: connection)
        _ = try RetentionPolicyStore.delete(id, on: connection)
    }

    /// Runs a policy now and gives the number of the execution; throws `RetentionError.running` if it runs already.
    package func run(_ id: Int64, isDryRun: Bool) async throws -> Int64 {
        let new = RetentionJob.execution(ofPolicy: id, trigger: .manual, isDryRun: isDryRun)
        guard let execution = try await jobs.submitUnlessRunning(new) else { throw RetentionError.running }
        return execution
    }

    private func schedule(_ policy: RetentionPolicy, id: Int64, on connection: any SQLConnection) throws {
        guard let cron = policy.cron else {
            try ScheduleService.remove(vendorType: Self.type, vendorID: id, on: connection)
            return
        }
        try schedules.put(
            NewSchedule(
                vendorType: Self.type, vendorID: id, kind: "Custom", cron: cron, parameters: ["dry_run": false],
                catchesUp: policy.catchesUp),
            on: connection)
    }
}
