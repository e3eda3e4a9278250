import Access
import HTTPServing
import HTTPTypes
import Hummingbird
package import Jobs
import Listing
import OCI

/// The operations of a `SystemJob`: start, schedule, history, log, stop.
package struct SystemJobRoutes: Sendable {
    private let job: SystemJob
    private let jobs: JobService
    private let schedules: ScheduleService

    package init(_ job: SystemJob, jobs: JobService, schedules: ScheduleService) {
        self.job = job
        self.jobs = jobs
        self.schedules = schedules
    }

    /// The seven operations.
    package var routes: [ManagementRoute] {
        let (path, one, names) = (job.path, "\(job.path)/{\(job.identifier)}", job.operations)
        return [
            .system(.get, path, names.list, job.permission("list"), handler: list),
            .system(.get, "\(path)/schedule", names.readSchedule, job.permission("read"), handler: readSchedule),
            .system(
                .post, "\(path)/schedule", names.makeSchedule, job.permission("create"), audit: audit("create")
            ) { try await schedule($0, isNew: true) },
            .system(
                .put, "\(path)/schedule", names.changeSchedule, job.permission("update"), audit: audit("update")
            ) { try await schedule($0, isNew: false) },
            .system(.get, one, names.get, job.permission("read"), handler: get),
            .system(.put, one, names.stop, job.permission("stop"), audit: audit("stop"), handler: stop),
            .system(.get, "\(one)/log", names.log, job.permission("read"), handler: log),
        ]
    }

    private func audit(_ operation: String) -> AuditedAction {
        AuditedAction(operation: operation, resourceType: job.auditedAs ?? job.resource)
    }

    private func list(_ request: ManagementRequest) async throws -> Response {
        let found = try await jobs.executions(request.listRequest(), vendorType: job.type)
        let tasks = try await jobs.firstTasks(of: found.elements.map(\.id))
        return try .list(found.elements, total: found.total, request: request) { writer, execution in
            write(&writer, execution, tasks[execution.id])
        }
    }

    private func get(_ request: ManagementRequest) async throws -> Response {
        let execution = try await execution(request)
        let task = try await jobs.firstTasks(of: [execution.id])[execution.id]
        return .json { write(&$0, execution, task) }
    }

    private func stop(_ request: ManagementRequest) async throws -> Response {
        let execution = try await execution(request)
        request.audit.resource = "\(execution.id)"
        try await jobs.stop(execution: execution.id)
        return .ok()
    }

    private func log(_ request: ManagementRequest) async throws -> Response {
        let execution = try await execution(request)
        guard let task = try await jobs.firstTasks(of: [execution.id])[execution.id] else {
            throw HTTPFailure.notFound("execution \(execution.id) has no log")
        }
        return try await JobLogResponse(jobs: jobs).response(ofTask: task.id, request)
    }

    private func readSchedule(_ request: ManagementRequest) async throws -> Response {
        let schedule = try await schedules.schedule(vendorType: job.type)
        return .json { writer in
            writer.object { writer in
                writer.member("id", schedule?.id ?? 0)
                writer.member("job_name", job.type)
                writer.member("job_kind", "SCHEDULE")
                writer.scheduleMember(schedule)
                writer.member("job_parameters", Self.text(schedule?.parameters ?? [:]))
                writer.member("parameters", .object(schedule?.parameters ?? [:]))
                writer.memberIfPresent("creation_time", schedule?.createdAt)
                writer.memberIfPresent("update_time", schedule?.updatedAt)
                writer.member("deleted", false)
            }
        }
    }

    private func schedule(_ request: ManagementRequest, isNew: Bool) async throws -> Response {
        let body = try await request.body()
        let wanted = try ScheduleBody(body)
        let given = try body.object("parameters")
        let parameters = wanted.isNever && given == nil ? [:] : try job.parameters(given ?? JSONBody([:]))
        switch wanted {
        case .now:
            let new = NewExecution(
                vendorType: job.type, trigger: .manual, attributes: parameters,
                tasks: [NewTask(type: job.type, parameters: parameters)])
            guard let id = try await jobs.submitUnlessRunning(new) else {
                throw HTTPFailure.conflict("one runs or waits already: stop it first, or wait until it has ended")
            }
            request.audit.resource = "\(id)"
            return isNew ? .created(location: "/api/v2.0\(job.path)/\(id)") : .ok()
        case .never:
            try await schedules.put(
                NewSchedule(vendorType: job.type, kind: "None", cron: nil, parameters: parameters))
        case .often(let kind, let cron, let catchesUp):
            try await schedules.put(
                NewSchedule(
                    vendorType: job.type, kind: kind, cron: cron, parameters: parameters, catchesUp: catchesUp))
        }
        return isNew ? .created(location: "/api/v2.0\(job.path)/schedule") : .ok()
    }

    private func execution(_ request: ManagementRequest) async throws -> Execution {
        let id = try request.integer(job.identifier)
        guard let found = try await jobs.execution(id, vendorType: job.type) else {
            throw HTTPFailure.notFound("execution \(id) not found")
        }
        return found
    }

    private func write(_ writer: inout JSONWriter, _ execution: Execution, _ task: JobTask?) {
        var parameters = execution.attributes
        for member in task?.attributes.members ?? [] { parameters[member.name] = member.value }
        writer.object { writer in
            writer.member("id", execution.id)
            writer.member("job_name", job.type)
            writer.member("job_kind", execution.trigger.rawValue)
            writer.member("job_parameters", Self.text(parameters))
            writer.member("job_status", execution.status.rawValue)
            writer.member("status_message", execution.statusMessage)
            writer.member("schedule") { $0.member("type", execution.trigger == .schedule ? "Schedule" : "Manual") }
            writer.member("creation_time", execution.createdAt)
            writer.memberIfPresent("start_time", execution.startedAt)
            writer.memberIfPresent("end_time", execution.endedAt)
            writer.member("update_time", execution.endedAt ?? task?.updatedAt ?? execution.createdAt)
            writer.member("deleted", false)
        }
    }

    private static func text(_ object: JSONObject) -> String {
        String(decoding: JSONValue.object(object).encoded(), as: UTF8.self)
    }
}
