import Identity
package import JWTKit

/// What a bearer token says (Docker Registry v2 token specification).
package struct RegistryToken: JWTPayload, Sendable, Equatable {
    /// A resource and what may be done with it.
    package struct Access: Codable, Sendable, Equatable {
        package var type: String
        package var name: String
        package var actions: [String]
        /// The project's number: a project that was deleted and made again refuses the old one's tokens.
        package var project: Int64?

        package init(type: String, name: String, actions: [String], project: Int64? = nil) {
            self.type = type
            self.name = name
            self.actions = actions
            self.project = project
        }
    }

    package static let issuer = "harbor-token-issuer"
    package static let service = "harbor-registry"
    /// Seconds by which clocks may differ.
    static let leeway = 60.0

    package var iss: String
    package var sub: String
    package var aud: String
    /// Seconds since 1970 UTC, as the next two.
    package var exp: Int64
    package var nbf: Int64
    package var iat: Int64
    package var jti: String
    package var access: [Access]
    /// The user's number; absent in tokens of robots and anonymous ones.
    package var uid: Int64?
    /// The robot's number.
    package var rid: Int64?
    /// The version of the password or secret that the token was got with.
    package var pwv: Int64?

    /// A token for somebody that holds from `issuedAt`, in seconds since 1970, for `lifetime` seconds.
    package init(
        principal: Principal, access: [Access], issuedAt: Int64, lifetime: Int64, identifier: String
    ) {
        iss = Self.issuer
        sub = principal.name
        aud = Self.service
        exp = issuedAt + lifetime
        nbf = issuedAt
        iat = issuedAt
        jti = identifier
        self.access = access
        switch principal {
        case .anonymous: break
        case .user(let user):
            uid = user.id
            pwv = user.passwordVersion
        case .robot(let robot):
            rid = robot.id
            pwv = robot.secretVersion
        }
    }

    /// Checks everything but the times, which are compared at every use.
    package func verify(using algorithm: some JWTAlgorithm) throws {
        guard iss == Self.issuer, aud == Self.service else {
            throw JWTError.claimVerificationFailure(failedClaim: nil, reason: "issuer or audience")
        }
    }

    /// Whether the token holds at a moment, in seconds since 1970.
    package func isValid(at now: Int64) -> Bool {
        now < exp + Int64(Self.leeway) && now >= nbf - Int64(Self.leeway)
    }

    /// Whether the token lets its bearer do something with a resource.
    package func grants(_ action: String, type: String, name: String, project: Int64? = nil) -> Bool {
        access.contains { entry in
            entry.type == type && entry.name == name && (project == nil || entry.project == project)
                && (entry.actions.contains(action) || entry.actions.contains("*"))
        }
    }
}
