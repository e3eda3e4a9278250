import HTTPServing
import HTTPTypes
import Identity
import OCI
import RegistryTesting
import Testing

/// The routes of user groups and of the members of local ones.
@Suite struct UserGroupRouteTests {
    private func with(
        _ kind: DatabaseKind, _ body: (RegistryFixture, ManagementClient) async throws -> Void
    ) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await registry.makeUser("admin", isAdministrator: true)
            try await registry.makeUser("ada")
            try await body(registry, try ManagementClient(registry))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theLifeOfAGroup(_ kind: DatabaseKind) async throws {
        try await with(kind) { _, client in
            let made = try await client.send(
                .post, "/usergroups", as: "admin", body: #"{"group_name":"dev","group_type":4}"#)
            #expect(made.status == 201)
            let path = String((made.headers[.location] ?? "").dropFirst(9))
            let shown = try await client.send(.get, path, as: "admin")
            #expect(shown.json["group_name"]?.string == "dev" && shown.json["group_type"]?.integer == 4)
            #expect(shown.json["ldap_group_dn"] == nil)
            let found = try await client.send(.get, "/usergroups/search?groupname=DE", as: "ada")
            #expect(found.json.array?.count == 1 && found.headers[.constant("X-Total-Count")] == "1")
            #expect(
                try await client.send(.put, path, as: "admin", body: #"{"group_name":"devs","group_type":4}"#).status
                    == 200)
            #expect(
                try await client.send(.put, path, as: "admin", body: #"{"group_name":"d","group_type":3}"#).status
                    == 400)
            let list = try await client.send(.get, "/usergroups?group_name=devs", as: "admin")
            #expect(list.json.array?.first?["group_name"]?.string == "devs")
            #expect(try await client.send(.delete, path, as: "admin").status == 200)
            #expect(try await client.send(.delete, path, as: "admin").status == 404)
            #expect(try await client.send(.get, path, as: "admin").status == 404)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func membersComeAndGo(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, client in
            let group = try await registry.groups.create(NewUserGroup(name: "dev", kind: 4))
            let ada = try await registry.users.find(named: "ada")
            let path = "/usergroups/\(group.id)/members"
            let added = try await client.send(.post, path, as: "admin", body: #"{"username":"ada"}"#)
            #expect(added.status == 201 && added.headers[.location] == "/api/v2.0\(path)/\(ada.id)")
            #expect(
                try await client.send(.post, path, as: "admin", body: "{\"user_id\":\(ada.id)}").status == 409)
            let list = try await client.send(.get, path, as: "admin")
            #expect(list.json.array?.compactMap { $0["username"]?.string } == ["ada"])
            #expect(try await client.send(.delete, "\(path)/\(ada.id)", as: "admin").status == 200)
            #expect(try await client.send(.delete, "\(path)/\(ada.id)", as: "admin").status == 404)
            let foreign = try await registry.groups.create(NewUserGroup(name: "oidc", kind: 3))
            let refused = try await client.send(
                .post, "/usergroups/\(foreign.id)/members", as: "admin", body: #"{"username":"ada"}"#)
            #expect(refused.status == 412)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func onlyAdministratorsMayCallMost(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, client in
            let id = try await registry.groups.create(NewUserGroup(name: "dev", kind: 4)).id
            let calls: [(HTTPRequest.Method, String)] = [
                (.get, "/usergroups"), (.post, "/usergroups"), (.get, "/usergroups/\(id)"),
                (.put, "/usergroups/\(id)"), (.delete, "/usergroups/\(id)"), (.get, "/usergroups/\(id)/members"),
                (.post, "/usergroups/\(id)/members"), (.delete, "/usergroups/\(id)/members/1"),
                (.get, "/usergroups/999"),
            ]
            for (method, path) in calls {
                #expect(try await client.send(method, path).status == 401, "\(method) \(path)")
                #expect(try await client.send(method, path, as: "ada").status == 403, "\(method) \(path)")
            }
            #expect(try await client.send(.get, "/usergroups/search?groupname=d").status == 401)
        }
    }

    private static let bodies: [(HTTPRequest.Method, String, String, Int, String)] = {
        let long = String(repeating: "x", count: 10_000)
        var cases: [(HTTPRequest.Method, String, String, Int, String)] = []
        for (method, path) in [
            (HTTPRequest.Method.post, "/usergroups"), (.put, "/usergroups/{id}"), (.post, "/usergroups/{id}/members"),
        ] {
            cases += [
                (method, path, "", 422, "nothing"), (method, path, "x", 400, "no JSON"),
                (method, path, "[]", 400, "an array"), (method, path, "{}", 400, "an empty object"),
            ]
        }
        return cases + [
            (.post, "/usergroups", #"{"group_name":"a","group_type":"4"}"#, 400, "text for a number"),
            (.post, "/usergroups", #"{"group_name":"a","group_type":99999999999999999999}"#, 400, "a huge number"),
            (.post, "/usergroups", #"{"group_name":"a","group_type":9}"#, 400, "an unknown type"),
            (.post, "/usergroups", #"{"group_name":1,"group_type":4}"#, 400, "a number for a name"),
            (.post, "/usergroups", #"{"group_name":"a\u0000","group_type":4}"#, 400, "a NUL"),
            (.post, "/usergroups", "{\"group_name\":\"\(long)\",\"group_type\":4}", 422, "10 kB"),
            (.post, "/usergroups", #"{"group_name":"a","group_type":1}"#, 400, "LDAP without a name there"),
            (
                .post, "/usergroups", "{\"group_name\":\"a\",\"group_type\":1,\"ldap_group_dn\":\"cn=\(long)\"}", 422,
                "10 kB of it"
            ),
            (.post, "/usergroups", #"{"group_name":"dev","group_type":4}"#, 409, "a taken name"),
            (.put, "/usergroups/999", #"{"group_name":"x"}"#, 404, "an unknown group"),
            (.post, "/usergroups/{id}/members", #"{"user_id":999}"#, 404, "an unknown user"),
            (.post, "/usergroups/{id}/members", #"{"user_id":-1}"#, 422, "a negative number"),
            (.post, "/usergroups/{id}/members", #"{"username":"a\u0000"}"#, 400, "a NUL"),
            (.post, "/usergroups/{id}/members", #"{"username":"%"}"#, 404, "a wildcard"),
            (.post, "/usergroups/{id}/members", #"{"username":"ada","user_id":1}"#, 400, "both"),
            (.delete, "/usergroups/{id}/members/x", "", 422, "no number"),
            (.get, "/usergroups/99999999999999999999", "", 422, "a number out of range"),
            (.get, "/usergroups?ldap_group_dn=%00", "", 422, "a NUL"),
            (.get, "/usergroups?q=secret=1", "", 400, "an unknown key"),
            (.get, "/usergroups/search", "", 422, "no name"),
        ]
    }()

    @Test(arguments: DatabaseKind.allCases)
    func badRequests(_ kind: DatabaseKind) async throws {
        try await with(kind) { registry, client in
            let id = try await registry.groups.create(NewUserGroup(name: "dev", kind: 4)).id
            for (method, path, body, expected, reason) in Self.bodies {
                let path = path.replacing("{id}", with: String(id))
                let answer = try await client.send(method, path, as: "admin", body: body)
                #expect(answer.status == expected, "\(method) \(path): \(reason): \(answer)")
                #expect(answer.code != nil, "\(reason)")
            }
        }
    }
}
