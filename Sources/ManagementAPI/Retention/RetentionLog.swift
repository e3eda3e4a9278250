import HTTPTypes
import Hummingbird
import NIOCore
import Retention
import Time

/// What was decided in a repository as a table of text, as Harbor's logs have it: one line each, written as it is read.
struct RetentionLog: Sendable {
    let results: RetentionResultService
    let task: RetentionTask

    var response: Response {
        let (results, task) = (results, task)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: Self.heading(of: task)))
                var part: Int64 = -1
                while let page = try await results.candidates(ofTask: task.id, after: part) {
                    try await writer.write(ByteBuffer(string: page.candidates.map(Self.line).joined()))
                    part = page.part
                }
                try await writer.finish(nil)
            })
    }

    private static func heading(of task: RetentionTask) -> String {
        """
        \(task.repository): \(task.counts.retained) of \(task.counts.total) retained

        | Digest | Tag | Kind | Labels | PushedTime | PulledTime | CreatedTime | Retention |
        |--------|-----|------|--------|------------|------------|-------------|-----------|

        """
    }

    private static func line(of candidate: RetentionCandidate) -> String {
        let more = candidate.tagCount > Int64(candidate.tags.count) ? ",…" : ""
        let cells = [
            candidate.digest, candidate.tags.joined(separator: ",") + more, "image",
            candidate.labels.joined(separator: ","), candidate.pushedAt.internetText,
            candidate.pulledAt?.internetText ?? "", candidate.pushedAt.internetText,
            candidate.decision.outcome.rawValue,
        ]
        return "| \(cells.joined(separator: " | ")) |\n"
    }
}
