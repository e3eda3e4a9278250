import Access
import Catalog
import HTTPServing
import HTTPTypes
import HummingbirdCore
import Identity
import OCI

extension DistributionService {
    /// Tells who sends a request; throws a challenge if what it shows doesn't hold.
    func caller(of request: DistributionRequest, scope: String?) async throws -> Caller {
        let origin = request.context.origin
        switch AuthorizationHeader(request.request.headers[.authorization]) {
        case .none: return Caller(principal: .anonymous, proof: .none)
        case .malformed: throw Challenge.bearer(origin, scope: scope, reason: .invalidToken)
        case .basic(let username, let password):
            let principal = try await signIn(username, password, address: origin.clientAddress, scope: scope)
            request.context.exchange.principal = principal.name
            return Caller(principal: principal, proof: .password)
        case .bearer(let text):
            guard let token = await tokens.verify(text), let principal = try await signIn.principal(of: token) else {
                throw Challenge.bearer(origin, scope: scope, reason: .invalidToken)
            }
            request.context.exchange.principal = principal.name
            return Caller(principal: principal, proof: .token(token))
        }
    }

    private func signIn(
        _ username: String, _ password: String, address: String, scope: String?
    ) async throws -> Principal {
        do {
            return try await signIn.signIn(username: username, password: password, address: address)
        } catch let refusal as AuthenticationService.Refusal {
            throw HTTPFailure.signInRefused(refusal) ?? Challenge.basic(scope: scope)
        }
    }

    /// Lets a request act on a repository, or throws what tells the client how to get the right to.
    ///
    /// A token must cover the action, and its bearer must have the right at this moment: rights that were withdrawn
    /// end with the next request. `scope` is what a client is told to ask for, if that is more than the action.
    func authorize(
        _ request: DistributionRequest, _ action: RepositoryAction, on name: RepositoryName, scope: String? = nil
    ) async throws -> (caller: Caller, project: Project) {
        let scope = scope ?? "repository:\(name):\(action.scopeActions)"
        let caller = try await caller(of: request, scope: scope)
        let project = try await projects.find(named: name.project)
        if let project {
            if case .none = caller.proof {
                throw Challenge.bearer(request.context.origin, scope: scope)
            }
            // A token names what was asked for; rights hang on what that is called now.
            let current = try await repositories.currentName(of: name, in: project)
            if caller.covers(action, name: name.description, project: project.facts),
                try await authorization.allows(
                    caller.principal, action.permission, in: project.facts, repository: current)
            {
                return (caller, project)
            }
        } else if caller.principal.isAdministrator {
            throw HTTPFailure.projectUnknown(name.project)
        }
        // The same answer whether the project exists or not.
        switch caller.proof {
        case .none: throw Challenge.bearer(request.context.origin, scope: scope)
        case .password: throw Challenge.basic(scope: scope)
        case .token: throw Challenge.bearer(request.context.origin, scope: scope, reason: .insufficientScope)
        }
    }

    /// Whether somebody may read a repository at this moment, whatever a token says.
    func mayRead(_ principal: Principal, projectID: Int64, name: RepositoryName) async throws -> Bool {
        guard let project = try await projects.find(named: name.project), project.id == projectID else { return false }
        let current = try await repositories.currentName(of: name, in: project)
        return try await authorization.allows(principal, .repositoryPull, in: project.facts, repository: current)
    }
}

extension HTTPFailure {
    /// The answer to a sign-in that was not even looked at; nil for wrong credentials.
    static func signInRefused(_ refusal: AuthenticationService.Refusal) -> HTTPFailure? {
        switch refusal {
        case .wrongCredentials: nil
        case .slowedDown(let seconds):
            HTTPFailure(
                .tooManyRequests, code: "TOOMANYREQUESTS",
                message: "too many failed sign-ins from this address: try again in \(seconds) seconds",
                headers: [.retryAfter: String(seconds)])
        case .busy: .unavailable("too many sign-ins at once")
        }
    }
}
