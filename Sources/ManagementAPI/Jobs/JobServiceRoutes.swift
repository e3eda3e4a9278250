import Access
import Cron
import HTTPServing
import HTTPTypes
import Hummingbird
package import Jobs
import Listing
import OCI
package import Time

/// What runs and waits in the background, for administrators: `/jobservice` and `/schedules`.
package struct JobServiceRoutes: Sendable {
    private let jobs: JobService
    private let queues: QueueService
    private let schedules: ScheduleService
    private let clock: WallClock

    package init(jobs: JobService, queues: QueueService, schedules: ScheduleService, clock: WallClock) {
        self.jobs = jobs
        self.queues = queues
        self.schedules = schedules
        self.clock = clock
    }

    /// The eight operations.
    package var routes: [ManagementRoute] {
        let (list, stop) = (Permission("jobservice-monitor", "list"), Permission("jobservice-monitor", "stop"))
        return [
            .system(.get, "/jobservice/pools", "getWorkerPools", list, handler: pools),
            .system(.get, "/jobservice/pools/{pool_id}/workers", "getWorkers", list, handler: workers),
            .system(.put, "/jobservice/jobs/{job_id}", "stopRunningJob", stop, audit: audit, handler: stopJob),
            .system(.get, "/jobservice/jobs/{job_id}/log", "actionGetJobLog", list, handler: log),
            .system(.get, "/jobservice/queues", "listJobQueues", list, handler: listQueues),
            .system(.put, "/jobservice/queues/{job_type}", "actionPendingJobs", stop, audit: audit, handler: act),
            .system(.get, "/schedules", "listSchedules", list, handler: listSchedules),
            .signedIn(.get, "/schedules/{job_type}/paused", "getSchedulePaused", handler: paused),
        ]
    }

    private let audit = AuditedAction(operation: "update", resourceType: "jobservice-monitor")

    private func pools(_ request: ManagementRequest) async throws -> Response {
        let nodes = try await queues.nodes()
        return .json { writer in
            writer.array(nodes) { writer, node in
                writer.object { writer in
                    writer.member("worker_pool_id", node.id)
                    writer.member("host", node.process.host)
                    writer.member("start_at", node.startedAt)
                    writer.member("heartbeat_at", node.beatAt)
                    writer.member("concurrency", node.concurrency)
                    writer.member("pid", node.process.identifier)
                }
            }
        }
    }

    private func workers(_ request: ManagementRequest) async throws -> Response {
        let pool = request.parameter("pool_id")
        let nodes = try await queues.nodes().filter { pool == "all" || $0.id == pool }
        guard pool == "all" || !nodes.isEmpty else { throw HTTPFailure.notFound("worker pool \(pool) not found") }
        return .json { writer in
            writer.array(nodes.flatMap(\.tasks)) { writer, task in
                writer.object { writer in
                    writer.member("id", "\(task.id)")
                    writer.member("pool_id", task.node ?? "")
                    writer.member("job_id", "\(task.id)")
                    writer.member("job_name", task.type)
                    writer.memberIfPresent("start_at", task.startedAt)
                    writer.member("check_in", "")
                    writer.member("checkin_at", task.updatedAt)
                }
            }
        }
    }

    private func stopJob(_ request: ManagementRequest) async throws -> Response {
        if request.parameter("job_id").lowercased() == "all" {
            request.audit.resource = "all"
            try await queues.stopRunning()
            return .ok()
        }
        let task = try await task(request)
        request.audit.resource = "\(task.id)"
        try await jobs.stop(task)
        return .ok()
    }

    private func log(_ request: ManagementRequest) async throws -> Response {
        try await JobLogResponse(jobs: jobs).response(ofTask: task(request).id, request)
    }

    private func task(_ request: ManagementRequest) async throws -> JobTask {
        let name = request.parameter("job_id")
        guard let id = Int64(name), let found = try await jobs.task(id) else {
            throw HTTPFailure.notFound("job \(name) not found")
        }
        return found
    }

    private func listQueues(_ request: ManagementRequest) async throws -> Response {
        let (all, now) = (try await queues.queues(), clock.now)
        return .json { writer in
            writer.array(all) { writer, queue in
                writer.object { writer in
                    writer.member("job_type", queue.type)
                    writer.member("count", queue.waiting)
                    writer.member("latency", max(0, queue.oldest.map { now.seconds - $0.seconds } ?? 0))
                    writer.member("paused", queue.isPaused)
                }
            }
        }
    }

    private func act(_ request: ManagementRequest) async throws -> Response {
        // As in Harbor: types in capitals, actions in small letters, however they are sent.
        let name = request.parameter("job_type").uppercased()
        let action = try await request.body().required("action").lowercased()
        request.audit.resource = "\(name): \(action)"
        let type = name == "ALL" ? nil : name
        switch action {
        case "pause", "resume":
            guard try await queues.pause(type, action == "pause") else {
                throw HTTPFailure.notFound("job type \(name) not found")
            }
        case "stop":
            // The queue of all schedules has nothing that waits.
            let known = try await queues.queues().map(\.type)
            guard type.map(known.contains) ?? true else {
                throw HTTPFailure.notFound("job type \(name) not found")
            }
            try await queues.stopWaiting(type)
        default: throw HTTPFailure.unprocessable("action in body must be stop, pause or resume")
        }
        return .ok()
    }

    private func listSchedules(_ request: ManagementRequest) async throws -> Response {
        let list = try request.listRequest()
        let found = try await schedules.schedules(list.page)
        return try .list(found.elements, total: found.total, request: request) { writer, schedule in
            writer.object { writer in
                writer.member("id", schedule.id)
                writer.member("vendor_type", schedule.vendorType)
                writer.member("vendor_id", schedule.vendorID)
                writer.member("cron", schedule.cron?.text ?? "")
                writer.member("catch_up", schedule.catchesUp)
                writer.member("update_time", schedule.updatedAt)
                writer.memberIfPresent("next_time", schedule.nextAt)
                writer.member("paused", schedule.isPaused)
            }
        }
    }

    private func paused(_ request: ManagementRequest) async throws -> Response {
        let name = request.parameter("job_type")
        guard name.lowercased() == "all" else {
            throw HTTPFailure.badRequest("job_type in path must be all: schedules are paused together")
        }
        let isPaused = try await schedules.areAllPaused()
        return .json { writer in writer.object { $0.member("paused", isPaused) } }
    }
}
