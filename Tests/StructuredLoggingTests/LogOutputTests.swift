import Dispatch
import Glibc
import Logging
import StructuredLogging
import Testing

@Suite struct LogOutputTests {
    @Test func formatsAreNamed() {
        #expect(LogFormat(rawValue: "text") == .text)
        #expect(LogFormat(rawValue: "json") == .json)
        #expect(LogFormat(rawValue: "auto") == .auto)
        #expect(LogFormat(rawValue: "xml") == nil)
    }

    @Test func autoIsJSONWhereThereIsNoTerminal() throws {
        #expect(try line(.auto) { $0.info("m") }.hasPrefix("{"))
    }

    @Test func autoIsTextOnATerminal() throws {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        #expect(LogFormat.auto.resolved(for: terminal) == .text)
        #expect(LogFormat.json.resolved(for: terminal) == .json)
    }

    @Test func onlyWhatIsImportantEnoughIsWritten() throws {
        let written = try line(.text, level: .warning) { logger in
            logger.info("unwritten")
            logger.warning("first")
            logger.logLevel = .debug
            logger.debug("second")
            logger.trace("unwritten")
        }
        #expect(written.split(separator: "\n").count == 2)
        #expect(!written.contains("unwritten"))
    }

    @Test func metadataBelongsToOneLogger() throws {
        let written = try line(.text) { logger in
            var other = logger
            other[metadataKey: "request"] = "1"
            other.info("with")
            logger.info("without")
            #expect(other[metadataKey: "request"] == "1")
            #expect(logger[metadataKey: "request"] == nil)
        }
        let lines = written.split(separator: "\n")
        #expect(lines.first?.hasSuffix("with request=1") == true)
        #expect(lines.last?.hasSuffix("without") == true)
    }

    @Test(arguments: [false, true])
    func linesOfManyThreadsDoNotMix(_ isNonBlocking: Bool) throws {
        let probe = try LogProbe()
        if isNonBlocking { probe.makeNonBlocking() }
        let logger = probe.logger(.text)
        // Longer than what a pipe takes in one piece, so that a write may stop in the middle.
        let filling = String(repeating: "x", count: 20_000)
        // Threads and not tasks: a writer waits until the pipe is read.
        DispatchQueue.global().async {
            DispatchQueue.concurrentPerform(iterations: 4) { writer in
                for number in 0..<25 { logger.info("\(filling)", metadata: ["from": "\(writer).\(number)"]) }
            }
        }
        var text = ""
        var count = 0
        while count < 100 {
            let piece = probe.read()
            count += piece.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            text += piece
        }
        var seen: Set<Substring> = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            #expect(parts.count == 5 && parts[3] == filling, "a whole line, and nothing else in it")
            seen.insert(parts[parts.count - 1])
        }
        #expect(seen.count == 100, "each line once")
    }

    @Test func aReaderThatHasGoneStopsNobody() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_IGN)
            var ends: [CInt] = [0, 0]
            guard pipe(&ends) == 0 else { exit(1) }
            close(ends[0])
            let output = LogOutput(format: .json, descriptor: ends[1])
            Logger(label: "haven") { StructuredLogHandler(label: $0, level: .info, output: output) }.info("lost")
        }
    }
}
