import Glibc

/// What the kernel says of this process (`proc(5)`), read anew each time.
enum ProcessStatus {
    /// Memory held in RAM, in bytes.
    static var residentBytes: Double? {
        guard let pages = read("/proc/self/statm").flatMap({ field($0, 1) }) else { return nil }
        return pages * Double(sysconf(CInt(_SC_PAGESIZE)))
    }

    /// Memory addressed, in bytes.
    static var virtualBytes: Double? {
        guard let pages = read("/proc/self/statm").flatMap({ field($0, 0) }) else { return nil }
        return pages * Double(sysconf(CInt(_SC_PAGESIZE)))
    }

    /// Processor time used, by the program and by the kernel for it, in seconds.
    static var processorSeconds: Double? {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return nil }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// How many file descriptors are open.
    static var openDescriptors: Double? {
        guard let directory = opendir("/proc/self/fd") else { return nil }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // Not `.`, `..` and the descriptor that reads them.
        return Double(count - 3)
    }

    /// How many file descriptors may be open.
    static var maximumDescriptors: Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return Double(limit.rlim_cur)
    }

    /// How many threads there are.
    static var threads: Double? {
        read("/proc/self/stat").flatMap { statusField($0, 20) }
    }

    /// When the process began, in seconds since 1970 UTC.
    static var startSeconds: Double? {
        guard let ticks = read("/proc/self/stat").flatMap({ statusField($0, 22) }), let system = read("/proc/stat"),
            let boot = system.split(separator: "\n").first(where: { $0.hasPrefix("btime ") }).flatMap({ field($0, 1) })
        else { return nil }
        return boot + ticks / Double(sysconf(CInt(_SC_CLK_TCK)))
    }

    /// A field of `/proc/<pid>/stat`, counted from 1 as `proc(5)` does; only those after the second.
    ///
    /// The second is the program's name in brackets, which may itself hold spaces and brackets.
    static func statusField(_ text: String, _ number: Int) -> Double? {
        guard number > 2, let bracket = text.lastIndex(of: ")") else { return nil }
        return field(text[text.index(after: bracket)...], number - 3)
    }

    private static func field(_ text: some StringProtocol, _ index: Int) -> Double? {
        let fields = text.split(whereSeparator: \.isWhitespace)
        return fields.indices.contains(index) ? Double(fields[index]) : nil
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }

    private static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: content, as: UTF8.self) }
            content += block[..<count]
        }
    }
}
