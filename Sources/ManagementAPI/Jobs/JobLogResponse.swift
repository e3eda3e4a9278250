import HTTPServing
import HTTPTypes
import Hummingbird
import Jobs
import NIOCore

/// Answers with the log of a task as plain text: all of it, or what came after `?after=`, so that it can be followed.
///
/// `X-Log-Position` is what to ask for next.
struct JobLogResponse: Sendable {
    let jobs: JobService
    /// Most bytes of one answer; what is beyond comes with the next.
    private static let maximumBytes = 16 << 20

    /// Makes the answer.
    func response(ofTask task: Int64, _ request: ManagementRequest) async throws -> Response {
        var position = try request.queryInteger("after") ?? 0
        var text = ""
        while text.utf8.count < Self.maximumBytes {
            let part = try await jobs.log(ofTask: task, after: position)
            guard part.last > position else { break }
            text += part.text
            position = part.last
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .logPosition: "\(position)", .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension HTTPField.Name {
    static let logPosition = HTTPField.Name.constant("X-Log-Position")
}
