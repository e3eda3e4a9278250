/// The items of features that are still to come: checked and kept, so that clients and plans find what they wrote.
extension ConfigurationItem {
    /// LDAP.
    static let directories: [ConfigurationItem] = [
        text("ldap_base_dn", hasEffect: false), text("ldap_filter", hasEffect: false),
        text("ldap_group_base_dn", hasEffect: false), text("ldap_group_admin_dn", hasEffect: false),
        text("ldap_group_attribute_name", hasEffect: false), text("ldap_group_search_filter", hasEffect: false),
        number("ldap_group_search_scope", 2, in: 0...2, hasEffect: false),
        number("ldap_scope", 2, in: 0...2, hasEffect: false), text("ldap_search_dn", hasEffect: false),
        secret("ldap_search_password"), number("ldap_timeout", 5, in: 1...3600, hasEffect: false),
        name("ldap_uid", "cn", maximum: 255, hasEffect: false), text("ldap_url", hasEffect: false),
        flag("ldap_verify_cert", true, hasEffect: false),
        text("ldap_group_membership_attribute", "memberof", hasEffect: false),
        flag("ldap_group_attach_parallel", false, hasEffect: false),
    ]

    /// UAA, the authentication proxy and OpenID Connect.
    static let singleSignOn: [ConfigurationItem] = [
        text("uaa_client_id", hasEffect: false), secret("uaa_client_secret"), text("uaa_endpoint", hasEffect: false),
        flag("uaa_verify_cert", false, hasEffect: false), text("http_authproxy_endpoint", hasEffect: false),
        text("http_authproxy_tokenreview_endpoint", hasEffect: false),
        text("http_authproxy_admin_groups", hasEffect: false),
        text("http_authproxy_admin_usernames", hasEffect: false),
        flag("http_authproxy_verify_cert", true, hasEffect: false),
        flag("http_authproxy_skip_search", false, hasEffect: false),
        text("http_authproxy_server_certificate", maximum: 65_536, allowsLines: true, hasEffect: false),
        text("oidc_name", hasEffect: false), text("oidc_endpoint", hasEffect: false),
        text("oidc_client_id", hasEffect: false), secret("oidc_client_secret"),
        text("oidc_groups_claim", hasEffect: false), text("oidc_admin_group", hasEffect: false),
        text("oidc_group_filter", hasEffect: false), text("oidc_scope", hasEffect: false),
        text("oidc_user_claim", hasEffect: false), flag("oidc_verify_cert", true, hasEffect: false),
        flag("oidc_auto_onboard", false, hasEffect: false),
        ConfigurationItem("oidc_extra_redirect_parms", .textMap, .text("{}"), hasEffect: false),
        flag("oidc_logout", false, hasEffect: false), flag("primary_auth_mode", false, hasEffect: false),
    ]

    /// Scanners.
    static let others: [ConfigurationItem] = [
        flag("scanner_skip_update_pulltime", false, hasEffect: false),
        ConfigurationItem("scan_all_policy", .object, .text("{}"), hasEffect: false),
    ]
}
