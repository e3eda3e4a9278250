package import Access

/// What a caller needs for a route.
package enum RoutePermission: Sendable, Hashable, CustomStringConvertible {
    /// Nothing: anybody may call it.
    case open
    /// To be somebody.
    case signedIn
    /// A right in the whole registry: administrators have all, robots of the system what they were given.
    case system(Permission)
    /// A right in the project of the path.
    case project(Permission)
    /// A right on the repository of the path.
    case repository(Permission)
    /// The handler looks at the caller itself, for the reason given.
    case decided(by: String)

    /// The permission as the API's description has it in `x-permission`.
    package var description: String {
        switch self {
        case .open: "open"
        case .signedIn: "signed-in"
        case .system(let permission): "system \(permission)"
        case .project(let permission): "project \(permission)"
        case .repository(let permission): "repository \(permission)"
        case .decided(let reason): reason
        }
    }
}
