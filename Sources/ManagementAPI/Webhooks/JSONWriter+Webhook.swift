import Jobs
import OCI
import Webhooks

/// Webhooks as Harbor's clients know them, with what goes beyond Harbor's.
extension JSONWriter {
    /// A policy with its newest execution; secrets are masked. `showsAddresses`: to somebody who may change it.
    mutating func webhookPolicy(_ policy: WebhookPolicy, latest: Execution?, showsAddresses: Bool) {
        let content = policy.content
        object { writer in
            writer.member("id", policy.id)
            writer.member("name", content.name)
            writer.member("description", content.description)
            writer.member("project_id", policy.projectID)
            writer.member("targets", array: content.targets) { $0.webhookTarget($1, showsAddress: showsAddresses) }
            writer.member(
                "event_types", WebhookEventType.allCases.filter(content.eventTypes.contains).map(\.rawValue))
            writer.member("creator", policy.creator)
            writer.member("creation_time", policy.createdAt)
            writer.member("update_time", policy.updatedAt)
            writer.member("enabled", content.isEnabled)
            writer.memberIfPresent("repository_filter", content.repositories?.description)
            writer.memberIfPresent("tag_filter", content.tags?.description)
            if let latest {
                writer.member("last_delivery") { writer in
                    writer.member("execution_id", latest.id)
                    writer.member("status", latest.status.rawValue)
                    writer.member("time", latest.createdAt)
                }
            }
        }
    }

    private mutating func webhookTarget(_ target: WebhookTarget, showsAddress: Bool) {
        object { writer in
            writer.member("type", target.kind.rawValue)
            writer.member("address", showsAddress ? target.address.description : target.addressForReaders)
            if !target.authorization.isEmpty { writer.member("auth_header", WebhookPolicyBody.mask) }
            writer.member("skip_cert_verify", target.skipsCertificateCheck)
            writer.member("payload_format", target.format.rawValue)
            if !target.secret.isEmpty { writer.member("secret", WebhookPolicyBody.mask) }
            writer.memberIfPresent("body_template", target.template?.text)
            writer.memberIfPresent("content_type", target.template?.contentType)
            writer.member("timeout_seconds", target.timeoutSeconds)
            writer.member("attempts", target.attempts)
        }
    }

    /// Harbor's `Execution`; `delivery`: that to its first target.
    mutating func webhookExecution(_ execution: Execution, _ delivery: WebhookDelivery?) {
        object { writer in
            writer.member("id", execution.id)
            writer.member("vendor_type", execution.vendorType)
            writer.member("vendor_id", execution.vendorID)
            writer.member("status", execution.status.rawValue)
            writer.member("status_message", execution.statusMessage)
            writer.member("metrics") { $0.taskCounts(execution) }
            writer.member("trigger", execution.trigger.rawValue)
            var attributes = execution.attributes
            if let delivery { attributes["payload"] = .string(delivery.body) }
            writer.member("extra_attrs", .object(attributes))
            writer.member("creation_time", execution.createdAt)
            writer.member("start_time", execution.startedAt ?? execution.createdAt)
            writer.memberIfPresent("end_time", execution.endedAt)
        }
    }

    private mutating func taskCounts(_ execution: Execution) {
        let counts = execution.counts
        let isRunning = execution.status == .running
        member("task_count", counts.total)
        member("success_task_count", counts.total - counts.unfinished - counts.failed - counts.stopped)
        member("error_task_count", counts.failed)
        member("pending_task_count", isRunning ? 0 : counts.unfinished)
        member("running_task_count", isRunning ? counts.unfinished : 0)
        member("scheduled_task_count", 0)
        member("stopped_task_count", counts.stopped)
    }

    /// Harbor's `Task`: what was or is to be delivered to one target, and what came of it.
    mutating func webhookTask(_ task: JobTask, of policy: WebhookPolicy, showsAddress: Bool) {
        object { writer in
            writer.member("id", task.id)
            writer.member("execution_id", task.executionID)
            writer.member("status", task.status.rawValue)
            writer.member("status_message", task.statusMessage)
            writer.member("run_count", task.runs)
            var attributes = task.attributes
            if let delivery = WebhookDelivery(parameters: task.parameters) {
                let target = policy.content.targets.first { $0.id == delivery.targetID }
                attributes["event_type"] = .string(delivery.eventType)
                attributes["payload"] = .string(delivery.body)
                attributes["content_type"] = .string(delivery.contentType)
                if let target {
                    attributes["notify_type"] = .string(target.kind.rawValue)
                    attributes["address"] = .string(
                        showsAddress ? target.address.description : target.addressForReaders)
                }
            }
            writer.member("extra_attrs", .object(attributes))
            writer.member("creation_time", task.createdAt)
            writer.member("update_time", task.updatedAt)
            writer.memberIfPresent("start_time", task.startedAt)
            writer.memberIfPresent("end_time", task.endedAt)
        }
    }

    /// Harbor's older `WebhookJob`.
    mutating func webhookJob(_ execution: Execution, _ delivery: WebhookDelivery?) {
        object { writer in
            writer.member("id", execution.id)
            writer.member("policy_id", execution.vendorID)
            writer.member("event_type", execution.attributes["event_type"]?.string ?? "")
            writer.member("notify_type", execution.vendorType == "SLACK" ? "slack" : "http")
            writer.member("status", execution.status.rawValue)
            writer.member("job_detail", delivery?.body ?? "")
            writer.member("creation_time", execution.createdAt)
            writer.member("update_time", execution.endedAt ?? execution.startedAt ?? execution.createdAt)
        }
    }
}
