import Access
import HTTPServing
import HTTPTypes
import Identity
import OCI
import RegistryTesting
import Testing

/// Robots of the system with rights on users: what they may do with them, and what not.
@Suite struct RobotsAndUsersTests {
    @Test(arguments: DatabaseKind.allCases)
    func administratorsAreOutOfTheirReach(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let admin = try await registry.makeUser("admin", isAdministrator: true)
            let second = try await registry.makeUser("second", isAdministrator: true)
            let ada = try await registry.makeUser("ada")
            let actions = ["list", "read", "create", "update", "delete"]
            let made = try await registry.robots.create(
                NewRobot(
                    name: "people", duration: -1, project: nil,
                    permissions: [
                        RobotPermission(place: .system, permissions: actions.map { Permission("user", $0) })
                    ]),
                by: .user(admin))
            let client = try ManagementClient(registry)
            func status(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil) async throws -> Int {
                try await client.send(
                    method, path, as: made.account.name, password: made.secret, body: body
                ).status
            }
            let calls: [(HTTPRequest.Method, String, String?, Int)] = [
                (.get, "/users", nil, 200), (.get, "/users/\(admin.id)", nil, 200),
                (.get, "/users/current", nil, 412), (.get, "/users/current/sessions", nil, 412),
                (
                    .post, "/users", #"{"username":"eve","password":"Correct-Horse-7","email":"eve@example.com"}"#, 201
                ),
                // Whoever sets a password can sign in with rights that were never given.
                (.put, "/users/\(ada.id)/password", #"{"new_password":"Another-Horse-8"}"#, 403),
                (.put, "/users/\(ada.id)/cli_secret", #"{"secret":"Another-Horse-8"}"#, 403),
                (.put, "/users/\(ada.id)", #"{"comment":"x"}"#, 200),
                (.put, "/users/\(ada.id)/sysadmin", #"{"sysadmin_flag":true}"#, 403),
                (.put, "/users/\(second.id)/password", #"{"new_password":"Another-Horse-8"}"#, 403),
                (.put, "/users/\(second.id)/cli_secret", #"{"secret":"Another-Horse-8"}"#, 403),
                (.put, "/users/\(second.id)", #"{"comment":"x"}"#, 403),
                (.put, "/users/\(second.id)/sysadmin", #"{"sysadmin_flag":false}"#, 403),
                (.delete, "/users/\(second.id)", nil, 403), (.delete, "/users/\(ada.id)", nil, 200),
                (.get, "/usergroups", nil, 403),
            ]
            for (method, path, body, expected) in calls {
                let given = try await status(method, path, body)
                #expect(given == expected, "\(method) \(path)")
            }
        }
    }
}
