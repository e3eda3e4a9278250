import Events
import OCI
import Testing
import Webhooks

@Suite struct PayloadTests {
    private let digest = SampleNotice.digest
    private let data = """
        {"resources":[{"digest":"\(SampleNotice.digest)","tag":"v1",\
        "resource_url":"registry.example.com:8443/library/web/front:v1"}],\
        "repository":{"date_created":1677053165,"name":"web/front","namespace":"library",\
        "repo_full_name":"library/web/front","repo_type":"public"}}
        """

    @Test func defaultIsHarborsJSON() throws {
        let body = try SampleNotice.body(.http)
        #expect(body.contentType == "application/json")
        #expect(
            body.text
                == #"{"type":"PUSH_ARTIFACT","occur_at":1678082923,"operator":"alice","event_data":"# + data + "}")
    }

    @Test func artifactsWithoutATagAreNamedByTheirDigest() throws {
        let notice = SampleNotice.push(.deleteArtifact, artifacts: [EventArtifact(digest: digest, tag: nil)])
        let resource = try JSONValue(parsing: Array(try SampleNotice.body(.http, notice).text.utf8))["event_data"]?[
            "resources"]?.array?.first
        #expect(
            resource == [
                "digest": .string(digest), "tag": .string(digest),
                "resource_url": .string("registry.example.com:8443/library/web/front@\(digest)"),
            ])
    }

    @Test func quotaEventsTellDetails() throws {
        let notice = SampleNotice.push(.quotaWarning, attributes: ["details": "90 % are used"])
        let data = try JSONValue(parsing: Array(try SampleNotice.body(.http, notice).text.utf8))["event_data"]
        #expect(data?["custom_attributes"] == ["Details": "90 % are used"])
        #expect(
            data?["resources"]?.array?.first == ["digest": .string(digest), "tag": "v1"], "Harbor gives no URL here")
    }

    @Test func retentionEventsTellTheirResult() throws {
        #expect(
            try SampleNotice.body(.http, SampleNotice.retention).text == """
                {"type":"TAG_RETENTION","occur_at":1678082923,"operator":"MANUAL",\
                "event_data":{"retention":{"total":5,"retained":3,"result":"SUCCESS",\
                "harbor_hostname":"registry.example.com"}}}
                """)
    }

    @Test func cloudEvents() throws {
        let body = try SampleNotice.body(.http, format: .cloudEvents)
        #expect(body.contentType == "application/cloudevents+json")
        #expect(
            body.text == """
                {"specversion":"1.0","id":"4b2f89a6-548d-4c12-9993-a1f5790b97d2",\
                "source":"/projects/1/webhook/policies/3","type":"harbor.artifact.pushed",\
                "datacontenttype":"application/json","time":"2023-03-06T06:08:43Z","data":\(data),"operator":"alice"}
                """)
    }

    @Test func slackGetsHarborsBlocks() throws {
        let body = try SampleNotice.body(.slack, SampleNotice.push(by: "<!channel>"))
        let blocks = try #require(JSONValue(parsing: Array(body.text.utf8))["blocks"]?.array)
        let texts = blocks.compactMap { $0["text"]?["text"]?.string }
        #expect(body.contentType == "application/json")
        #expect(blocks.allSatisfy { $0["type"] == "section" && $0["text"]?["type"] == "mrkdwn" })
        #expect(
            texts.dropLast() == [
                "*Harbor webhook events*", "*event_type:* PUSH_ARTIFACT",
                "*occur_at:* <!date^1678082923^{date} at {time}|2023-03-06T06:08:43.456Z>",
                "*operator:* &lt;!channel&gt;", "*event_data:*",
            ])
        #expect(texts.last?.hasPrefix("```{\n\t\"resources\": [\n\t\t{\n\t\t\t\"digest\": ") == true)
    }

    @Test func slackRefusesLongTexts() throws {
        let many = (0..<100).map { EventArtifact(digest: digest, tag: "v\($0)") }
        let blocks = try JSONValue(
            parsing: Array(try SampleNotice.body(.slack, SampleNotice.push(artifacts: many)).text.utf8))["blocks"]
        let text = try #require(blocks?.array?.last?["text"]?["text"]?.string)
        #expect(text.count <= 3000 && text.hasSuffix("…```"))
    }

    @Test func dingTalkGetsMarkdown() throws {
        #expect(
            try SampleNotice.body(.dingtalk).text == #"""
                {"msgtype":"markdown","markdown":{"title":"推送制品 (PUSH_ARTIFACT)","text":"### 推送制品 (PUSH_ARTIFACT)\n\n\#
                - **项目**: library\n- **仓库**: library/web/front\n\#
                - **制品**: registry.example.com:8443/library/web/front:v1\n- **操作者**: alice\n\#
                - **时间**: 2023-03-06T06:08:43.456Z"}}
                """#)
    }

    @Test func weComGetsMarkdown() throws {
        #expect(
            try SampleNotice.body(.wecom, SampleNotice.retention).text == #"""
                {"msgtype":"markdown","markdown":{"content":"### 标签保留完成 (TAG_RETENTION)\n> 项目: library\n\#
                > 保留: 3 / 5\n> 操作者: MANUAL\n> 时间: 2023-03-06T06:08:43.456Z"}}
                """#)
    }

    @Test func feishuGetsACard() throws {
        #expect(
            try SampleNotice.body(.feishu, SampleNotice.push(.quotaExceed, artifacts: [], by: "<at id=all></at>")).text
                == #"""
                {"msg_type":"interactive","card":{"config":{"wide_screen_mode":true},"header":{"title":\#
                {"tag":"plain_text","content":"超出存储配额 (QUOTA_EXCEED)"},"template":"red"},"elements":[{"tag":"div",\#
                "text":{"tag":"lark_md","content":"**项目**: library\n**仓库**: library/web/front\n\#
                **操作者**: ‹at id=all›‹/at›\n**时间**: 2023-03-06T06:08:43.456Z"}}]}}
                """#)
    }

    @Test(
        "messages to chat programs stay within what they take",
        arguments: [WebhookTargetKind.dingtalk, .wecom, .feishu])
    func bounded(kind: WebhookTargetKind) throws {
        let long = String(repeating: "镜", count: 100_000)
        let body = try SampleNotice.body(kind, SampleNotice.push(.quotaWarning, attributes: ["details": .string(long)]))
        let most = [.dingtalk: 20_000, .wecom: 4096 + 100][kind] ?? 20_480
        #expect(body.text.utf8.count <= most && body.text.contains("…"))
    }
}
