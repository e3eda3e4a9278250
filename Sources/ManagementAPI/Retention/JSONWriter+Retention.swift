import Jobs
import OCI
import Retention
import Time

/// Executions, tasks and candidates in Harbor's form, with what is beyond it.
extension JSONWriter {
    mutating func retentionExecution(_ result: RetentionResultService.Result) {
        let execution = result.execution
        object { writer in
            writer.member("id", execution.id)
            writer.member("policy_id", execution.vendorID)
            writer.member("start_time", execution.startedAt ?? execution.createdAt)
            writer.memberIfPresent("end_time", execution.endedAt)
            writer.member("status", execution.status.rawValue)
            writer.member("status_message", execution.statusMessage)
            writer.member("trigger", execution.trigger.rawValue)
            writer.member("dry_run", execution.attributes["dry_run"]?.bool ?? false)
            writer.member("repositories", result.repositories)
            writer.counts(result.counts)
        }
    }

    mutating func retentionTask(_ task: RetentionTask, of execution: Execution, job: JobTask?) {
        // A task that isn't done is what its execution is.
        let status = task.endedAt == nil ? execution.status : .success
        object { writer in
            writer.member("id", task.id)
            writer.member("execution_id", task.executionID)
            writer.member("repository", task.repository)
            writer.member("job_id", job.map { "\($0.id)" } ?? "")
            writer.member("status", status.rawValue)
            writer.member("status_code", status.harborCode)
            writer.member("status_revision", task.startedAt.seconds)
            writer.member("start_time", task.startedAt)
            writer.memberIfPresent("end_time", task.endedAt)
            writer.counts(task.counts)
        }
    }

    mutating func retentionCandidate(
        _ candidate: RetentionCandidate, by policy: RetentionPolicy, repository: String? = nil
    ) {
        object { writer in
            writer.memberIfPresent("repository", repository)
            writer.member("digest", candidate.digest)
            writer.member("tags", candidate.tags)
            writer.member("tag_count", candidate.tagCount)
            writer.member("labels", candidate.labels)
            writer.member("push_time", candidate.pushedAt)
            writer.memberIfPresent("pull_time", candidate.pulledAt)
            writer.member("decision", candidate.decision.outcome.rawValue)
            writer.member("reason_code", candidate.decision.code)
            writer.member("reason", candidate.decision.sentence(by: policy))
            guard case .kept(let place, let condition) = candidate.decision, place < policy.rules.count else { return }
            let rule = policy.rules[place]
            writer.member("rule_id", place + 1)
            let template = rule.combination == .all ? "allOf" : rule.conditions[condition].template.rawValue
            writer.member("template", template)
        }
    }

    mutating func preview(_ preview: RetentionPreviewService.Preview, by policy: RetentionPolicy) {
        var sums = RetentionCounts()
        for repository in preview.repositories { sums += repository.counts }
        object { writer in
            writer.member("is_complete", preview.isComplete)
            writer.counts(sums)
            writer.member("repositories", array: preview.repositories) { writer, repository in
                writer.object { writer in
                    writer.member("repository", repository.name)
                    writer.counts(repository.counts)
                }
            }
            writer.member("candidates", array: preview.candidates) { writer, entry in
                writer.retentionCandidate(entry.candidate, by: policy, repository: entry.repository)
            }
        }
    }

    private mutating func counts(_ counts: RetentionCounts) {
        member("total", counts.total)
        member("retained", counts.retained)
        member("deleted", counts.deleted)
    }
}

extension JobStatus {
    /// The number that Harbor's tasks have for it.
    fileprivate var harborCode: Int {
        switch self {
        case .pending: 0
        case .running: 2
        case .success, .error, .stopped: 3
        }
    }
}
