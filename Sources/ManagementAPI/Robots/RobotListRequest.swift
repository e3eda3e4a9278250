import HTTPServing
import Listing

/// Which robots a list is asked for: those of the system, or those of one project.
struct RobotListRequest {
    /// The rest of the request.
    let list: ListRequest
    /// Nil: robots of the system.
    let projectID: Int64?

    /// Takes `Level` and `ProjectID`, however they are written, out of a request; throws 400 as Harbor.
    init(_ request: ListRequest) throws {
        var list = request
        var level = FilterValue("system")
        var project: FilterValue?
        list.filters.removeAll { term in
            guard case .exact(let value) = term.condition else { return false }
            switch term.key.lowercased().filter({ $0 != "_" }) {
            case "level": level = value
            case "projectid": project = value
            default: return false
            }
            return true
        }
        self.list = list
        switch level.text {
        case "system": projectID = nil
        case "project":
            guard let id = project?.integer else {
                throw HTTPFailure.badRequest("add ProjectID to q: robots of projects are listed by project")
            }
            projectID = id
        default: throw HTTPFailure.badRequest("Level in q must be system or project")
        }
    }
}
