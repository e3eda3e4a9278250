import OCI

extension ConfigurationItem {
    /// Checks a value that somebody wants the item to have; throws `ConfigurationError.invalid`.
    ///
    /// `auditEvents` are the kinds of audited events that there are.
    func value(from json: JSONValue, auditEvents: Set<String>) throws(ConfigurationError) -> ConfigurationValue {
        switch kind {
        case .flag:
            guard let flag = json.bool else { throw invalid("true or false") }
            return .flag(flag)
        case .number(let range, let also):
            let exception = also.map { "\($0) or " } ?? ""
            guard let number = json.integer, range.contains(number) || number == also else {
                throw invalid("\(exception)a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return .number(number)
        case .text(let maximum, let allowsLines):
            let text = try text(json, maximum: maximum, allowsLines: allowsLines)
            try checkEndpoint(text)
            return .text(text)
        case .secret: return .text(try text(json, maximum: 4096, allowsLines: false))
        case .name(let maximum): return .text(try name(json, maximum: maximum))
        case .choice(let choices):
            guard let text = json.string, choices.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
                throw invalid(choices.joined(separator: " or ") + "; this version knows no other")
            }
            return .text(text)
        case .textMap, .object: return .text(try map(json))
        case .auditEvents: return .text(try events(json, known: auditEvents))
        }
    }

    private func invalid(_ expected: String) -> ConfigurationError { .invalid(key: key, expected: expected) }

    private func text(
        _ json: JSONValue, maximum: Int, allowsLines: Bool
    ) throws(ConfigurationError) -> String {
        guard let text = json.string, text.utf8.count <= maximum * 4, text.count <= maximum else {
            throw invalid("a text of at most \(maximum) characters")
        }
        let lines: [UInt8] = allowsLines ? [0x09, 0x0a, 0x0d] : []
        guard text.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7f) || lines.contains($0) }) else {
            throw invalid("a text without control characters")
        }
        return text
    }

    /// Names take part in user names, which a colon or blank would cut short.
    private func name(_ json: JSONValue, maximum: Int) throws(ConfigurationError) -> String {
        let forbidden = Array(",\"~#%:+/".utf8)
        guard let text = json.string, (1...maximum).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !forbidden.contains($0) })
        else {
            throw invalid("1 to \(maximum) letters, digits and signs, no blank and none of , \" ~ # % : + /")
        }
        return text
    }

    /// Harbor's clients send these objects as objects or as text.
    private func map(_ json: JSONValue) throws(ConfigurationError) -> String {
        var value = json
        if let text = json.string {
            guard text.utf8.count <= 16_384 else { throw invalid("an object of at most 16384 bytes") }
            value = text.isEmpty ? .object(JSONObject()) : (try? JSONValue(parsing: Array(text.utf8))) ?? .null
        }
        guard let object = value.object else { throw invalid("a JSON object") }
        if kind == .textMap, !object.members.allSatisfy({ $0.value.string != nil }) {
            throw invalid("a JSON object whose values are texts")
        }
        let encoded = value.encoded()
        guard encoded.count <= 16_384 else { throw invalid("an object of at most 16384 bytes") }
        return String(decoding: encoded, as: UTF8.self)
    }

    private func events(_ json: JSONValue, known: Set<String>) throws(ConfigurationError) -> String {
        let text = try text(json, maximum: 4096, allowsLines: false)
        let names = text.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
        // Names are compared only once they are known to be plain: hashing hostile Unicode is slow.
        let isPlain = text.utf8.allSatisfy { $0 < 0x7f }
        guard isPlain, names.allSatisfy({ known.contains($0) }) else {
            throw invalid("names from GET /api/v2.0/auditlog-exts/events, separated by commas")
        }
        return names.joined(separator: ",")
    }

    private func checkEndpoint(_ text: String) throws(ConfigurationError) {
        guard key == Self.auditLogForwardEndpoint.key, !text.isEmpty else { return }
        do {
            _ = try SyslogEndpoint(parsing: text)
        } catch {
            throw invalid(
                "HOST:PORT of a syslog server for TCP, or with udp://, tcp:// or tls:// before it, "
                    + "such as tls://log.example.com:6514; \(error.reason)")
        }
    }
}
