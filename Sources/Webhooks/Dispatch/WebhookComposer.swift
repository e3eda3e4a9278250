import Events
import Jobs
import OCI
import Time

/// Makes executions of what a policy's targets are to be told.
struct WebhookComposer: Sendable {
    let externalURL: String?

    /// An event as a policy tells of it.
    func notice(
        of type: WebhookEventType, _ content: EventContent, by operatorName: String, at time: Timestamp,
        policy: StoredWebhookPolicy, project: (id: Int64, name: String)
    ) -> WebhookNotice {
        WebhookNotice(
            identifier: UUIDText.random(), eventType: type, occurredAt: time, operatorName: operatorName,
            policyID: policy.id, projectID: project.id, projectName: project.name, repository: content.repository,
            artifacts: content.artifacts, attributes: content.attributes, registryURL: externalURL ?? policy.registryURL
        )
    }

    /// An execution with a task for each target; `isAsked`: by a person, so that it goes out although the policy is
    /// disabled.
    func execution(
        _ notice: WebhookNotice, targets: [WebhookTarget], trigger: ExecutionTrigger, isAsked: Bool
    ) -> NewExecution {
        let tasks = targets.map { target in
            let body = target.body(of: notice)
            let delivery = WebhookDelivery(
                policyID: notice.policyID, targetID: target.id, eventType: notice.eventType.rawValue,
                identifier: notice.identifier, contentType: body.contentType, body: body.text, isAsked: isAsked)
            return NewTask(type: target.kind.jobType, parameters: delivery.parameters)
        }
        var attributes: JSONObject = [
            "event_type": .string(notice.eventType.rawValue), "operator": .string(notice.operatorName),
            "project": .string(notice.projectName),
        ]
        if let repository = notice.repository { attributes["repository"] = .string(repository.name) }
        return NewExecution(
            vendorType: Self.vendorType(of: targets), vendorID: notice.policyID, trigger: trigger,
            attributes: attributes, tasks: tasks)
    }

    /// Harbor knows two kinds of executions; those of targets of both kinds count as the first.
    private static func vendorType(of targets: [WebhookTarget]) -> String {
        let types = Set(targets.map(\.kind.jobType))
        return types.count == 1 ? types.first ?? "WEBHOOK" : "WEBHOOK"
    }
}
