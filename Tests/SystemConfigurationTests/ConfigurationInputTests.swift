import OCI
import RegistryTesting
import SystemConfiguration
import Testing

@Suite struct ConfigurationInputTests {
    private static let long = String(repeating: "x", count: 70_000)

    @Test(arguments: [
        (#"{"read_only": "true"}"#, "read_only", "a text for a flag"), (#"{"read_only": 1}"#, "read_only", "a number"),
        (#"{"token_expiration": 0}"#, "token_expiration", "below the range"),
        (#"{"token_expiration": 10081}"#, "token_expiration", "above the range"),
        (#"{"token_expiration": 1.5}"#, "token_expiration", "a fraction"),
        (#"{"token_expiration": 99999999999999999999}"#, "token_expiration", "more than fits"),
        (#"{"token_expiration": "30"}"#, "token_expiration", "a text for a number"),
        (#"{"robot_token_duration": 0}"#, "robot_token_duration", "neither -1 nor in the range"),
        (#"{"robot_token_duration": -2}"#, "robot_token_duration", "below"),
        (#"{"storage_per_project": 0}"#, "storage_per_project", "nothing could be stored"),
        (#"{"storage_per_project": 9223372036854775807}"#, "storage_per_project", "sums would overflow"),
        (#"{"session_timeout": -1}"#, "session_timeout", "below"),
        (#"{"undelete_window_hours": 8761}"#, "undelete_window_hours", "above"),
        (#"{"undelete_window_hours": -1}"#, "undelete_window_hours", "below"),
        (#"{"ldap_scope": 3}"#, "ldap_scope", "no scope"),
        (#"{"auth_mode": "ldap_auth"}"#, "auth_mode", "a mode that doesn't exist yet"),
        (#"{"auth_mode": "DB_AUTH"}"#, "auth_mode", "another spelling"),
        (#"{"project_creation_restriction": "nobody"}"#, "project_creation_restriction", "no choice"),
        (#"{"robot_name_prefix": ""}"#, "robot_name_prefix", "empty"),
        (#"{"robot_name_prefix": "a b"}"#, "robot_name_prefix", "a blank"),
        (#"{"robot_name_prefix": "a:b"}"#, "robot_name_prefix", "basic authentication would cut it"),
        (#"{"robot_name_prefix": "ä"}"#, "robot_name_prefix", "not ASCII"),
        (#"{"banner_message": "a\u0000b"}"#, "banner_message", "PostgreSQL refuses NUL"),
        (#"{"banner_message": "\#(long)"}"#, "banner_message", "too long"),
        (#"{"ldap_url": "a\nb"}"#, "ldap_url", "a line break"), (#"{"ldap_url": 5}"#, "ldap_url", "no text"),
        (#"{"oidc_extra_redirect_parms": "[]"}"#, "oidc_extra_redirect_parms", "no object"),
        (#"{"oidc_extra_redirect_parms": "{"}"#, "oidc_extra_redirect_parms", "no JSON"),
        (#"{"oidc_extra_redirect_parms": {"a": 1}}"#, "oidc_extra_redirect_parms", "a number in it"),
        (#"{"scan_all_policy": "daily"}"#, "scan_all_policy", "no object"),
        (#"{"disabled_audit_log_event_types": "pull_artifact,nothing"}"#, "disabled_audit_log_event_types", "unknown"),
        (#"{"audit_log_forward_endpoint": "host"}"#, "audit_log_forward_endpoint", "no port"),
        (#"{"audit_log_forward_endpoint": "host:0"}"#, "audit_log_forward_endpoint", "no port"),
        (#"{"audit_log_forward_endpoint": "http://host:514"}"#, "audit_log_forward_endpoint", "an address of the web"),
        (#"{"audit_log_forward_endpoint": "tls://host"}"#, "audit_log_forward_endpoint", "TLS without a port"),
        (#"{"audit_log_forward_endpoint": "udp://:514"}"#, "audit_log_forward_endpoint", "no host"),
        (#"{"audit_log_forward_endpoint": "tcp://host:65536"}"#, "audit_log_forward_endpoint", "a port too high"),
        (#"{"audit_log_forward_endpoint": "tcp://::1:514"}"#, "audit_log_forward_endpoint", "IPv6 without brackets"),
        (#"{"audit_log_forward_endpoint": "tcp://a@b:514"}"#, "audit_log_forward_endpoint", "a sign that no host has"),
        (#"{"audit_log_forward_endpoint": "tls://host:514/x"}"#, "audit_log_forward_endpoint", "a path"),
        (#"{"oidc_client_secret": true}"#, "oidc_client_secret", "no text"),
        (#"{"surprise": 1}"#, "surprise", "an unknown key"),
    ])
    func refusesNamingTheItemAndChangesNothing(_ text: String, _ key: String, reason: String) async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            var object = try #require(try JSONValue(parsing: Array(text.utf8)).object)
            object["self_registration"] = true
            do {
                try await registry.configuration.update(object)
                Issue.record("accepted: \(reason)")
            } catch let error as ConfigurationError {
                #expect(error.description.contains(key), "\(reason)")
            }
            #expect(try await registry.configuration.values() == ConfigurationValues(), "\(reason)")
        }
    }

    @Test(arguments: [
        (#"{}"#, [], "nothing"), (#"{"read_only": null}"#, [], "null is absent"),
        (#"{"count_per_project": -1, "email_host": "x"}"#, [], "what old clients send"),
        (
            #"{"robot_token_duration": -1, "storage_per_project": -1}"#,
            ["robot_token_duration", "storage_per_project"],
            "without a limit"
        ),
        (#"{"oidc_extra_redirect_parms": "{\"prompt\":\"login\"}"}"#, ["oidc_extra_redirect_parms"], "as text"),
        (#"{"oidc_extra_redirect_parms": {"prompt": "login"}}"#, ["oidc_extra_redirect_parms"], "as an object"),
        (#"{"oidc_extra_redirect_parms": ""}"#, ["oidc_extra_redirect_parms"], "as Terraform clears it"),
        (
            #"{"disabled_audit_log_event_types": "pull_artifact, login_user"}"#, ["disabled_audit_log_event_types"],
            "a blank behind the comma"
        ),
        (#"{"audit_log_forward_endpoint": "[::1]:514"}"#, ["audit_log_forward_endpoint"], "an IPv6 address"),
        (#"{"audit_log_forward_endpoint": "udp://h:514"}"#, ["audit_log_forward_endpoint"], "datagrams"),
        (#"{"audit_log_forward_endpoint": "TLS://[::1]:6514"}"#, ["audit_log_forward_endpoint"], "TLS"),
        (#"{"http_authproxy_server_certificate": "a\nb"}"#, ["http_authproxy_server_certificate"], "many lines"),
        (#"{"banner_message": "{\"message\":\"héllo\"}"}"#, ["banner_message"], "as the portal writes it"),
    ])
    func acceptsWhatClientsSend(_ text: String, _ keys: [String], reason: String) async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let object = try #require(try JSONValue(parsing: Array(text.utf8)).object)
            #expect(try await registry.configuration.update(object) == keys, "\(reason)")
        }
    }
}
