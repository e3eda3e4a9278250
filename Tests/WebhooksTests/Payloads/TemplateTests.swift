import Events
import OCI
import Testing
import Webhooks

@Suite struct TemplateTests {
    private func text(
        _ template: String, type: String = "text/plain", _ notice: WebhookNotice = SampleNotice.push()
    ) throws -> WebhookBody {
        try SampleNotice.body(
            .http, notice, format: .custom, template: try WebhookTemplate(template, contentType: type))
    }

    @Test(
        "what templates make",
        arguments: [
            ("plain", "plain"), ("{{type}} by {{ operator }}", "PUSH_ARTIFACT by alice"),
            ("{{event_data.repository.name}}", "web/front"), ("{{occur_at}}", "1678082923"),
            ("{{project.name}}/{{project.id}}", "library/1"), ("{{occurred_at}}", "2023-03-06T06:08:43.456Z"),
            ("[{{unknown}}{{event_data.unknown.more}}]", "[]"), ("a{{! a comment }}b", "ab"),
            ("{{#event_data.resources}}{{tag}}{{^-last}}, {{/-last}}{{/event_data.resources}}", "v1, v2"),
            ("{{#event_data}}{{#resources}}{{-index}}{{#-first}}!{{/-first}} {{/resources}}{{/event_data}}", "0! 1 "),
            ("{{#event_data.replication}}x{{/event_data.replication}}", ""),
            ("{{^event_data.replication}}x{{/event_data.replication}}", "x"),
            ("{{#event_data.repository}}{{name}} {{operator}}{{/event_data.repository}}", "web/front alice"),
            ("{{#operator}}{{.}}{{/operator}}", "alice"),
            ("a\n{{#operator}}\nb\n{{/operator}}\nc\n", "a\nb\nc\n"),
            ("a\r\n  {{! alone }}  \r\nb", "a\r\nb"), ("{{{project}}}", #"{"id":1,"name":"library"}"#),
            ("{{&type}}", "PUSH_ARTIFACT"), ("}} { {", "}} { {"), ("名{{type}}", "名PUSH_ARTIFACT"),
        ])
    func rendered(template: String, expected: String) throws {
        let artifacts = ["v1", "v2"].map { EventArtifact(digest: SampleNotice.digest, tag: $0) }
        let body = try text(template, SampleNotice.push(artifacts: artifacts))
        #expect(body.text == expected)
        #expect(body.contentType == "text/plain" && body.isSendable)
    }

    @Test(
        "values stay values",
        arguments: [
            ("application/json", #"{"by":"{{operator}}"}"#, #"{"by":"a\"<\\\u0007&é"}"#),
            ("application/vnd.x+json; charset=utf-8", "{{operator}}", #"a\"<\\\u0007&é"#),
            ("text/html", "<b>{{operator}}</b>", "<b>a&quot;&lt;\\\u{7}&amp;é</b>"),
            ("application/x-www-form-urlencoded", "by={{operator}}", "by=a%22%3C%5C%07%26%C3%A9"),
            ("text/plain", "{{operator}}", "a\"<\\\u{7}&é"), ("application/json", "{{{operator}}}", "a\"<\\\u{7}&é"),
            ("application/json", #""{{project}}""#, #""{\"id\":1,\"name\":\"library\"}""#),
        ])
    func escaped(type: String, template: String, expected: String) throws {
        #expect(try text(template, type: type, SampleNotice.push(by: "a\"<\\\u{7}&é")).text == expected)
    }

    @Test(
        "mistakes and their places",
        arguments: [
            ("{{", "line 1, column 1: this tag isn't closed"), ("a\nbé{{x", "line 2, column 3: this tag isn't closed"),
            ("{{#a}}", "line 1, column 1: this section isn't closed"),
            ("x\n {{/a}}", "line 2, column 2: there is no section to close"),
            ("{{#a}}{{/b}}", "line 1, column 7: this should close the section a"),
            ("{{> other}}", "line 1, column 1: parts that stand elsewhere"), ("{{<a}}{{/a}}", "parts that stand"),
            ("{{$a}}{{/a}}", "parts that stand"), ("{{=<% %>=}}", "other delimiters"), ("{{}}", "a name has"),
            ("{{a..b}}", "a name has"), ("{{a b}}", "a name has"), ("{{f(x)}}", "a name has"),
            ("{{{a}}", "isn't closed"),
            (String(repeating: "{{#a}}", count: 17), "column 97: at most 16 sections"),
            ("", "must have 1 to 16384 bytes"),
            (String(repeating: "a", count: 16_385), "must have 1 to 16384 bytes"),
        ])
    func refused(template: String, words: String) {
        let error = #expect(throws: WebhookError.self) { try WebhookTemplate(template) }
        #expect(error?.description.hasPrefix("body_template ") == true)
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }

    @Test("content types that are none", arguments: ["", "json", "a/", "/b", "a/b/c", "a/b\r\nX: y", "a b/c"])
    func contentTypes(type: String) {
        #expect(throws: WebhookError.self) { try WebhookTemplate("x", contentType: type) }
    }

    /// What a template and a value each may have can be too much together.
    @Test(arguments: [
        (String(repeating: "\u{301}", count: 20) + "{{!}}" + String(repeating: "\u{301}", count: 20), "alice"),
        ("{{operator}}" + String(repeating: "\u{301}", count: 20), "a" + String(repeating: "\u{301}", count: 20)),
    ])
    func textThatATaskCannotHoldIsNotSent(template: String, operatorName: String) throws {
        let body = try text("a" + template, SampleNotice.push(by: operatorName))
        #expect(!body.isSendable && body.text.contains("combining characters"))
    }

    /// A list within itself, again and again: what it makes grows by a hundred with each level.
    private func nested(_ levels: Int, _ inner: String) -> String {
        String(repeating: "{{#event_data.resources}}", count: levels) + inner
            + String(repeating: "{{/event_data.resources}}", count: levels)
    }

    @Test func resultsAreBounded() throws {
        let many = SampleNotice.push(
            artifacts: (0..<100).map { EventArtifact(digest: SampleNotice.digest, tag: "v\($0)") })
        let long = try text(nested(1, String(repeating: "x", count: 10_000)), many)
        #expect(!long.isSendable && long.text.contains("more than 65536 bytes"))
        let endless = try text(nested(16, ""), many)
        #expect(!endless.isSendable && endless.text.contains("too much work"))
    }
}
