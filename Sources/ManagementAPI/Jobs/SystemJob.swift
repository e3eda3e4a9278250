import Access
import HTTPServing
import OCI

/// A piece of work for the registry as a whole that clients start, schedule, watch and stop, all in the same way.
package struct SystemJob: Sendable {
    /// Below which path it is, such as `/system/gc`.
    let path: String
    /// What the path calls the number of an execution.
    let identifier: String
    /// The name of the job's type.
    let type: String
    /// What rights are asked for: `list`, `read`, `create`, `update`, `stop` of this resource.
    let resource: String
    /// The action that takes the place of `create`, `update` and `stop`, if the resource has only this one.
    var changing: String?
    /// What the audit log calls it; nil: as the resource.
    var auditedAs: String?
    /// The operations' names: history, one, stop, log, schedule read, made and changed.
    let operations: Operations
    /// Checks what a client wants of an execution, and completes it.
    let parameters: @Sendable (JSONBody) throws -> JSONObject

    /// The names of a job's seven operations.
    package struct Operations: Sendable {
        let list, get, stop, log, readSchedule, makeSchedule, changeSchedule: String
    }

    func permission(_ action: String) -> Permission {
        Permission(resource, action == "list" || action == "read" ? action : changing ?? action)
    }
}

extension SystemJob {
    /// Garbage collection. Beyond Harbor's parameters `grace_seconds` and `delete_untagged_indexes`, which follows
    /// `delete_untagged` if it isn't said.
    package static func garbageCollection(type: String) -> SystemJob {
        SystemJob(
            path: "/system/gc", identifier: "gc_id", type: type, resource: "garbage-collection",
            operations: .init(
                list: "getGCHistory", get: "getGC", stop: "stopGC", log: "getGCLog", readSchedule: "getGCSchedule",
                makeSchedule: "createGCSchedule", changeSchedule: "updateGCSchedule")
        ) { body in
            var parameters: JSONObject = [
                "delete_untagged": .bool(try body.bool("delete_untagged") ?? false),
                "dry_run": .bool(try body.bool("dry_run") ?? false),
                "workers": .integer(try body.integer("workers", in: 1...10) ?? 1),
            ]
            if let indexes = try body.bool("delete_untagged_indexes") {
                parameters["delete_untagged_indexes"] = .bool(indexes)
            }
            if let seconds = try body.integer("grace_seconds", in: 0...31_536_000) {
                parameters["grace_seconds"] = .integer(seconds)
            }
            return parameters
        }
    }

    /// Purging the audit log; `eventTypes` are the kinds of entries there are.
    package static func auditPurge(type: String, eventTypes: [String]) -> SystemJob {
        SystemJob(
            path: "/system/purgeaudit", identifier: "purge_id", type: type, resource: "purge-audit",
            operations: .init(
                list: "getPurgeHistory", get: "getPurgeJob", stop: "stopPurge", log: "getPurgeJobLog",
                readSchedule: "getPurgeSchedule", makeSchedule: "createPurgeSchedule",
                changeSchedule: "updatePurgeSchedule")
        ) { body in
            guard let hours = try body.integer("audit_retention_hour", in: 1...240_000) else {
                throw HTTPFailure.badRequest("parameters.audit_retention_hour in body is required")
            }
            return [
                "audit_retention_hour": .integer(hours),
                "include_event_types": .string(try purgedTypes(body, among: eventTypes)),
                "dry_run": .bool(try body.bool("dry_run") ?? false),
            ]
        }
    }

    /// The kinds of entries that a purge is to remove, by Harbor's member or by that of its older versions, `*` for all.
    private static func purgedTypes(_ body: JSONBody, among known: [String]) throws -> String {
        if let types = try body.string("include_event_types", maximum: 4096) {
            for type in types.split(separator: ",") where type != "*" && !known.contains(String(type)) {
                throw HTTPFailure.badRequest(
                    "parameters.include_event_types in body has \(type), which is no kind of event: see /auditlog-exts/events"
                )
            }
            return types
        }
        guard let operations = try body.string("include_operations", maximum: 4096) else {
            throw HTTPFailure.badRequest("parameters.include_event_types in body is required")
        }
        return try operations.split(separator: ",").flatMap { operation in
            let types = known.filter { $0.hasPrefix(operation.lowercased() + "_") }
            guard !types.isEmpty else {
                throw HTTPFailure.badRequest(
                    "parameters.include_operations in body has \(operation), which is no kind of operation")
            }
            return types
        }.joined(separator: ",")
    }

    /// Counting anew what projects hold. Who may change quotas may do that.
    package static func quotaRecalculation(type: String) -> SystemJob {
        SystemJob(
            path: "/system/quotas/recalculation", identifier: "recalculation_id", type: type, resource: "quota",
            changing: "update", auditedAs: "quota-recalculation",
            operations: .init(
                list: "getQuotaRecalculationHistory", get: "getQuotaRecalculation", stop: "stopQuotaRecalculation",
                log: "getQuotaRecalculationLog", readSchedule: "getQuotaRecalculationSchedule",
                makeSchedule: "createQuotaRecalculationSchedule", changeSchedule: "updateQuotaRecalculationSchedule")
        ) { body in
            ["dry_run": .bool(try body.bool("dry_run") ?? false)]
        }
    }
}
