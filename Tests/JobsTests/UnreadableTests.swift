import Jobs
import Listing
import OCI
import RegistryTesting
import Testing

/// Tasks whose rows can't be read back.
@Suite struct UnreadableTests {
    @Test(arguments: DatabaseKind.allCases)
    func whatCannotBeReadDelaysNothingElse(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            // More combining characters in a row than a reader of JSON takes.
            let unreadable: JSONObject = ["text": .string("a" + String(repeating: "\u{301}", count: 40))]
            let new = NewExecution(
                vendorType: "T", trigger: .manual, attributes: unreadable,
                tasks: [NewTask(type: "T", parameters: unreadable)])
            let first = try await fixture.jobs.submit(new)
            #expect(try await fixture.jobs.executions(.init(page: .everything), vendorType: "T").elements.count == 1)
            try await withRunning(fixture.runner(ClosureHandler(JobType("T")) { _ in [:] })) {
                let second = try await fixture.submit("T")
                #expect(try await fixture.ended(second, "T")?.status == .success)
                let ended = try #require(await fixture.ended(first, "T"))
                #expect(ended.status == .error && ended.statusMessage.contains("can't be read"))
                #expect(ended.attributes == [:] && ended.counts.failed == 1)
                let task = try #require(await fixture.task(of: first))
                #expect(task.status == .error && task.parameters == [:])
                #expect(try await fixture.jobs.log(ofTask: task.id).text.contains("failed: "))
            }
        }
    }
}
