import HTTPTypes
import Hummingbird
import ManagementAPI
import Testing

@Suite struct RouteTableTests {
    private static func route(_ method: HTTPRequest.Method, _ path: String) -> ManagementRoute {
        .open(method, path, "\(method) \(path)") { _ in Response(status: .ok) }
    }

    private static let table = RouteTable([
        route(.get, "/projects"), route(.post, "/projects"), route(.get, "/projects/{project_name_or_id}"),
        route(.get, "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}"),
        route(.get, "/projects/{project_name_or_id}/metadatas/"), route(.get, "/users/current"),
        route(.get, "/users/{user_id}"), route(.put, "/users/{user_id}/password"), route(.post, "/c/login"),
    ])

    private static func found(_ method: HTTPRequest.Method, _ path: String) -> String {
        switch table.match(method, path: path[...]) {
        case .nothing: "nothing"
        case .otherMethods(let methods): "only " + methods.map(\.rawValue).sorted().joined(separator: ",")
        case .route(let route, let values):
            ([route.operation] + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
                .joined(separator: " ")
        }
    }

    @Test(
        arguments: [
            (.get, "/api/v2.0/projects", "GET /projects"),
            (.post, "/api/v2.0/projects/", "POST /projects"),
            (.get, "/api/v2.0/projects/7", "GET /projects/{project_name_or_id} project_name_or_id=7"),
            // What a template writes out goes before a parameter.
            (.get, "/api/v2.0/users/current", "GET /users/current"),
            (.get, "/api/v2.0/users/2", "GET /users/{user_id} user_id=2"),
            // A literal that leads nowhere doesn't hide the parameter.
            (.put, "/api/v2.0/users/current/password", "PUT /users/{user_id}/password user_id=current"),
            (
                .get, "/api/v2.0/projects/p/metadatas",
                "GET /projects/{project_name_or_id}/metadatas/ project_name_or_id=p"
            ),
            // HEAD is answered by GET.
            (.head, "/api/v2.0/projects", "GET /projects"),
            (.post, "/c/login", "POST /c/login"),
            (.delete, "/api/v2.0/projects", "only GET,POST"),
            (.get, "/api/v2.0/nothing", "nothing"),
            (.get, "/api/v2.0", "nothing"),
            (.get, "/api/v2.0/projects/p/metadatas/x/y", "nothing"),
            // Names of repositories come encoded twice; the second time is the request's business.
            (
                .get, "/api/v2.0/projects/p/repositories/a%252Fb/artifacts/sha256:1",
                "GET /projects/{project_name}/repositories/{repository_name}/artifacts/{reference} "
                    + "project_name=p reference=sha256:1 repository_name=a%2Fb"
            ),
            // Not ASCII, control characters, too long.
            (.get, "/api/v2.0/projects/%C3%A4", "nothing"),
            (.get, "/api/v2.0/projects/%00", "nothing"),
            (.get, "/api/v2.0/projects/" + String(repeating: "a", count: 2000), "nothing"),
            (.get, "/api/v2.0/projects" + String(repeating: "/a", count: 100), "nothing"),
        ] as [(HTTPRequest.Method, String, String)])
    func finds(method: HTTPRequest.Method, path: String, expected: String) {
        #expect(Self.found(method, path) == expected)
    }
}
