import Glibc
import PortalHosting

/// Where the web console of this program is looked for.
struct PortalPlaces {
    /// The directories, in their order; nil: no console is to be served.
    let places: [String]?

    init(_ settings: Settings) {
        if !settings.isPortalEnabled {
            places = nil
        } else if let directory = settings.portalDirectory {
            places = [directory]
        } else {
            places = Self.programDirectory().map { ["\($0)/portal", "\($0)/../share/haven/portal"] } ?? []
        }
    }

    /// Opens the console, if one is to be served.
    func library(_ services: RegistryServices) -> PortalLibrary? {
        places.map { PortalLibrary(places: $0, threads: services.fileThreads, logger: services.logger) }
    }

    /// The directory of the running program, behind all links.
    private static func programDirectory() -> String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        let program = String(cString: path)
        return program.lastIndex(of: "/").map { String(program[..<$0]) }
    }
}
