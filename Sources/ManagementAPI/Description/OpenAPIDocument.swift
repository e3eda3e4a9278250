// swift-format-ignore-file
// Made by scripts/generate-openapi.py from api/openapi.yaml: change that one.

/// The description of the management API, as it is served.
package enum OpenAPIDocument {
    /// The document's entity tag: a hash of it, in quotes.
    package static let entityTag = ##""20dab08c4d652c71227ae81c338911c9""##
    /// An OpenAPI 3.0 document in JSON.
    package static let json = ##"""
        {"openapi":"3.0.3",\##
        "info":{"title":"Haven",\##
        "version":"2.0",\##
        "description":"The management interface of Haven: projects, people, artifacts and settings.\n\nIt is the interfa\##
        ce that Harbor's clients know; what Haven adds to it is marked *Extension*. Each operation says in\n`x-permissio\##
        n` who may use it: `open` is anybody; `signed-in` anybody with an account; `system`, `project` or\n`repository` \##
        followed by a permission whoever has it there; anything else says by what the answer is decided.\nAdministrators\##
         may do everything.\n\nLists are paged: `X-Total-Count` has the number of all elements, `Link` leads to the page\##
        s before and after.\n\nA project that a caller may not see is answered like one that does not exist: 401 without\##
         an account, 403 with one.\nCallers with the session cookie send the value of the header `X-Harbor-CSRF-Token`, \##
        which every answer to them has,\nback with each request that changes something.\n"},\##
        "servers":[{"url":"/api/v2.0"}],\##
        "security":[{"basic":[]},{"session":[]},{}],\##
        "tags":[{"name":"health","description":"Whether the registry is well."},{"name":"ping","description":"Whether th\##
        e registry is there."},{"name":"search","description":"Finding things."},{"name":"statistic","description":"Coun\##
        ts."},{"name":"systeminfo","description":"The registry itself."},{"name":"permissions","description":"What robot\##
         accounts can be given."},{"name":"icon","description":"Icons."},{"name":"configure","description":"Settings."},\##
        {"name":"project","description":"Projects."},{"name":"projectMetadata","description":"The settings of a project.\##
        "},{"name":"member","description":"Members of projects."},{"name":"repository","description":"Repositories."},{"\##
        name":"artifact","description":"Artifacts, tags and accessories."},{"name":"label","description":"Labels."},{"na\##
        me":"immutable","description":"Tags that can be neither moved nor deleted."},{"name":"Retention","description":"\##
        Which tags stay, and which are deleted in time."},{"name":"quota","description":"How much projects may store."},\##
        {"name":"robot","description":"Accounts for programs."},{"name":"user","description":"People."},{"name":"usergro\##
        up","description":"Groups of people."},{"name":"auditlog","description":"What happened, and by whom."},{"name":"\##
        SystemCVEAllowlist","description":"Vulnerabilities that are accepted."},{"name":"role","description":"*Extension\##
        .* Sets of permissions beyond Harbors five roles."},{"name":"formerName","description":"*Extension.* Names that \##
        projects and repositories had before."},{"name":"trash","description":"*Extension.* What was deleted and can be \##
        restored."},{"name":"session","description":"Signing in and out with a cookie."},{"name":"openapi","description"\##
        :"This description."},{"name":"Ldap","description":"Comes with a later version."},{"name":"scan","description":"\##
        Comes with a later version."},{"name":"scanner","description":"Comes with a later version."},{"name":"preheat","\##
        description":"Comes with a later version."},{"name":"webhook","description":"Messages to others about what happe\##
        ns."},{"name":"webhookjob","description":"What became of such messages."},{"name":"replication","description":"C\##
        omes with a later version."},{"name":"registry","description":"Comes with a later version."},{"name":"scanAll","\##
        description":"Comes with a later version."},{"name":"oidc","description":"Comes with a later version."},{"name":\##
        "gc","description":"Comes with a later version."},{"name":"purge","description":"Comes with a later version."},{\##
        "name":"jobservice","description":"Comes with a later version."},{"name":"schedule","description":"Comes with a \##
        later version."},{"name":"scan data export","description":"Comes with a later version."},{"name":"securityhub","\##
        description":"Comes with a later version."}],\##
        "paths":{"/health":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["health"],"operat\##
        ionId":"getHealth","x-permission":"open","summary":"Says how each component is.","responses":{"200":{"descriptio\##
        n":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/OverallHealthStatus"}}}},\##
        "401":{"$ref":"#/components/responses/Unauthorized"},"429":{"$ref":"#/components/responses/TooManyRequests"},"50\##
        3":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/ping":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["ping"],"operationId":"getPi\##
        ng","x-permission":"open","summary":"Answers `Pong`.","responses":{"200":{"description":"The answer.","content":\##
        {"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"429":{"$ref":\##
        "#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/search":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["search"],"operationId":"s\##
        earch","x-permission":"finds among what the caller may see","summary":"Finds projects and repositories by a part\##
         of their name, among those that the caller may see.","parameters":[{"$ref":"#/components/parameters/searchText"\##
        }],"responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components\##
        /schemas/Search"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Un\##
        authorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessab\##
        le"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}\##
        }}},\##
        "/statistics":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["statistic"],"operatio\##
        nId":"getStatistic","x-permission":"signed-in","summary":"Counts projects and repositories that the caller may s\##
        ee, and for administrators the bytes stored.","responses":{"200":{"description":"The answer.","content":{"applic\##
        ation/json":{"schema":{"$ref":"#/components/schemas/Statistic"}}}},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"\##
        },"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/systeminfo":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["systeminfo"],"operati\##
        onId":"getSystemInfo","x-permission":"open","summary":"Describes this registry; more to whom is signed in.","res\##
        ponses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schema\##
        s/GeneralInfo"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"429":{"$ref":"#/components/responses/To\##
        oManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/systeminfo/volumes":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["systeminfo"],\##
        "operationId":"getVolumes","x-permission":"system system-volumes:read","summary":"Says how large the storage is \##
        and how much of it is free.","responses":{"200":{"description":"The answer.","content":{"application/json":{"sch\##
        ema":{"$ref":"#/components/schemas/SystemInfo"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"\##
        $ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":\##
        "#/components/responses/Unavailable"}}}},\##
        "/systeminfo/getcert":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["systeminfo"],\##
        "operationId":"getCert","x-permission":"open","summary":"Gives the root certificate to trust, where there is one\##
        .","responses":{"200":{"description":"The file.","content":{"application/x-x509-ca-cert":{"schema":{"type":"stri\##
        ng","format":"binary"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"404":{"$ref":"#/components/respo\##
        nses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Un\##
        available"}}}},\##
        "/permissions":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["permissions"],"opera\##
        tionId":"getPermissions","x-permission":"robot:create in the system, or in any project for the permissions of pr\##
        ojects","summary":"Lists the permissions that robot accounts can be given.","responses":{"200":{"description":"T\##
        he answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Permissions"}}}},"401":{"$ref"\##
        :"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/compo\##
        nents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/icons/{digest}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/d\##
        igest"}],"get":{"tags":["icon"],"operationId":"getIcon","x-permission":"open","summary":"Gives the icon of a kin\##
        d of artifact.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":\##
        "#/components/schemas/Icon"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/r\##
        esponses/Unauthorized"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/U\##
        nprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Una\##
        vailable"}}}},\##
        "/configurations":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["configure"],"oper\##
        ationId":"getConfigurations","x-permission":"system configuration:read","summary":"Gives every setting with its \##
        value and whether it can be changed here.","responses":{"200":{"description":"The answer.","content":{"applicati\##
        on/json":{"schema":{"$ref":"#/components/schemas/ConfigurationsResponse"}}}},"401":{"$ref":"#/components/respons\##
        es/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooMan\##
        yRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["configure"],"operationId":"upd\##
        ateConfigurations","x-permission":"system configuration:update","summary":"Changes settings; those not named sta\##
        y.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Configu\##
        rations"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401"\##
        :{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"413":{"$ref":\##
        "#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#\##
        /components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/c\##
        omponents/responses/Unavailable"}}}},\##
        "/internalconfig":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["configure"],"oper\##
        ationId":"getInternalconfig","x-permission":"system configuration:read","summary":"Gives the settings, as Harbor\##
        's own components read them.","responses":{"200":{"description":"The answer.","content":{"application/json":{"sc\##
        hema":{"$ref":"#/components/schemas/InternalConfigurationsResponse"}}}},"401":{"$ref":"#/components/responses/Un\##
        authorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequ\##
        ests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["project"],"operationId"\##
        :"listProjects","x-permission":"shows the projects that the caller may see","summary":"Lists the projects that t\##
        he caller may see.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageS\##
        ize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"},{"$ref":"#/components/paramet\##
        ers/nameInQuery"},{"$ref":"#/components/parameters/publicInQuery"},{"$ref":"#/components/parameters/ownerInQuery\##
        "},{"$ref":"#/components/parameters/memberInQuery"},{"$ref":"#/components/parameters/withDetail"}],"responses":{\##
        "200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"}\##
        ,"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"\##
        $ref":"#/components/schemas/Project"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/co\##
        mponents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/components/\##
        responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/re\##
        sponses/Unavailable"}}},"head":{"tags":["project"],"operationId":"headProject","x-permission":"signed-in","summa\##
        ry":"Says whether a project of a name is there, as far as the caller may know.","parameters":[{"$ref":"#/compone\##
        nts/parameters/projectNameInQuery"}],"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/resp\##
        onses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Fo\##
        rbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"}\##
        ,"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"\##
        post":{"tags":["project"],"operationId":"createProject","x-permission":"users as the configuration says; robots \##
        with project:create","summary":"Makes a project, whose first administrator the caller becomes.","parameters":[{"\##
        $ref":"#/components/parameters/nameInLocation"}],"requestBody":{"required":true,"content":{"application/json":{"\##
        schema":{"$ref":"#/components/schemas/ProjectReq"}}}},"responses":{"201":{"description":"Made.","headers":{"Loca\##
        tion":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref\##
        ":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"409":{"$ref":"#/comp\##
        onents/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/respons\##
        es/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/resp\##
        onses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/respo\##
        nses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/componen\##
        ts/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["project"],"op\##
        erationId":"getProject","x-permission":"project project:read","summary":"Gives a project.","responses":{"200":{"\##
        description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Project"}}}},"4\##
        01":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$re\##
        f":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/c\##
        omponents/responses/Unavailable"}}},"put":{"tags":["project"],"operationId":"updateProject","x-permission":"proj\##
        ect project:update","summary":"Changes a project's metadata, allowlist or, by an administrator, its storage limi\##
        t.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Project\##
        Req"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$\##
        ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/c\##
        omponents/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/resp\##
        onses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/respon\##
        ses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/response\##
        s/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags":["project"],"operation\##
        Id":"deleteProject","x-permission":"project project:delete","summary":"Deletes a project that holds no repositor\##
        y.","parameters":[{"$ref":"#/components/parameters/force"}],"responses":{"200":{"description":"Done."},"400":{"$\##
        ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/\##
        components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"412":{"$ref":"#/components/re\##
        sponses/PreconditionFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/r\##
        esponses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/_deletable":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":\##
        "#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["pr\##
        oject"],"operationId":"getProjectDeletable","x-permission":"project project:delete","summary":"Says whether a pr\##
        oject can be deleted, and if not, why.","responses":{"200":{"description":"The answer.","content":{"application/\##
        json":{"schema":{"$ref":"#/components/schemas/ProjectDeletable"}}}},"401":{"$ref":"#/components/responses/Unauth\##
        orized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429\##
        ":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/summary":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/\##
        components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["proje\##
        ct"],"operationId":"getProjectSummary","x-permission":"project project:read","summary":"Counts a project's repos\##
        itories and members, and gives its quota.","responses":{"200":{"description":"The answer.","content":{"applicati\##
        on/json":{"schema":{"$ref":"#/components/schemas/ProjectSummary"}}}},"401":{"$ref":"#/components/responses/Unaut\##
        horized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"42\##
        9":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/artifacts":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"\##
        #/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["pro\##
        ject"],"operationId":"listArtifactsOfProject","x-permission":"project artifact:list","summary":"Lists the artifa\##
        cts of all repositories of a project.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/componen\##
        ts/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"},{"$ref":"#\##
        /components/parameters/withTag"},{"$ref":"#/components/parameters/tagLimit"},{"$ref":"#/components/parameters/wi\##
        thLabel"},{"$ref":"#/components/parameters/withScanOverview"},{"$ref":"#/components/parameters/withSbomOverview"\##
        },{"$ref":"#/components/parameters/withImmutableStatus"},{"$ref":"#/components/parameters/withAccessory"},{"$ref\##
        ":"#/components/parameters/withInheritedAccessory"},{"$ref":"#/components/parameters/latestInRepository"},{"$ref\##
        ":"#/components/parameters/acceptVulnerabilities"}],"responses":{"200":{"description":"A page of the list.","hea\##
        ders":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"\##
        content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Artifact"}}}}},"400\##
        ":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref\##
        ":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/componen\##
        ts/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components\##
        /responses/Unavailable"}}}},\##
        "/projects/{project_name}/logs":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/component\##
        s/parameters/projectName"}],"get":{"tags":["project"],"operationId":"getLogs","x-permission":"project log:list",\##
        "summary":"Lists the audit log of a project in its older shape.","parameters":[{"$ref":"#/components/parameters/\##
        page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/pa\##
        rameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/c\##
        omponents/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"sche\##
        ma":{"type":"array","items":{"$ref":"#/components/schemas/AuditLog"}}}}},"400":{"$ref":"#/components/responses/B\##
        adRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden\##
        "},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":\##
        {"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/auditlog-exts":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/\##
        components/parameters/projectName"}],"get":{"tags":["project"],"operationId":"getLogExts","x-permission":"projec\##
        t log:list","summary":"Lists the audit log of a project.","parameters":[{"$ref":"#/components/parameters/page"},\##
        {"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameter\##
        s/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/componen\##
        ts/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"t\##
        ype":"array","items":{"$ref":"#/components/schemas/AuditLogExt"}}}}},"400":{"$ref":"#/components/responses/BadRe\##
        quest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"\##
        404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$r\##
        ef":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/auditlog-exts/export":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$r\##
        ef":"#/components/parameters/projectName"}],"get":{"tags":["project"],"operationId":"exportLogExts","x-permissio\##
        n":"project log:list","summary":"Exports the audit log of a project as a file.","description":"The newest first,\##
         with the members of the list. It is sent while it is read and may be of any length; if it can't be finished, th\##
        e connection ends before the body does.","parameters":[{"$ref":"#/components/parameters/auditExportFormat"},{"$r\##
        ef":"#/components/parameters/q"}],"responses":{"200":{"description":"The file.","headers":{"Content-Disposition"\##
        :{"description":"The file's name.","required":true,"schema":{"type":"string"}}},"content":{"text/csv":{"schema":\##
        {"type":"string"}},"application/x-ndjson":{"schema":{"type":"string"}}}},"400":{"$ref":"#/components/responses/B\##
        adRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden\##
        "},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":\##
        {"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/metadatas/":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":\##
        "#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["pr\##
        ojectMetadata"],"operationId":"listProjectMetadatas","x-permission":"project metadata:read","summary":"Gives the\##
         metadata of a project.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schema"\##
        :{"$ref":"#/components/schemas/Strings"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"\##
        #/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/\##
        responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["projectMetada\##
        ta"],"operationId":"addProjectMetadatas","x-permission":"project metadata:create","summary":"Sets one entry of a\##
         project's metadata that is not set yet.","requestBody":{"required":true,"content":{"application/json":{"schema"\##
        :{"$ref":"#/components/schemas/ProjectMetadataReq"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":\##
        "#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compo\##
        nents/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/respons\##
        es/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/Unsupported\##
        MediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyR\##
        equests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/metadatas/{meta_name}":{"parameters":[{"$ref":"#/components/parameters/requestID\##
        "},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/metaName"},{"$ref":"#/com\##
        ponents/parameters/isResourceName"}],"get":{"tags":["projectMetadata"],"operationId":"getProjectMetadata","x-per\##
        mission":"project metadata:read","summary":"Gives one entry of a project's metadata.","responses":{"200":{"descr\##
        iption":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Strings"}}}},"400":{\##
        "$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"\##
        #/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/\##
        responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/re\##
        sponses/Unavailable"}}},"put":{"tags":["projectMetadata"],"operationId":"updateProjectMetadata","x-permission":"\##
        project metadata:update","summary":"Changes one entry of a project's metadata.","requestBody":{"required":true,"\##
        content":{"application/json":{"schema":{"$ref":"#/components/schemas/ProjectMetadataReq"}}}},"responses":{"200":\##
        {"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses\##
        /Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound\##
        "},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$re\##
        f":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"\##
        $ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{\##
        "tags":["projectMetadata"],"operationId":"deleteProjectMetadata","x-permission":"project metadata:delete","summa\##
        ry":"Removes one entry of a project's metadata.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/com\##
        ponents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/\##
        responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Con\##
        flict"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyReque\##
        sts"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/members":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/\##
        components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["membe\##
        r"],"operationId":"listProjectMembers","x-permission":"project member:list","summary":"Lists the members of a pr\##
        oject, users and groups.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters\##
        /pageSize"},{"$ref":"#/components/parameters/entityname"},{"$ref":"#/components/parameters/q"},{"$ref":"#/compon\##
        ents/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$re\##
        f":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json"\##
        :{"schema":{"type":"array","items":{"$ref":"#/components/schemas/ProjectMemberEntity"}}}}},"400":{"$ref":"#/comp\##
        onents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/r\##
        esponses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unpr\##
        ocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavai\##
        lable"}}},"post":{"tags":["member"],"operationId":"createProjectMember","x-permission":"project member:create","\##
        summary":"Makes a user or a group a member of a project.","requestBody":{"required":true,"content":{"application\##
        /json":{"schema":{"$ref":"#/components/schemas/ProjectMember"}}}},"responses":{"201":{"description":"Made.","hea\##
        ders":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},\##
        "401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$\##
        ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/compon\##
        ents/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/componen\##
        ts/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components\##
        /responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/members/{mid}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$re\##
        f":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/mid"},{"$ref":"#/components/param\##
        eters/isResourceName"}],"get":{"tags":["member"],"operationId":"getProjectMember","x-permission":"project member\##
        :read","summary":"Gives a member of a project.","responses":{"200":{"description":"The answer.","content":{"appl\##
        ication/json":{"schema":{"$ref":"#/components/schemas/ProjectMemberEntity"}}}},"400":{"$ref":"#/components/respo\##
        nses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/For\##
        bidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},\##
        "429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"p\##
        ut":{"tags":["member"],"operationId":"updateProjectMember","x-permission":"project member:update","summary":"Cha\##
        nges a member's role.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/compone\##
        nts/schemas/RoleRequest"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/Ba\##
        dRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"\##
        },"404":{"$ref":"#/components/responses/NotFound"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref\##
        ":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$\##
        ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"\##
        tags":["member"],"operationId":"deleteProjectMember","x-permission":"project member:delete","summary":"Takes a m\##
        ember out of a project.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadReq\##
        uest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"4\##
        04":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$re\##
        f":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/repositories":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["repository"],"opera\##
        tionId":"listAllRepositories","x-permission":"shows the repositories that the caller may see","summary":"Lists t\##
        he repositories of all projects that the caller may see.","parameters":[{"$ref":"#/components/parameters/page"},\##
        {"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameter\##
        s/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/componen\##
        ts/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"t\##
        ype":"array","items":{"$ref":"#/components/schemas/Repository"}}}}},"400":{"$ref":"#/components/responses/BadReq\##
        uest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"4\##
        22":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/c\##
        omponents/parameters/projectName"}],"get":{"tags":["repository"],"operationId":"listRepositories","x-permission"\##
        :"project repository:list","summary":"Lists the repositories of a project.","parameters":[{"$ref":"#/components/\##
        parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/co\##
        mponents/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{\##
        "$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/j\##
        son":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Repository"}}}}},"400":{"$ref":"#/component\##
        s/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/respon\##
        ses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocess\##
        able"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable\##
        "}}}},\##
        "/projects/{project_name}/repositories/{repository_name}":{"parameters":[{"$ref":"#/components/parameters/reques\##
        tID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters/repositoryName"}],"get":{"\##
        tags":["repository"],"operationId":"getRepository","x-permission":"repository repository:read","summary":"Gives \##
        a repository.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"\##
        #/components/schemas/Repository"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/compone\##
        nts/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/respo\##
        nses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Un\##
        available"}}},"put":{"tags":["repository"],"operationId":"updateRepository","x-permission":"repository repositor\##
        y:update","summary":"Changes a repository's description.","requestBody":{"required":true,"content":{"application\##
        /json":{"schema":{"$ref":"#/components/schemas/RepositoryReq"}}}},"responses":{"200":{"description":"Done."},"40\##
        0":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$re\##
        f":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"413":{"$ref":"#/compone\##
        nts/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/component\##
        s/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/\##
        responses/Unavailable"}}},"delete":{"tags":["repository"],"operationId":"deleteRepository","x-permission":"repos\##
        itory repository:delete","summary":"Deletes a repository with all its artifacts.","parameters":[{"$ref":"#/compo\##
        nents/parameters/purge"}],"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRe\##
        quest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"\##
        404":{"$ref":"#/components/responses/NotFound"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"422"\##
        :{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{\##
        "$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/tags":{"parameters":[{"$ref":"#/components/parameters/r\##
        equestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters/repositoryName"}],"ge\##
        t":{"tags":["repository"],"operationId":"listRepositoryTags","x-permission":"repository tag:list","summary":"*Ex\##
        tension.* Lists the tags of all artifacts of a repository.","parameters":[{"$ref":"#/components/parameters/page"\##
        },{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/paramet\##
        ers/sort"},{"$ref":"#/components/parameters/withImmutableStatus"}],"responses":{"200":{"description":"A page of \##
        the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/he\##
        aders/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Repo\##
        sitoryTag"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422"\##
        :{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{\##
        "$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts":{"parameters":[{"$ref":"#/components/paramet\##
        ers/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters/repositoryName"}\##
        ],"get":{"tags":["artifact"],"operationId":"listArtifacts","x-permission":"repository artifact:list","summary":"\##
        Lists the artifacts of a repository.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/component\##
        s/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"},{"$ref":"#/\##
        components/parameters/withTag"},{"$ref":"#/components/parameters/tagLimit"},{"$ref":"#/components/parameters/wit\##
        hLabel"},{"$ref":"#/components/parameters/withScanOverview"},{"$ref":"#/components/parameters/withSbomOverview"}\##
        ,{"$ref":"#/components/parameters/withImmutableStatus"},{"$ref":"#/components/parameters/withAccessory"},{"$ref"\##
        :"#/components/parameters/withInheritedAccessory"},{"$ref":"#/components/parameters/acceptVulnerabilities"}],"re\##
        sponses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/To\##
        talCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array",\##
        "items":{"$ref":"#/components/schemas/Artifact"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"\##
        $ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/\##
        components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/component\##
        s/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["artifact"],\##
        "operationId":"CopyArtifact","x-permission":"repository artifact:create","summary":"Copies an artifact, with all\##
         that belongs to it, from another repository.","parameters":[{"$ref":"#/components/parameters/from"}],"responses\##
        ":{"201":{"description":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"\##
        #/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compon\##
        ents/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/response\##
        s/MethodNotAllowed"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/Prec\##
        onditionFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/Too\##
        ManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}":{"parameters":[{"$ref":"#/compon\##
        ents/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters/repo\##
        sitoryName"},{"$ref":"#/components/parameters/reference"}],"get":{"tags":["artifact"],"operationId":"getArtifact\##
        ","x-permission":"repository artifact:read","summary":"Gives an artifact.","parameters":[{"$ref":"#/components/p\##
        arameters/withTag"},{"$ref":"#/components/parameters/tagLimit"},{"$ref":"#/components/parameters/withLabel"},{"$\##
        ref":"#/components/parameters/withScanOverview"},{"$ref":"#/components/parameters/withSbomOverview"},{"$ref":"#/\##
        components/parameters/withImmutableStatus"},{"$ref":"#/components/parameters/withAccessory"},{"$ref":"#/componen\##
        ts/parameters/withInheritedAccessory"},{"$ref":"#/components/parameters/withSignature"},{"$ref":"#/components/pa\##
        rameters/acceptVulnerabilities"}],"responses":{"200":{"description":"The answer.","content":{"application/json":\##
        {"schema":{"$ref":"#/components/schemas/Artifact"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{\##
        "$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#\##
        /components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/componen\##
        ts/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags":["artifact\##
        "],"operationId":"deleteArtifact","x-permission":"repository artifact:delete","summary":"Deletes an artifact wit\##
        h its tags and accessories.","parameters":[{"$ref":"#/components/parameters/purge"}],"responses":{"200":{"descri\##
        ption":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"412"\##
        :{"$ref":"#/components/responses/PreconditionFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429\##
        ":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/tags":{"parameters":[{"$ref":"#/c\##
        omponents/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters\##
        /repositoryName"},{"$ref":"#/components/parameters/reference"}],"get":{"tags":["artifact"],"operationId":"listTa\##
        gs","x-permission":"repository tag:list","summary":"Lists the tags of an artifact.","parameters":[{"$ref":"#/com\##
        ponents/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$re\##
        f":"#/components/parameters/sort"},{"$ref":"#/components/parameters/withImmutableStatus"}],"responses":{"200":{"\##
        description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":\##
        {"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#\##
        /components/schemas/Tag"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/res\##
        ponses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/No\##
        tFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequ\##
        ests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["artifact"],"operationId":"createTa\##
        g","x-permission":"repository tag:create","summary":"Gives an artifact a further tag.","requestBody":{"required"\##
        :true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/TagReq"}}}},"responses":{"201":{"des\##
        cription":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/r\##
        esponses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses\##
        /Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"405":{"$ref":"#/components/responses/MethodNotAll\##
        owed"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed\##
        "},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"}\##
        ,"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"\##
        503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/tags/{tag_name}":{"parameters":[{\##
        "$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components\##
        /parameters/repositoryName"},{"$ref":"#/components/parameters/reference"},{"$ref":"#/components/parameters/tagNa\##
        me"}],"delete":{"tags":["artifact"],"operationId":"deleteTag","x-permission":"repository tag:delete","summary":"\##
        Takes a tag off an artifact.","parameters":[{"$ref":"#/components/parameters/purge"}],"responses":{"200":{"descr\##
        iption":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauth\##
        orized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"412\##
        ":{"$ref":"#/components/responses/PreconditionFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"42\##
        9":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/accessories":{"parameters":[{"$re\##
        f":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/par\##
        ameters/repositoryName"},{"$ref":"#/components/parameters/reference"}],"get":{"tags":["artifact"],"operationId":\##
        "listAccessories","x-permission":"repository accessory:list","summary":"Lists what is attached to an artifact: s\##
        ignatures, SBOMs and the like.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/para\##
        meters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],"responses":{"20\##
        0":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"L\##
        ink":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$re\##
        f":"#/components/schemas/Accessory"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/com\##
        ponents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/r\##
        esponses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/\##
        TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/vulnerabilities":{"para\##
        meters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/\##
        components/parameters/repositoryName"},{"$ref":"#/components/parameters/reference"}],"get":{"tags":["artifact"],\##
        "operationId":"getVulnerabilitiesAddition","x-permission":"repository artifact-addition:read","summary":"Gives t\##
        he vulnerability reports of an artifact.","parameters":[{"$ref":"#/components/parameters/acceptVulnerabilities"}\##
        ],"responses":{"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthor\##
        ized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":\##
        {"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{\##
        "$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/manifest":{"parameters"\##
        :[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/compone\##
        nts/parameters/repositoryName"},{"$ref":"#/components/parameters/reference"}],"get":{"tags":["artifact"],"operat\##
        ionId":"getArtifactManifest","x-permission":"repository artifact:read","summary":"*Extension.* Gives the manifes\##
        t of an artifact, byte for byte as it was pushed.","responses":{"200":{"description":"The manifest, under its ow\##
        n media type.","headers":{"Docker-Content-Digest":{"description":"The digest of these bytes.","schema":{"$ref":"\##
        #/components/schemas/Digest"}}},"content":{"application/vnd.oci.image.manifest.v1+json":{"schema":{}},"applicati\##
        on/vnd.oci.image.index.v1+json":{"schema":{}},"application/vnd.docker.distribution.manifest.v2+json":{"schema":{\##
        }},"application/vnd.docker.distribution.manifest.list.v2+json":{"schema":{}}}},"400":{"$ref":"#/components/respo\##
        nses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/For\##
        bidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},\##
        "429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/additions/{addition}":{"parameter\##
        s":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/compo\##
        nents/parameters/repositoryName"},{"$ref":"#/components/parameters/reference"},{"$ref":"#/components/parameters/\##
        addition"}],"get":{"tags":["artifact"],"operationId":"getAddition","x-permission":"repository artifact-addition:\##
        read","summary":"Gives what an artifact says of itself: how an image was built, a chart's values, a model's lice\##
        nce.","responses":{"200":{"description":"The content; JSON or text by the kind of addition.","content":{"applica\##
        tion/json":{"schema":{}},"text/plain":{"schema":{"type":"string"}},"text/markdown":{"schema":{"type":"string"}}}\##
        },"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":\##
        {"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/co\##
        mponents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/comp\##
        onents/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels":{"parameters":[{"$ref":"#\##
        /components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/paramete\##
        rs/repositoryName"},{"$ref":"#/components/parameters/reference"}],"post":{"tags":["artifact"],"operationId":"add\##
        Label","x-permission":"repository artifact-label:create","summary":"Puts a label on an artifact.","requestBody":\##
        {"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/LabelReference"}}}},"resp\##
        onses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/compon\##
        ents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/resp\##
        onses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge\##
        "},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessa\##
        ble"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"\##
        }}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/labels/{label_id}":{"parameters":\##
        [{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/componen\##
        ts/parameters/repositoryName"},{"$ref":"#/components/parameters/reference"},{"$ref":"#/components/parameters/lab\##
        elId"}],"delete":{"tags":["artifact"],"operationId":"removeLabel","x-permission":"repository artifact-label:dele\##
        te","summary":"Takes a label off an artifact.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/compo\##
        nents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/re\##
        sponses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unpro\##
        cessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavail\##
        able"}}}},\##
        "/labels":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["label"],"operationId":"Li\##
        stLabels","x-permission":"the label's scope: label rights in its project, or in the whole registry","summary":"L\##
        ists the labels of the system or of a project.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#\##
        /components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"},{\##
        "$ref":"#/components/parameters/nameInQuery"},{"$ref":"#/components/parameters/labelScope"},{"$ref":"#/component\##
        s/parameters/labelProject"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":\##
        {"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/\##
        json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Label"}}}}},"400":{"$ref":"#/components/re\##
        sponses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/\##
        Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable\##
        "},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}\##
        ,"post":{"tags":["label"],"operationId":"CreateLabel","x-permission":"the label's scope: label rights in its pro\##
        ject, or in the whole registry","summary":"Makes a label: for the whole system (administrators), or for a projec\##
        t.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/LabelRe\##
        q"}}}},"responses":{"201":{"description":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}}\##
        },"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":\##
        {"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/co\##
        mponents/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/respo\##
        nses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/re\##
        sponses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/labels/{label_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameter\##
        s/labelId"}],"get":{"tags":["label"],"operationId":"GetLabelByID","x-permission":"the label's scope: label right\##
        s in its project, or in the whole registry","summary":"Gives a label.","responses":{"200":{"description":"The an\##
        swer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Label"}}}},"400":{"$ref":"#/compone\##
        nts/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/resp\##
        onses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unproce\##
        ssable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailab\##
        le"}}},"put":{"tags":["label"],"operationId":"UpdateLabel","x-permission":"the label's scope: label rights in it\##
        s project, or in the whole registry","summary":"Changes a label's name, description or colour.","requestBody":{"\##
        required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/LabelReq"}}}},"responses":{\##
        "200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/res\##
        ponses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/No\##
        tFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415"\##
        :{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"4\##
        29":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"del\##
        ete":{"tags":["label"],"operationId":"DeleteLabel","x-permission":"the label's scope: label rights in its projec\##
        t, or in the whole registry","summary":"Deletes a label and takes it off everything that has it.","responses":{"\##
        200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/resp\##
        onses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/Not\##
        Found"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyReque\##
        sts"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/immutabletagrules":{"parameters":[{"$ref":"#/components/parameters/requestID"},{\##
        "$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tag\##
        s":["immutable"],"operationId":"ListImmuRules","x-permission":"project immutable-tag:list","summary":"Lists the \##
        rules by which a project's tags are immutable.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#\##
        /components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],\##
        "responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers\##
        /TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"arra\##
        y","items":{"$ref":"#/components/schemas/ImmutableRule"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},\##
        "401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$\##
        ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/c\##
        omponents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["imm\##
        utable"],"operationId":"CreateImmuRule","x-permission":"project immutable-tag:create","summary":"Makes a rule; t\##
        he tags that it matches can neither be moved nor deleted.","requestBody":{"required":true,"content":{"applicatio\##
        n/json":{"schema":{"$ref":"#/components/schemas/ImmutableRuleReq"}}}},"responses":{"201":{"description":"Made.",\##
        "headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadReques\##
        t"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404"\##
        :{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/co\##
        mponents/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/comp\##
        onents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/compon\##
        ents/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/immutabletagrules/{immutable_rule_id}":{"parameters":[{"$ref":"#/components/para\##
        meters/requestID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/immutable\##
        RuleId"},{"$ref":"#/components/parameters/isResourceName"}],"put":{"tags":["immutable"],"operationId":"UpdateImm\##
        uRule","x-permission":"project immutable-tag:update","summary":"Changes a rule, or switches it off or on.","requ\##
        estBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ImmutableRuleReq\##
        "}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref\##
        ":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/comp\##
        onents/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/respons\##
        es/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses\##
        /Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/U\##
        navailable"}}},"delete":{"tags":["immutable"],"operationId":"DeleteImmuRule","x-permission":"project immutable-t\##
        ag:delete","summary":"Deletes a rule.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/re\##
        sponses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/\##
        Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable\##
        "},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}\##
        },\##
        "/quotas":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["quota"],"operationId":"li\##
        stQuotas","x-permission":"system quota:list","summary":"Lists the quotas of projects, with what is used.","param\##
        eters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/component\##
        s/parameters/quotaReference"},{"$ref":"#/components/parameters/referenceId"},{"$ref":"#/components/parameters/q"\##
        },{"$ref":"#/components/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X\##
        -Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":\##
        {"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Quota"}}}}},"400":{"$ref":"#\##
        /components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compone\##
        nts/responses/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/resp\##
        onses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/quotas/{id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/id"}\##
        ],"get":{"tags":["quota"],"operationId":"getQuota","x-permission":"system quota:read","summary":"Gives a quota."\##
        ,"responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/s\##
        chemas/Quota"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unaut\##
        horized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"42\##
        2":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503"\##
        :{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["quota"],"operationId":"updateQuota","x-permissi\##
        on":"system quota:update","summary":"Changes how much a project may store.","requestBody":{"required":true,"cont\##
        ent":{"application/json":{"schema":{"$ref":"#/components/schemas/QuotaUpdateReq"}}}},"responses":{"200":{"descri\##
        ption":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"413"\##
        :{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{\##
        "$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$\##
        ref":"#/components/responses/Unavailable"}}}},\##
        "/robots":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["robot"],"operationId":"Li\##
        stRobot","x-permission":"robot:list in the robot's project, or in the system for robots of the system","summary"\##
        :"Lists robot accounts: of the system, or of a project with `q=Level=project,ProjectID=1`.","parameters":[{"$ref\##
        ":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q\##
        "},{"$ref":"#/components/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"\##
        X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content"\##
        :{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Robot"}}}}},"400":{"$ref":"\##
        #/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compon\##
        ents/responses/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/res\##
        ponses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["robot"],"operati\##
        onId":"CreateRobot","x-permission":"robot:create in the robot's project, or in the system for robots of the syst\##
        em","summary":"Makes a robot account. This answer alone shows its secret.","requestBody":{"required":true,"conte\##
        nt":{"application/json":{"schema":{"$ref":"#/components/schemas/RobotCreate"}}}},"responses":{"201":{"descriptio\##
        n":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}},"content":{"application/json":{"schem\##
        a":{"$ref":"#/components/schemas/RobotCreated"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$r\##
        ef":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"409":{"$ref":"#/co\##
        mponents/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/respo\##
        nses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/re\##
        sponses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/robots/{robot_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameter\##
        s/robotId"}],"get":{"tags":["robot"],"operationId":"GetRobotByID","x-permission":"robot:read in the robot's proj\##
        ect, or in the system for robots of the system","summary":"Gives a robot account.","responses":{"200":{"descript\##
        ion":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Robot"}}}},"400":{"$ref\##
        ":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/com\##
        ponents/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/respo\##
        nses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/respons\##
        es/Unavailable"}}},"put":{"tags":["robot"],"operationId":"UpdateRobot","x-permission":"robot:update in the robot\##
        's project, or in the system for robots of the system","summary":"Changes a robot account's permissions, duratio\##
        n, description or whether it is disabled.","requestBody":{"required":true,"content":{"application/json":{"schema\##
        ":{"$ref":"#/components/schemas/RobotUpdate"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/com\##
        ponents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/\##
        responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Con\##
        flict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaT\##
        ype"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequest\##
        s"},"503":{"$ref":"#/components/responses/Unavailable"}}},"patch":{"tags":["robot"],"operationId":"RefreshSec","\##
        x-permission":"robot:update in the robot's project, or in the system for robots of the system","summary":"Gives \##
        a robot account a new secret, a random one unless one is sent.","requestBody":{"required":true,"content":{"appli\##
        cation/json":{"schema":{"$ref":"#/components/schemas/RobotSec"}}}},"responses":{"200":{"description":"The answer\##
        .","content":{"application/json":{"schema":{"$ref":"#/components/schemas/RobotSec"}}}},"400":{"$ref":"#/componen\##
        ts/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/respo\##
        nses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"413":{"$ref":"#/components/responses/TooLarge\##
        "},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessa\##
        ble"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"\##
        }}},"delete":{"tags":["robot"],"operationId":"DeleteRobot","x-permission":"robot:delete in the robot's project, \##
        or in the system for robots of the system","summary":"Deletes a robot account.","responses":{"200":{"description\##
        ":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized\##
        "},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$r\##
        ef":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref\##
        ":"#/components/responses/Unavailable"}}}},\##
        "/users":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["user"],"operationId":"list\##
        Users","x-permission":"system user:list","summary":"Lists the users.","parameters":[{"$ref":"#/components/parame\##
        ters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/componen\##
        ts/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref"\##
        :"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{\##
        "schema":{"type":"array","items":{"$ref":"#/components/schemas/UserResp"}}}}},"400":{"$ref":"#/components/respon\##
        ses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forb\##
        idden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyReque\##
        sts"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["user"],"operationId":"createUser","\##
        x-permission":"administrators; anybody on the sign-up page if that is configured","summary":"Makes a user; witho\##
        ut administrator's rights only where people may register themselves.","requestBody":{"required":true,"content":{\##
        "application/json":{"schema":{"$ref":"#/components/schemas/UserCreationReq"}}}},"responses":{"201":{"description\##
        ":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses\##
        /BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidd\##
        en"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$\##
        ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":\##
        {"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/current":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["user"],"operationI\##
        d":"getCurrentUserInfo","x-permission":"signed-in","summary":"Gives the caller's own account.","responses":{"200\##
        ":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserResp"}}\##
        }},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"412":\##
        {"$ref":"#/components/responses/PreconditionFailed"},"429":{"$ref":"#/components/responses/TooManyRequests"},"50\##
        3":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/current/permissions":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["user"]\##
        ,"operationId":"getCurrentUserPermissions","x-permission":"signed-in","summary":"Lists what the caller may do, i\##
        n a project or in the system.","parameters":[{"$ref":"#/components/parameters/permissionScope"},{"$ref":"#/compo\##
        nents/parameters/relative"}],"responses":{"200":{"description":"The list.","content":{"application/json":{"schem\##
        a":{"type":"array","items":{"$ref":"#/components/schemas/Permission"}}}}},"400":{"$ref":"#/components/responses/\##
        BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidde\##
        n"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"\##
        },"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/search":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["user"],"operationId\##
        ":"searchUsers","x-permission":"signed-in","summary":"Finds users by a part of their name.","parameters":[{"$ref\##
        ":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/u\##
        sernameInQuery"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/\##
        components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"sch\##
        ema":{"type":"array","items":{"$ref":"#/components/schemas/UserSearchRespItem"}}}}},"400":{"$ref":"#/components/\##
        responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/response\##
        s/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooMan\##
        yRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/{user_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/\##
        userId"}],"get":{"tags":["user"],"operationId":"getUser","x-permission":"the user itself, administrators and rob\##
        ots with the right","summary":"Gives a user: oneself, or anybody for administrators.","responses":{"200":{"descr\##
        iption":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserResp"}}}},"400":\##
        {"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":\##
        "#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components\##
        /responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/r\##
        esponses/Unavailable"}}},"put":{"tags":["user"],"operationId":"updateUserProfile","x-permission":"the user itsel\##
        f, administrators and robots with the right","summary":"Changes a user's e-mail address, name and comment.","req\##
        uestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserProfile"}}}\##
        },"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#\##
        /components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/componen\##
        ts/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/T\##
        ooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unp\##
        rocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unava\##
        ilable"}}},"delete":{"tags":["user"],"operationId":"deleteUser","x-permission":"system user:delete","summary":"D\##
        eletes a user.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"4\##
        01":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$re\##
        f":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/com\##
        ponents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/{user_id}/sysadmin":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/pa\##
        rameters/userId"}],"put":{"tags":["user"],"operationId":"setUserSysAdmin","x-permission":"system user:update","s\##
        ummary":"Makes a user an administrator, or no longer one.","requestBody":{"required":true,"content":{"applicatio\##
        n/json":{"schema":{"$ref":"#/components/schemas/UserSysAdminFlag"}}}},"responses":{"200":{"description":"Done."}\##
        ,"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{\##
        "$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"413":{"$ref":"#/com\##
        ponents/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/compo\##
        nents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/compone\##
        nts/responses/Unavailable"}}}},\##
        "/users/{user_id}/password":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/pa\##
        rameters/userId"}],"put":{"tags":["user"],"operationId":"updateUserPassword","x-permission":"the user itself, ad\##
        ministrators and robots with the right","summary":"Changes a password: one's own with the old one, anybody's by \##
        an administrator.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/\##
        schemas/PasswordReq"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadReq\##
        uest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"4\##
        04":{"$ref":"#/components/responses/NotFound"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#\##
        /components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref"\##
        :"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/{user_id}/cli_secret":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/\##
        parameters/userId"}],"put":{"tags":["user"],"operationId":"setCliSecret","x-permission":"the user itself, admini\##
        strators and robots with the right","summary":"Sets the secret with which a user signs in at the command line.",\##
        "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/OIDCCliSecr\##
        etReq"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{\##
        "$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#\##
        /components/responses/NotFound"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/com\##
        ponents/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/compo\##
        nents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/compone\##
        nts/responses/Unavailable"}}},"delete":{"tags":["user"],"operationId":"deleteCliSecret","x-permission":"the user\##
         itself, administrators and robots with the right","summary":"*Extension.* Removes a user's secret for the comma\##
        nd line.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"\##
        $ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/\##
        components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/component\##
        s/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/usergroups":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["usergroup"],"operatio\##
        nId":"listUserGroups","x-permission":"system user-group:list","summary":"Lists the groups.","parameters":[{"$ref\##
        ":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/l\##
        dapGroupDn"},{"$ref":"#/components/parameters/groupName"},{"$ref":"#/components/parameters/q"},{"$ref":"#/compon\##
        ents/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$re\##
        f":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json"\##
        :{"schema":{"type":"array","items":{"$ref":"#/components/schemas/UserGroup"}}}}},"400":{"$ref":"#/components/res\##
        ponses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/F\##
        orbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRe\##
        quests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["usergroup"],"operationId":"creat\##
        eUserGroup","x-permission":"system user-group:create","summary":"Makes a group.","requestBody":{"required":true,\##
        "content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserGroupReq"}}}},"responses":{"201":{"des\##
        cription":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/r\##
        esponses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses\##
        /Forbidden"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"\##
        415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"\##
        },"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}}\##
        ,\##
        "/usergroups/search":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["usergroup"],"o\##
        perationId":"searchUserGroups","x-permission":"signed-in","summary":"Finds groups by a part of their name.","par\##
        ameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/compone\##
        nts/parameters/groupname"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{\##
        "$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/j\##
        son":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/UserGroupSearchItem"}}}}},"400":{"$ref":"#/\##
        components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/componen\##
        ts/responses/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/respo\##
        nses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/usergroups/{group_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/param\##
        eters/groupId"}],"get":{"tags":["usergroup"],"operationId":"getUserGroup","x-permission":"system user-group:read\##
        ","summary":"Gives a group.","responses":{"200":{"description":"The answer.","content":{"application/json":{"sch\##
        ema":{"$ref":"#/components/schemas/UserGroup"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$re\##
        f":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/com\##
        ponents/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/r\##
        esponses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["usergroup"],"op\##
        erationId":"updateUserGroup","x-permission":"system user-group:update","summary":"Changes a group's name.","requ\##
        estBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserGroupReq"}}}\##
        },"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#\##
        /components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/componen\##
        ts/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/T\##
        ooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unp\##
        rocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unava\##
        ilable"}}},"delete":{"tags":["usergroup"],"operationId":"deleteUserGroup","x-permission":"system user-group:dele\##
        te","summary":"Deletes a group, and its memberships with it.","responses":{"200":{"description":"Done."},"400":{\##
        "$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"\##
        #/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/\##
        responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/re\##
        sponses/Unavailable"}}}},\##
        "/audit-logs":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["auditlog"],"operation\##
        Id":"listAuditLogs","x-permission":"shows what happened in the projects whose logs the caller may list","summary\##
        ":"Lists what happened to artifacts, in the older shape.","parameters":[{"$ref":"#/components/parameters/page"},\##
        {"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameter\##
        s/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/componen\##
        ts/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"t\##
        ype":"array","items":{"$ref":"#/components/schemas/AuditLog"}}}}},"400":{"$ref":"#/components/responses/BadReque\##
        st"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422\##
        ":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":\##
        {"$ref":"#/components/responses/Unavailable"}}}},\##
        "/auditlog-exts":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["auditlog"],"operat\##
        ionId":"listAuditLogExts","x-permission":"shows what happened in the projects whose logs the caller may list","s\##
        ummary":"Lists what happened, and by whom.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/com\##
        ponents/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],"res\##
        ponses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/Tot\##
        alCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","\##
        items":{"$ref":"#/components/schemas/AuditLogExt"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":\##
        {"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"\##
        #/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/\##
        components/responses/Unavailable"}}}},\##
        "/auditlog-exts/export":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["auditlog"],\##
        "operationId":"exportAuditLogExts","x-permission":"shows what happened in the projects whose logs the caller may\##
         list","summary":"Exports the audit log as a file.","description":"The newest first, with the members of the lis\##
        t. It is sent while it is read and may be of any length; if it can't be finished, the connection ends before the\##
         body does.","parameters":[{"$ref":"#/components/parameters/auditExportFormat"},{"$ref":"#/components/parameters\##
        /q"}],"responses":{"200":{"description":"The file.","headers":{"Content-Disposition":{"description":"The file's \##
        name.","required":true,"schema":{"type":"string"}}},"content":{"text/csv":{"schema":{"type":"string"}},"applicat\##
        ion/x-ndjson":{"schema":{"type":"string"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#\##
        /components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/componen\##
        ts/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components\##
        /responses/Unavailable"}}}},\##
        "/auditlog-exts/events":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["auditlog"],\##
        "operationId":"listAuditLogEventTypes","x-permission":"signed-in","summary":"Lists the kinds of events that can \##
        be recorded.","responses":{"200":{"description":"The list.","content":{"application/json":{"schema":{"type":"arr\##
        ay","items":{"$ref":"#/components/schemas/AuditLogEventType"}}}}},"401":{"$ref":"#/components/responses/Unauthor\##
        ized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"}\##
        ,"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/CVEAllowlist":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["SystemCVEAll\##
        owlist"],"operationId":"getSystemCVEAllowlist","x-permission":"signed-in","summary":"Gives the vulnerabilities t\##
        hat are accepted everywhere.","responses":{"200":{"description":"The answer.","content":{"application/json":{"sc\##
        hema":{"$ref":"#/components/schemas/CVEAllowlist"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403"\##
        :{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$re\##
        f":"#/components/responses/Unavailable"}}},"put":{"tags":["SystemCVEAllowlist"],"operationId":"putSystemCVEAllow\##
        list","x-permission":"system configuration:update","summary":"Replaces the vulnerabilities that are accepted eve\##
        rywhere.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/C\##
        VEAllowlistReq"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"\##
        },"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"413":{\##
        "$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$\##
        ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$re\##
        f":"#/components/responses/Unavailable"}}}},\##
        "/roles":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["role"],"operationId":"list\##
        Roles","x-permission":"signed-in","summary":"*Extension.* Lists the roles that members of projects can have: Har\##
        bor's five and custom ones.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/paramet\##
        ers/pageSize"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/co\##
        mponents/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schem\##
        a":{"type":"array","items":{"$ref":"#/components/schemas/Role"}}}}},"400":{"$ref":"#/components/responses/BadReq\##
        uest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"4\##
        22":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["role"],"operationId":"createRole","x-permissi\##
        on":"system role:update","summary":"*Extension.* Makes a custom role.","requestBody":{"required":true,"content":\##
        {"application/json":{"schema":{"$ref":"#/components/schemas/RoleReq"}}}},"responses":{"201":{"description":"Made\##
        .","headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadReq\##
        uest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"4\##
        09":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":\##
        {"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"\##
        $ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$r\##
        ef":"#/components/responses/Unavailable"}}}},\##
        "/roles/{role_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/\##
        roleId"}],"get":{"tags":["role"],"operationId":"getRole","x-permission":"signed-in","summary":"*Extension.* Give\##
        s a role.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/co\##
        mponents/schemas/Role"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/respon\##
        ses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFo\##
        und"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequest\##
        s"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["role"],"operationId":"updateRole","x-p\##
        ermission":"system role:update","summary":"*Extension.* Changes a custom role; it counts at once for all who hav\##
        e it.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Role\##
        Req"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$\##
        ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/c\##
        omponents/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/resp\##
        onses/PreconditionFailed"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/response\##
        s/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/respo\##
        nses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags":["role"],"operatio\##
        nId":"deleteRole","x-permission":"system role:update","summary":"*Extension.* Deletes a custom role that nobody \##
        has.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref\##
        ":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/comp\##
        onents/responses/NotFound"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"422":{"$ref":"#/componen\##
        ts/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components\##
        /responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/rename":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/c\##
        omponents/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"post":{"tags":["forme\##
        rName"],"operationId":"renameProject","x-permission":"project project:update","summary":"*Extension.* Renames a \##
        project; its former name keeps leading to it.","requestBody":{"required":true,"content":{"application/json":{"sc\##
        hema":{"$ref":"#/components/schemas/RenameReq"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/c\##
        omponents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/component\##
        s/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/C\##
        onflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/TooLa\##
        rge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unproce\##
        ssable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailab\##
        le"}}}},\##
        "/projects/{project_name_or_id}/former-names":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref\##
        ":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["\##
        formerName"],"operationId":"listFormerNamesOfProject","x-permission":"project project:read","summary":"*Extensio\##
        n.* Lists the names that a project had before.","responses":{"200":{"description":"The list.","content":{"applic\##
        ation/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/FormerName"}}}}},"401":{"$ref":"#/co\##
        mponents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/\##
        responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/respons\##
        es/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/former-names/{former_name}":{"parameters":[{"$ref":"#/components/parameters/requ\##
        estID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/formerName"},{"$ref"\##
        :"#/components/parameters/isResourceName"}],"delete":{"tags":["formerName"],"operationId":"releaseFormerNameOfPr\##
        oject","x-permission":"project project:read","summary":"*Extension.* Gives a project's former name free; adminis\##
        trators alone may.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"\##
        },"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{\##
        "$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#\##
        /components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/rename":{"parameters":[{"$ref":"#/components/parameters\##
        /requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters/repositoryName"}],"\##
        post":{"tags":["formerName"],"operationId":"renameRepository","x-permission":"repository repository:delete","sum\##
        mary":"*Extension.* Renames a repository within its project; its former name keeps leading to it.","requestBody"\##
        :{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/RenameReq"}}}},"response\##
        s":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components\##
        /responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/response\##
        s/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":"#/components/responses/Precondition\##
        Failed"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMedia\##
        Type"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyReques\##
        ts"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/former-names":{"parameters":[{"$ref":"#/components/para\##
        meters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters/repositoryNam\##
        e"}],"get":{"tags":["formerName"],"operationId":"listFormerNamesOfRepository","x-permission":"repository reposit\##
        ory:read","summary":"*Extension.* Lists the names that a repository had before.","responses":{"200":{"descriptio\##
        n":"The list.","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/For\##
        merName"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthori\##
        zed"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{\##
        "$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/former-names/{former_name}":{"parameters":[{"$ref":"#/c\##
        omponents/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters\##
        /repositoryName"},{"$ref":"#/components/parameters/formerName"}],"delete":{"tags":["formerName"],"operationId":"\##
        releaseFormerNameOfRepository","x-permission":"repository repository:read","summary":"*Extension.* Gives a repos\##
        itory's former name free; administrators alone may.","responses":{"200":{"description":"Done."},"400":{"$ref":"#\##
        /components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compone\##
        nts/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses\##
        /Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/U\##
        navailable"}}}},\##
        "/projects/{project_name_or_id}/deletion-preview":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"\##
        $ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags\##
        ":["project"],"operationId":"getProjectDeletionPreview","x-permission":"project project:delete","summary":"*Exte\##
        nsion.* Counts what goes if the project is deleted with `force=true`.","responses":{"200":{"description":"The an\##
        swer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/DeletionPreview"}}}},"401":{"$ref":\##
        "#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/compon\##
        ents/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/re\##
        sponses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/trash":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/co\##
        mponents/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["trash"]\##
        ,"operationId":"listTrash","x-permission":"artifact:list and artifact:delete on each repository shown","summary"\##
        :"*Extension.* Lists what was deleted in a project and can be restored.","parameters":[{"$ref":"#/components/par\##
        ameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/compo\##
        nents/parameters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$r\##
        ef":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json\##
        ":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/TrashEntry"}}}}},"400":{"$ref":"#/components/r\##
        esponses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses\##
        /Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessabl\##
        e"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}\##
        },"delete":{"tags":["trash"],"operationId":"purgeTrash","x-permission":"project artifact:delete","summary":"*Ext\##
        ension.* Empties the trash of a project for good.","responses":{"200":{"description":"Done."},"401":{"$ref":"#/c\##
        omponents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components\##
        /responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/respon\##
        ses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/trash/{trash_id}/restore":{"parameters":[{"$ref":"#/components/parameters/reques\##
        tID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/trashId"},{"$ref":"#/c\##
        omponents/parameters/isResourceName"}],"post":{"tags":["trash"],"operationId":"restoreTrash","x-permission":"art\##
        ifact:create and tag:create on the entry's repository","summary":"*Extension.* Restores an artifact or tag, with\##
         what was deleted together with it.","requestBody":{"required":false,"content":{"application/json":{"schema":{"$\##
        ref":"#/components/schemas/RestorationReq"}}}},"responses":{"200":{"description":"The answer.","content":{"appli\##
        cation/json":{"schema":{"$ref":"#/components/schemas/Restoration"}}}},"400":{"$ref":"#/components/responses/BadR\##
        equest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},\##
        "404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"412":{"$ref":\##
        "#/components/responses/PreconditionFailed"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/c\##
        omponents/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"\##
        #/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/trash/{trash_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"\##
        $ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/trashId"},{"$ref":"#/component\##
        s/parameters/isResourceName"}],"delete":{"tags":["trash"],"operationId":"purgeTrashEntry","x-permission":"artifa\##
        ct:delete on the entry's repository","summary":"*Extension.* Deletes an entry of the trash for good.","responses\##
        ":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/\##
        responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses\##
        /NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyR\##
        equests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/search/all":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["search"],"operationId\##
        ":"searchAll","x-permission":"finds among what the caller may see","summary":"*Extension.* Finds one kind of thi\##
        ng by a part of its name, among what the caller may see.","parameters":[{"$ref":"#/components/parameters/searchT\##
        ext"},{"$ref":"#/components/parameters/searchKind"},{"$ref":"#/components/parameters/page"},{"$ref":"#/component\##
        s/parameters/pageSize"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$r\##
        ef":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json\##
        ":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/SearchResult"}}}}},"400":{"$ref":"#/components\##
        /responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/respons\##
        es/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooMa\##
        nyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/users/current/sessions":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["user"],"o\##
        perationId":"listCurrentUserSessions","x-permission":"signed-in","summary":"*Extension.* Lists where the caller \##
        is signed in with a cookie.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/paramet\##
        ers/pageSize"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/co\##
        mponents/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schem\##
        a":{"type":"array","items":{"$ref":"#/components/schemas/Session"}}}}},"400":{"$ref":"#/components/responses/Bad\##
        Request"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"}\##
        ,"412":{"$ref":"#/components/responses/PreconditionFailed"},"422":{"$ref":"#/components/responses/Unprocessable"\##
        },"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}}\##
        ,\##
        "/users/current/sessions/{session_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/co\##
        mponents/parameters/sessionId"}],"delete":{"tags":["user"],"operationId":"endCurrentUserSession","x-permission":\##
        "signed-in","summary":"*Extension.* Ends one of the caller's sessions.","responses":{"200":{"description":"Done.\##
        "},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403"\##
        :{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"412":{"$ref":"#/c\##
        omponents/responses/PreconditionFailed"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/\##
        components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/usergroups/{group_id}/members":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/componen\##
        ts/parameters/groupId"}],"get":{"tags":["usergroup"],"operationId":"listUserGroupMembers","x-permission":"system\##
         user-group:read","summary":"*Extension.* Lists the members of a local group.","parameters":[{"$ref":"#/componen\##
        ts/parameters/page"},{"$ref":"#/components/parameters/pageSize"}],"responses":{"200":{"description":"A page of t\##
        he list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/hea\##
        ders/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/UserG\##
        roupMember"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauth\##
        orized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422\##
        ":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":\##
        {"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["usergroup"],"operationId":"addUserGroupMember",\##
        "x-permission":"system user-group:update","summary":"*Extension.* Makes a user a member of a local group.","requ\##
        estBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/UserGroupMemberR\##
        eq"}}}},"responses":{"201":{"description":"Made.","headers":{"Location":{"$ref":"#/components/headers/Location"}\##
        }},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403"\##
        :{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/c\##
        omponents/responses/Conflict"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":"#/compo\##
        nents/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/compone\##
        nts/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/component\##
        s/responses/Unavailable"}}}},\##
        "/usergroups/{group_id}/members/{user_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"\##
        #/components/parameters/groupId"},{"$ref":"#/components/parameters/userId"}],"delete":{"tags":["usergroup"],"ope\##
        rationId":"removeUserGroupMember","x-permission":"system user-group:update","summary":"*Extension.* Takes a user\##
         out of a local group.","responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequ\##
        est"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"40\##
        4":{"$ref":"#/components/responses/NotFound"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"422":{\##
        "$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$\##
        ref":"#/components/responses/Unavailable"}}}},\##
        "/c/login":{"servers":[{"url":"/"}],"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":[\##
        "session"],"operationId":"login","x-permission":"open","summary":"Signs in with a cookie.","requestBody":{"requi\##
        red":true,"content":{"application/x-www-form-urlencoded":{"schema":{"$ref":"#/components/schemas/LoginForm"}}}},\##
        "responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/c\##
        omponents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"413":{"$ref":"#/components\##
        /responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/r\##
        esponses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/res\##
        ponses/Unavailable"}}}},\##
        "/c/log_out":{"servers":[{"url":"/"}],"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":\##
        ["session"],"operationId":"logOut","x-permission":"open","summary":"Signs the cookie out.","responses":{"200":{"\##
        description":"Done."},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses\##
        /Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unava\##
        ilable"}}}},\##
        "/c/userExists":{"servers":[{"url":"/"}],"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"ta\##
        gs":["session"],"operationId":"userExists","x-permission":"administrators; anybody on the sign-up page if that i\##
        s configured","summary":"Says whether a name or an e-mail address is taken already.","requestBody":{"required":t\##
        rue,"content":{"application/x-www-form-urlencoded":{"schema":{"$ref":"#/components/schemas/UserExistsForm"}}}},"\##
        responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"type":"boolean"}}}},"40\##
        0":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$re\##
        f":"#/components/responses/Forbidden"},"412":{"$ref":"#/components/responses/PreconditionFailed"},"413":{"$ref":\##
        "#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#\##
        /components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/c\##
        omponents/responses/Unavailable"}}}},\##
        "/api/version":{"servers":[{"url":"/"}],"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags\##
        ":["session"],"operationId":"getVersion","x-permission":"open","summary":"Gives the version of this interface.",\##
        "responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/sc\##
        hemas/Version"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"429":{"$ref":"#/components/responses/To\##
        oManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/openapi.json":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["openapi"],"operatio\##
        nId":"getOpenAPI","x-permission":"open","summary":"*Extension.* Gives this description as JSON.","parameters":[{\##
        "$ref":"#/components/parameters/ifNoneMatch"}],"responses":{"200":{"description":"The answer.","content":{"appli\##
        cation/json":{"schema":{"type":"object"}}}},"304":{"$ref":"#/components/responses/NotModified"},"401":{"$ref":"#\##
        /components/responses/Unauthorized"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/co\##
        mponents/responses/Unavailable"}}}},\##
        "/ldap/ping":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["Ldap"],"operationId":\##
        "pingLdap","x-permission":"system configuration:read","summary":"Tries a connection to an LDAP directory.","resp\##
        onses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"\##
        429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"5\##
        03":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/ldap/users/search":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["Ldap"],"operat\##
        ionId":"searchLdapUser","x-permission":"system ldap-user:list","summary":"Finds users of the LDAP directory.","r\##
        esponses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"\##
        },"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"}\##
        ,"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/ldap/users/import":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["Ldap"],"opera\##
        tionId":"importLdapUser","x-permission":"system ldap-user:create","summary":"Takes users over from the LDAP dire\##
        ctory.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/\##
        Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImp\##
        lemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/ldap/groups/search":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["Ldap"],"opera\##
        tionId":"searchLdapGroup","x-permission":"system ldap-user:list","summary":"Finds groups of the LDAP directory."\##
        ,"responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidd\##
        en"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemente\##
        d"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/scan":{"parameters":[{"$ref":"#/c\##
        omponents/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/parameters\##
        /repositoryName"},{"$ref":"#/components/parameters/reference"}],"post":{"tags":["scan"],"operationId":"scanArtif\##
        act","x-permission":"repository scan:create","summary":"Scans an artifact for vulnerabilities, or makes its SBOM\##
        .","responses":{"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429"\##
        :{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":\##
        {"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/scan/stop":{"parameters":[{"$ref"\##
        :"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/components/param\##
        eters/repositoryName"},{"$ref":"#/components/parameters/reference"}],"post":{"tags":["scan"],"operationId":"stop\##
        ScanArtifact","x-permission":"repository scan:stop","summary":"Stops the scan of an artifact.","responses":{"400\##
        ":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref\##
        ":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/componen\##
        ts/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/component\##
        s/responses/Unavailable"}}}},\##
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}/scan/{report_id}/log":{"parameter\##
        s":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"$ref":"#/compo\##
        nents/parameters/repositoryName"},{"$ref":"#/components/parameters/reference"},{"name":"report_id","in":"path","\##
        required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["scan"],"operationId":"getReportLog",\##
        "x-permission":"repository scan:read","summary":"Gives the log of a scan.","responses":{"400":{"$ref":"#/compone\##
        nts/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/resp\##
        onses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooMany\##
        Requests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavaila\##
        ble"}}}},\##
        "/projects/{project_name_or_id}/scanner":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/\##
        components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["scann\##
        er"],"operationId":"getScannerOfProject","x-permission":"project scanner:read","summary":"Gives the scanner that\##
         a project uses.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/\##
        responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/Too\##
        ManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unav\##
        ailable"}}},"put":{"tags":["scanner"],"operationId":"setScannerOfProject","x-permission":"project scanner:create\##
        ","summary":"Chooses the scanner that a project uses.","responses":{"401":{"$ref":"#/components/responses/Unauth\##
        orized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429\##
        ":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503"\##
        :{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/scanner/candidates":{"parameters":[{"$ref":"#/components/parameters/requestID"},\##
        {"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"ta\##
        gs":["scanner"],"operationId":"listScannerCandidatesOfProject","x-permission":"project scanner:create","summary"\##
        :"Lists the scanners that a project can choose from.","responses":{"200":{"$ref":"#/components/responses/Nothing\##
        "},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":\##
        {"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref"\##
        :"#/components/responses/Unavailable"}}}},\##
        "/p2p/preheat/providers":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["preheat"],\##
        "operationId":"ListProviders","x-permission":"system preheat-instance:list","summary":"Lists the kinds of peer-t\##
        o-peer distribution that can be connected.","responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{\##
        "$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#\##
        /components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/p2p/preheat/instances/ping":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["preh\##
        eat"],"operationId":"PingInstances","x-permission":"system preheat-instance:read","summary":"Tries a connection \##
        to a peer-to-peer instance.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/\##
        components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/compon\##
        ents/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/p2p/preheat/instances":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["preheat"],\##
        "operationId":"ListInstances","x-permission":"system preheat-instance:list","summary":"Lists the peer-to-peer in\##
        stances.","responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{"$ref":"#/components/responses/Una\##
        uthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyReque\##
        sts"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["preheat"],"operationId":"CreateInst\##
        ance","x-permission":"system preheat-instance:create","summary":"Connects a peer-to-peer instance.","responses":\##
        {"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"\##
        $ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$\##
        ref":"#/components/responses/Unavailable"}}}},\##
        "/p2p/preheat/instances/{preheat_instance_name}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"n\##
        ame":"preheat_instance_name","in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"ta\##
        gs":["preheat"],"operationId":"GetInstance","x-permission":"system preheat-instance:read","summary":"Gives a pee\##
        r-to-peer instance.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/componen\##
        ts/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/\##
        TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/U\##
        navailable"}}},"delete":{"tags":["preheat"],"operationId":"DeleteInstance","x-permission":"system preheat-instan\##
        ce:delete","summary":"Removes a peer-to-peer instance.","responses":{"401":{"$ref":"#/components/responses/Unaut\##
        horized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"42\##
        9":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["preheat"],"operationId":"UpdateInstance","x-pe\##
        rmission":"system preheat-instance:update","summary":"Changes a peer-to-peer instance.","responses":{"401":{"$re\##
        f":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/com\##
        ponents/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components\##
        /responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/preheat/policies":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":\##
        "#/components/parameters/projectName"}],"post":{"tags":["preheat"],"operationId":"CreatePolicy","x-permission":"\##
        project preheat-policy:create","summary":"Makes a policy that preheats artifacts.","responses":{"401":{"$ref":"#\##
        /components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/componen\##
        ts/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/resp\##
        onses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"get":{"tags":["preheat"],"operatio\##
        nId":"ListPolicies","x-permission":"project preheat-policy:list","summary":"Lists the preheat policies of a proj\##
        ect.","responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429"\##
        :{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/preheat/policies/{preheat_policy_name}":{"parameters":[{"$ref":"#/components/parameter\##
        s/requestID"},{"$ref":"#/components/parameters/projectName"},{"name":"preheat_policy_name","in":"path","required\##
        ":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["preheat"],"operationId":"GetPolicy","x-permi\##
        ssion":"project preheat-policy:read","summary":"Gives a preheat policy.","responses":{"401":{"$ref":"#/component\##
        s/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/respons\##
        es/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotI\##
        mplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["preheat"],"operationId":"Upda\##
        tePolicy","x-permission":"project preheat-policy:update","summary":"Changes a preheat policy.","responses":{"401\##
        ":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref"\##
        :"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/com\##
        ponents/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["prehea\##
        t"],"operationId":"ManualPreheat","x-permission":"project preheat-policy:update","summary":"Runs a preheat polic\##
        y now.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/\##
        Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyReques\##
        ts"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}\##
        },"delete":{"tags":["preheat"],"operationId":"DeletePolicy","x-permission":"project preheat-policy:delete","summ\##
        ary":"Deletes a preheat policy.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref"\##
        :"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/component\##
        s/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components\##
        /responses/Unavailable"}}}},\##
        "/projects/{project_name}/preheat/policies/{preheat_policy_name}/executions":{"parameters":[{"$ref":"#/component\##
        s/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"name":"preheat_policy_name","in":"path\##
        ","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["preheat"],"operationId":"ListExec\##
        utions","x-permission":"project preheat-policy:read","summary":"Lists the runs of a preheat policy.","responses"\##
        :{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{\##
        "$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":\##
        "#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/preheat/policies/{preheat_policy_name}/executions/{execution_id}":{"parameters":[{"$re\##
        f":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"name":"preheat_policy_n\##
        ame","in":"path","required":true,"schema":{"type":"string","maxLength":255}},{"name":"execution_id","in":"path",\##
        "required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["preheat"],"operationId":"GetExecuti\##
        on","x-permission":"project preheat-policy:read","summary":"Gives a run of a preheat policy.","responses":{"401"\##
        :{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":\##
        "#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/comp\##
        onents/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"patch":{"tags":["prehea\##
        t"],"operationId":"StopExecution","x-permission":"project preheat-policy:update","summary":"Stops a run of a pre\##
        heat policy.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/resp\##
        onses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooMany\##
        Requests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavaila\##
        ble"}}}},\##
        "/projects/{project_name}/preheat/policies/{preheat_policy_name}/executions/{execution_id}/tasks":{"parameters":\##
        [{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"name":"preheat_po\##
        licy_name","in":"path","required":true,"schema":{"type":"string","maxLength":255}},{"name":"execution_id","in":"\##
        path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["preheat"],"operationId":"List\##
        Tasks","x-permission":"project preheat-policy:read","summary":"Lists the tasks of a preheat run.","responses":{"\##
        401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$r\##
        ef":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/\##
        components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/preheat/policies/{preheat_policy_name}/executions/{execution_id}/tasks/{task_id}/logs"\##
        :{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectName"},{"na\##
        me":"preheat_policy_name","in":"path","required":true,"schema":{"type":"string","maxLength":255}},{"name":"execu\##
        tion_id","in":"path","required":true,"schema":{"type":"string","maxLength":255}},{"name":"task_id","in":"path","\##
        required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["preheat"],"operationId":"GetPreheatL\##
        og","x-permission":"project preheat-policy:read","summary":"Gives the log of a preheat task.","responses":{"401"\##
        :{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":\##
        "#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/comp\##
        onents/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name}/preheat/providers":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref"\##
        :"#/components/parameters/projectName"}],"get":{"tags":["preheat"],"operationId":"ListProvidersUnderProject","x-\##
        permission":"project preheat-policy:read","summary":"Lists the peer-to-peer instances that a project can use.","\##
        responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{"$ref":"#/components/responses/Unauthorized"}\##
        ,"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref\##
        ":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/policies":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"\##
        $ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags\##
        ":["webhook"],"operationId":"ListWebhookPoliciesOfProject","x-permission":"project notification-policy:list","su\##
        mmary":"Lists the webhook policies of a project.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":\##
        "#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}\##
        ],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/heade\##
        rs/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"ar\##
        ray","items":{"$ref":"#/components/schemas/WebhookPolicy"}}}}},"400":{"$ref":"#/components/responses/BadRequest"\##
        },"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{\##
        "$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#\##
        /components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["w\##
        ebhook"],"operationId":"CreateWebhookPolicyOfProject","x-permission":"project notification-policy:create","summa\##
        ry":"Makes a webhook policy.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/\##
        components/schemas/WebhookPolicyReq"}}}},"responses":{"201":{"description":"Made.","headers":{"Location":{"$ref"\##
        :"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/componen\##
        ts/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/respon\##
        ses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"}\##
        ,"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessabl\##
        e"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}\##
        }},\##
        "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}":{"parameters":[{"$ref":"#/components/param\##
        eters/requestID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResource\##
        Name"},{"$ref":"#/components/parameters/webhookPolicyId"}],"get":{"tags":["webhook"],"operationId":"GetWebhookPo\##
        licyOfProject","x-permission":"project notification-policy:read","summary":"Gives a webhook policy.","responses"\##
        :{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Webho\##
        okPolicy"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidd\##
        en"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429\##
        ":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":\##
        {"tags":["webhook"],"operationId":"UpdateWebhookPolicyOfProject","x-permission":"project notification-policy:upd\##
        ate","summary":"Changes a webhook policy; what isn't mentioned stays.","requestBody":{"required":true,"content":\##
        {"application/json":{"schema":{"$ref":"#/components/schemas/WebhookPolicyReq"}}}},"responses":{"200":{"descripti\##
        on":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthoriz\##
        ed"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"\##
        $ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/compo\##
        nents/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/co\##
        mponents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags":["we\##
        bhook"],"operationId":"DeleteWebhookPolicyOfProject","x-permission":"project notification-policy:delete","summar\##
        y":"Deletes a webhook policy with its deliveries, those that wait too.","responses":{"200":{"description":"Done.\##
        "},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403"\##
        :{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/c\##
        omponents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/com\##
        ponents/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/test":{"parameters":[{"$ref":"#/components/\##
        parameters/requestID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isRes\##
        ourceName"},{"$ref":"#/components/parameters/webhookPolicyId"}],"post":{"tags":["webhook"],"operationId":"testWe\##
        bhookPolicy","x-permission":"project notification-policy:update","summary":"*Extension.* Sends an invented event\##
         to the targets of a policy, enabled or not.","requestBody":{"required":false,"content":{"application/json":{"sc\##
        hema":{"$ref":"#/components/schemas/WebhookTestReq"}}}},"responses":{"201":{"description":"It is being sent.","h\##
        eaders":{"Location":{"$ref":"#/components/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#\##
        /components/schemas/WebhookExecution"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/co\##
        mponents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/\##
        responses/NotFound"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/Unsu\##
        pportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/T\##
        ooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions":{"parameters":[{"$ref":"#/compo\##
        nents/parameters/requestID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters\##
        /isResourceName"},{"$ref":"#/components/parameters/webhookPolicyId"}],"get":{"tags":["webhook"],"operationId":"L\##
        istExecutionsOfWebhookPolicy","x-permission":"project notification-policy:read","summary":"Lists the deliveries \##
        of a webhook policy, one for each event.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/compo\##
        nents/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],"respo\##
        nses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/Total\##
        Count"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","it\##
        ems":{"$ref":"#/components/schemas/WebhookExecution"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"40\##
        1":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref\##
        ":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/comp\##
        onents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions/{execution_id}/tasks":{"paramete\##
        rs":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/\##
        components/parameters/isResourceName"},{"$ref":"#/components/parameters/webhookPolicyId"},{"name":"execution_id"\##
        ,"in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["webhook"],"operationI\##
        d":"ListTasksOfWebhookExecution","x-permission":"project notification-policy:read","summary":"Lists what was sen\##
        t for an event, one task for each target.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/comp\##
        onents/parameters/pageSize"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count"\##
        :{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application\##
        /json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/WebhookTask"}}}}},"400":{"$ref":"#/compon\##
        ents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/res\##
        ponses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unproc\##
        essable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavaila\##
        ble"}}}},\##
        "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions/{execution_id}/replay":{"paramet\##
        ers":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#\##
        /components/parameters/isResourceName"},{"$ref":"#/components/parameters/webhookPolicyId"},{"name":"execution_id\##
        ","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"post":{"tags":["webhook"],"operatio\##
        nId":"replayWebhookExecution","x-permission":"project notification-policy:update","summary":"*Extension.* Sends \##
        the very same bodies again.","responses":{"201":{"description":"It is being sent.","headers":{"Location":{"$ref"\##
        :"#/components/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Webhook\##
        Execution"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthor\##
        ized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":\##
        {"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"\##
        $ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/policies/{webhook_policy_id}/executions/{execution_id}/tasks/{task_id}/l\##
        og":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/projectNameOrId\##
        "},{"$ref":"#/components/parameters/isResourceName"},{"$ref":"#/components/parameters/webhookPolicyId"},{"name":\##
        "execution_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},{"name":"task_id","in":"\##
        path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["webhook"],"operationId":"Get\##
        LogsOfWebhookTask","x-permission":"project notification-policy:read","summary":"Gives the log of a delivery to o\##
        ne target.","parameters":[{"name":"after","in":"query","description":"Only what came after this position.","sche\##
        ma":{"type":"integer","format":"int64","minimum":0}}],"responses":{"200":{"description":"The log.","headers":{"X\##
        -Log-Position":{"description":"What to give as `after` for what comes next.","schema":{"type":"integer","format"\##
        :"int64"}}},"content":{"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unautho\##
        rized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422"\##
        :{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{\##
        "$ref":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/preview":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$\##
        ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"post":{"tags\##
        ":["webhook"],"operationId":"previewWebhook","x-permission":"project notification-policy:read","summary":"*Exten\##
        sion.* Shows what a target would be sent of an invented event; nothing is stored or sent.","requestBody":{"requi\##
        red":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookPreviewReq"}}}},"response\##
        s":{"200":{"description":"The body.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Webho\##
        okPreview"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthor\##
        ized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"413":\##
        {"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"\##
        $ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$r\##
        ef":"#/components/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/lasttrigger":{"parameters":[{"$ref":"#/components/parameters/requestID"}\##
        ,{"$ref":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"t\##
        ags":["webhook"],"operationId":"LastTrigger","x-permission":"project notification-policy:list","summary":"Says w\##
        hen events of each type last made deliveries.","responses":{"200":{"description":"The answer.","content":{"appli\##
        cation/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/WebhookLastTrigger"}}}}},"401":{"$r\##
        ef":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/co\##
        mponents/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/component\##
        s/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/events":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$r\##
        ef":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":\##
        ["webhook"],"operationId":"GetSupportedEventTypes","x-permission":"project notification-policy:read","summary":"\##
        Lists the events, kinds of targets and formats that webhooks know.","responses":{"200":{"description":"The answe\##
        r.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/SupportedWebhookEventTypes"}}}},"401":\##
        {"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"\##
        #/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/compo\##
        nents/responses/Unavailable"}}}},\##
        "/projects/{project_name_or_id}/webhook/jobs":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref\##
        ":"#/components/parameters/projectNameOrId"},{"$ref":"#/components/parameters/isResourceName"}],"get":{"tags":["\##
        webhookjob"],"operationId":"ListWebhookJobs","x-permission":"project notification-policy:list","summary":"Lists \##
        the deliveries of a webhook policy in Harbor's older form.","parameters":[{"$ref":"#/components/parameters/page"\##
        },{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/paramet\##
        ers/sort"},{"name":"policy_id","in":"query","required":true,"schema":{"type":"integer","format":"int64"}},{"name\##
        ":"status","in":"query","description":"Only those with one of these, between commas.","schema":{"type":"string",\##
        "maxLength":255}}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#\##
        /components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"sc\##
        hema":{"type":"array","items":{"$ref":"#/components/schemas/WebhookJob"}}}}},"400":{"$ref":"#/components/respons\##
        es/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbi\##
        dden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"4\##
        29":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/policies":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["webhook"\##
        ],"operationId":"listSystemWebhookPolicies","x-permission":"system notification-policy:list","summary":"*Extensi\##
        on.* Lists the webhook policies of the registry as a whole.","parameters":[{"$ref":"#/components/parameters/page\##
        "},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parame\##
        ters/sort"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/compo\##
        nents/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":\##
        {"type":"array","items":{"$ref":"#/components/schemas/WebhookPolicy"}}}}},"400":{"$ref":"#/components/responses/\##
        BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidde\##
        n"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"\##
        },"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["webhook"],"operationId":"createSystemWe\##
        bhookPolicy","x-permission":"system notification-policy:create","summary":"*Extension.* Makes a webhook policy."\##
        ,"requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookPol\##
        icyReq"}}}},"responses":{"201":{"description":"Made.","headers":{"Location":{"$ref":"#/components/headers/Locati\##
        on"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"\##
        403":{"$ref":"#/components/responses/Forbidden"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":\##
        "#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#\##
        /components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/c\##
        omponents/responses/Unavailable"}}}},\##
        "/system/webhook/policies/{webhook_policy_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$re\##
        f":"#/components/parameters/webhookPolicyId"}],"get":{"tags":["webhook"],"operationId":"getSystemWebhookPolicy",\##
        "x-permission":"system notification-policy:read","summary":"*Extension.* Gives a webhook policy.","responses":{"\##
        200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookP\##
        olicy"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"\##
        },"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{\##
        "$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"t\##
        ags":["webhook"],"operationId":"updateSystemWebhookPolicy","x-permission":"system notification-policy:update","s\##
        ummary":"*Extension.* Changes a webhook policy; what isn't mentioned stays.","requestBody":{"required":true,"con\##
        tent":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookPolicyReq"}}}},"responses":{"200":{"des\##
        cription":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unau\##
        thorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"4\##
        09":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#\##
        /components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref"\##
        :"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags\##
        ":["webhook"],"operationId":"deleteSystemWebhookPolicy","x-permission":"system notification-policy:delete","summ\##
        ary":"*Extension.* Deletes a webhook policy with its deliveries, those that wait too.","responses":{"200":{"desc\##
        ription":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unaut\##
        horized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"42\##
        2":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503"\##
        :{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/policies/{webhook_policy_id}/test":{"parameters":[{"$ref":"#/components/parameters/requestID"},\##
        {"$ref":"#/components/parameters/webhookPolicyId"}],"post":{"tags":["webhook"],"operationId":"testSystemWebhookP\##
        olicy","x-permission":"system notification-policy:update","summary":"*Extension.* Sends an invented event to the\##
         targets of a policy, enabled or not.","requestBody":{"required":false,"content":{"application/json":{"schema":{\##
        "$ref":"#/components/schemas/WebhookTestReq"}}}},"responses":{"201":{"description":"It is being sent.","headers"\##
        :{"Location":{"$ref":"#/components/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#/compon\##
        ents/schemas/WebhookExecution"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/component\##
        s/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/respons\##
        es/NotFound"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/Unsupported\##
        MediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyR\##
        equests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/policies/{webhook_policy_id}/executions":{"parameters":[{"$ref":"#/components/parameters/reques\##
        tID"},{"$ref":"#/components/parameters/webhookPolicyId"}],"get":{"tags":["webhook"],"operationId":"listSystemWeb\##
        hookExecutions","x-permission":"system notification-policy:read","summary":"*Extension.* Lists the deliveries of\##
         a webhook policy, one for each event.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/compone\##
        nts/parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],"respons\##
        es":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCo\##
        unt"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","item\##
        s":{"$ref":"#/components/schemas/WebhookExecution"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401"\##
        :{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":\##
        "#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/compon\##
        ents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/policies/{webhook_policy_id}/executions/{execution_id}/tasks":{"parameters":[{"$ref":"#/compone\##
        nts/parameters/requestID"},{"$ref":"#/components/parameters/webhookPolicyId"},{"name":"execution_id","in":"path"\##
        ,"required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["webhook"],"operationId":"listSyst\##
        emWebhookTasks","x-permission":"system notification-policy:read","summary":"*Extension.* Lists what was sent for\##
         an event, one task for each target.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/component\##
        s/parameters/pageSize"}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$r\##
        ef":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json\##
        ":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/WebhookTask"}}}}},"400":{"$ref":"#/components/\##
        responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/response\##
        s/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessab\##
        le"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}\##
        }}},\##
        "/system/webhook/policies/{webhook_policy_id}/executions/{execution_id}/replay":{"parameters":[{"$ref":"#/compon\##
        ents/parameters/requestID"},{"$ref":"#/components/parameters/webhookPolicyId"},{"name":"execution_id","in":"path\##
        ","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"post":{"tags":["webhook"],"operationId":"replay\##
        SystemWebhookExecution","x-permission":"system notification-policy:update","summary":"*Extension.* Sends the ver\##
        y same bodies again.","responses":{"201":{"description":"It is being sent.","headers":{"Location":{"$ref":"#/com\##
        ponents/headers/Location"}},"content":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookExecuti\##
        on"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},\##
        "403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref"\##
        :"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"\##
        #/components/responses/Unavailable"}}}},\##
        "/system/webhook/policies/{webhook_policy_id}/executions/{execution_id}/tasks/{task_id}/log":{"parameters":[{"$r\##
        ef":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/webhookPolicyId"},{"name":"execution_i\##
        d","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},{"name":"task_id","in":"path","requi\##
        red":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["webhook"],"operationId":"getSystemWebhoo\##
        kTaskLog","x-permission":"system notification-policy:read","summary":"*Extension.* Gives the log of a delivery t\##
        o one target.","parameters":[{"name":"after","in":"query","description":"Only what came after this position.","s\##
        chema":{"type":"integer","format":"int64","minimum":0}}],"responses":{"200":{"description":"The log.","headers":\##
        {"X-Log-Position":{"description":"What to give as `after` for what comes next.","schema":{"type":"integer","form\##
        at":"int64"}}},"content":{"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unau\##
        thorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"4\##
        22":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/preview":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["webhook"\##
        ],"operationId":"previewSystemWebhook","x-permission":"system notification-policy:read","summary":"*Extension.* \##
        Shows what a target would be sent of an invented event; nothing is stored or sent.","requestBody":{"required":tr\##
        ue,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookPreviewReq"}}}},"responses":{"20\##
        0":{"description":"The body.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/WebhookPrevi\##
        ew"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},\##
        "403":{"$ref":"#/components/responses/Forbidden"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref"\##
        :"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$r\##
        ef":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/lasttrigger":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["webho\##
        ok"],"operationId":"listSystemWebhookTriggers","x-permission":"system notification-policy:list","summary":"*Exte\##
        nsion.* Says when events of each type last made deliveries.","responses":{"200":{"description":"The answer.","co\##
        ntent":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/WebhookLastTrigger"}}\##
        }}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429"\##
        :{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/webhook/events":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["webhook"],\##
        "operationId":"getSystemWebhookEventTypes","x-permission":"system notification-policy:read","summary":"*Extensio\##
        n.* Lists the events, kinds of targets and formats that webhooks know.","responses":{"200":{"description":"The a\##
        nswer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/SupportedWebhookEventTypes"}}}},"4\##
        01":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$re\##
        f":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/policies":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["replication\##
        "],"operationId":"listReplicationPolicies","x-permission":"system replication-policy:list","summary":"Lists the \##
        replication policies.","responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{"$ref":"#/components/\##
        responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses\##
        /TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["replication"],"operati\##
        onId":"createReplicationPolicy","x-permission":"system replication-policy:create","summary":"Makes a replication\##
         policy.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/response\##
        s/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotI\##
        mplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/policies/{id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/p\##
        arameters/id"}],"get":{"tags":["replication"],"operationId":"getReplicationPolicy","x-permission":"system replic\##
        ation-policy:read","summary":"Gives a replication policy.","responses":{"401":{"$ref":"#/components/responses/Un\##
        authorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},\##
        "429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"\##
        503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags":["replication"],"operationId":"deleteRepli\##
        cationPolicy","x-permission":"system replication-policy:delete","summary":"Deletes a replication policy.","respo\##
        nses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"4\##
        04":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$\##
        ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags\##
        ":["replication"],"operationId":"updateReplicationPolicy","x-permission":"system replication-policy:update","sum\##
        mary":"Changes a replication policy.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"\##
        $ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/comp\##
        onents/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/compo\##
        nents/responses/Unavailable"}}}},\##
        "/replication/executions":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["replicati\##
        on"],"operationId":"listReplicationExecutions","x-permission":"system replication:list","summary":"Lists the run\##
        s of replication policies.","responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{"$ref":"#/compon\##
        ents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/resp\##
        onses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["replication"],"op\##
        erationId":"startReplication","x-permission":"system replication:create","summary":"Runs a replication policy no\##
        w.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forb\##
        idden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImpleme\##
        nted"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/executions/{id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components\##
        /parameters/id"}],"get":{"tags":["replication"],"operationId":"getReplicationExecution","x-permission":"system r\##
        eplication:read","summary":"Gives a run of a replication policy.","responses":{"401":{"$ref":"#/components/respo\##
        nses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotF\##
        ound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemen\##
        ted"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["replication"],"operationId":"stopRep\##
        lication","x-permission":"system replication:create","summary":"Stops a run of a replication policy.","responses\##
        ":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":\##
        {"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref"\##
        :"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/executions/{id}/tasks":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/comp\##
        onents/parameters/id"}],"get":{"tags":["replication"],"operationId":"listReplicationTasks","x-permission":"syste\##
        m replication:list","summary":"Lists the tasks of a replication run.","responses":{"401":{"$ref":"#/components/r\##
        esponses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/\##
        NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImpl\##
        emented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/executions/{id}/tasks/{task_id}/log":{"parameters":[{"$ref":"#/components/parameters/requestID"},{\##
        "$ref":"#/components/parameters/id"},{"name":"task_id","in":"path","required":true,"schema":{"type":"string","ma\##
        xLength":255}}],"get":{"tags":["replication"],"operationId":"getReplicationLog","x-permission":"system replicati\##
        on:read","summary":"Gives the log of a replication task.","responses":{"401":{"$ref":"#/components/responses/Una\##
        uthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"\##
        429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"5\##
        03":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/adapters":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["registry"],\##
        "operationId":"listRegistryProviderTypes","x-permission":"system replication-adapter:list","summary":"Lists the \##
        kinds of registries that can be connected.","responses":{"200":{"$ref":"#/components/responses/Nothing"},"401":{\##
        "$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#\##
        /components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/replication/adapterinfos":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["registr\##
        y"],"operationId":"listRegistryProviderInfos","x-permission":"system replication-adapter:list","summary":"Descri\##
        bes the kinds of registries that can be connected.","responses":{"401":{"$ref":"#/components/responses/Unauthori\##
        zed"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},\##
        "501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/registries":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["registry"],"operatio\##
        nId":"createRegistry","x-permission":"system registry:create","summary":"Connects another registry.","responses"\##
        :{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{\##
        "$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"\##
        $ref":"#/components/responses/Unavailable"}}},"get":{"tags":["registry"],"operationId":"listRegistries","x-permi\##
        ssion":"system registry:list","summary":"Lists the connected registries.","responses":{"200":{"$ref":"#/componen\##
        ts/responses/Nothing"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/response\##
        s/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unav\##
        ailable"}}}},\##
        "/registries/ping":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["registry"],"ope\##
        rationId":"pingRegistry","x-permission":"system registry:read","summary":"Tries a connection to another registry\##
        .","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbi\##
        dden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemen\##
        ted"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/registries/{id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/\##
        id"}],"get":{"tags":["registry"],"operationId":"getRegistry","x-permission":"system registry:read","summary":"Gi\##
        ves a connected registry.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/co\##
        mponents/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/resp\##
        onses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/respo\##
        nses/Unavailable"}}},"delete":{"tags":["registry"],"operationId":"deleteRegistry","x-permission":"system registr\##
        y:delete","summary":"Removes a connected registry.","responses":{"401":{"$ref":"#/components/responses/Unauthori\##
        zed"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{\##
        "$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"\##
        $ref":"#/components/responses/Unavailable"}}},"put":{"tags":["registry"],"operationId":"updateRegistry","x-permi\##
        ssion":"system registry:update","summary":"Changes a connected registry.","responses":{"401":{"$ref":"#/componen\##
        ts/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/respon\##
        ses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/Not\##
        Implemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/registries/{id}/info":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parame\##
        ters/id"}],"get":{"tags":["registry"],"operationId":"getRegistryInfo","x-permission":"system registry:read","sum\##
        mary":"Says what a connected registry can do.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"}\##
        ,"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref\##
        ":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref"\##
        :"#/components/responses/Unavailable"}}}},\##
        "/scans/all/metrics":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["scanAll"],"ope\##
        rationId":"getLatestScanAllMetrics","x-permission":"system scan-all:read","summary":"Counts the progress of the \##
        latest scan of everything.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/c\##
        omponents/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/compone\##
        nts/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/scans/schedule/metrics":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["scanAll"]\##
        ,"operationId":"getLatestScheduledScanAllMetrics","x-permission":"system scan-all:read","summary":"Counts the pr\##
        ogress of the latest scheduled scan of everything.","responses":{"401":{"$ref":"#/components/responses/Unauthori\##
        zed"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},\##
        "501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/oidc/ping":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["oidc"],"operat\##
        ionId":"pingOIDC","x-permission":"system configuration:read","summary":"Tries a connection to an OpenID Connect \##
        provider.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/respons\##
        es/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/Not\##
        Implemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/gc":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["gc"],"operationId":"ge\##
        tGCHistory","x-permission":"system garbage-collection:list","summary":"Lists the runs of garbage collection.","p\##
        arameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{"$ref":"#/compo\##
        nents/parameters/q"},{"$ref":"#/components/parameters/sort"}],"responses":{"200":{"description":"A page of the l\##
        ist.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers\##
        /Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/JobHistor\##
        y"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},\##
        "403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"\##
        $ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/gc/{gc_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"gc_id","in":"path","re\##
        quired":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["gc"],"operationId":"getGC","x-permiss\##
        ion":"system garbage-collection:read","summary":"Gives a run of garbage collection.","responses":{"200":{"descri\##
        ption":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/JobHistory"}}}},"401"\##
        :{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":\##
        "#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/compon\##
        ents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["gc"],"ope\##
        rationId":"stopGC","x-permission":"system garbage-collection:stop","summary":"Stops a run of garbage collection.\##
        ","responses":{"200":{"description":"Done."},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":\##
        "#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components\##
        /responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/r\##
        esponses/Unavailable"}}}},\##
        "/system/gc/{gc_id}/log":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"gc_id","in":"path"\##
        ,"required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["gc"],"operationId":"getGCLog","x-\##
        permission":"system garbage-collection:read","summary":"Gives the log of a run of garbage collection.","paramete\##
        rs":[{"name":"after","in":"query","description":"Only what came after this position.","schema":{"type":"integer"\##
        ,"format":"int64","minimum":0}}],"responses":{"200":{"description":"The log.","headers":{"X-Log-Position":{"desc\##
        ription":"What to give as `after` for what comes next.","schema":{"type":"integer","format":"int64"}}},"content"\##
        :{"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref"\##
        :"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/component\##
        s/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/\##
        responses/Unavailable"}}}},\##
        "/system/gc/schedule":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["gc"],"operati\##
        onId":"getGCSchedule","x-permission":"system garbage-collection:read","summary":"Gives the schedule of garbage c\##
        ollection.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/c\##
        omponents/schemas/JobSchedule"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compone\##
        nts/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/re\##
        sponses/Unavailable"}}},"post":{"tags":["gc"],"operationId":"createGCSchedule","x-permission":"system garbage-co\##
        llection:create","summary":"Begins garbage collection, or schedules it; a schedule that there is is replaced.","\##
        requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ScheduleRequ\##
        est"}}}},"responses":{"201":{"description":"It was begun, or scheduled.","headers":{"Location":{"$ref":"#/compon\##
        ents/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/respons\##
        es/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"409":{"$ref":"#/components/responses/Confli\##
        ct"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType\##
        "},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"}\##
        ,"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["gc"],"operationId":"updateGCSchedule","x-\##
        permission":"system garbage-collection:update","summary":"Changes the schedule of garbage collection.","requestB\##
        ody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ScheduleRequest"}}}}\##
        ,"responses":{"200":{"description":"It was begun or scheduled."},"400":{"$ref":"#/components/responses/BadReques\##
        t"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"409"\##
        :{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/co\##
        mponents/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#\##
        /components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/purgeaudit":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["purge"],"opera\##
        tionId":"getPurgeHistory","x-permission":"system purge-audit:list","summary":"Lists the runs of the purge of the\##
         audit log.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"},{\##
        "$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],"responses":{"200":{"description":"\##
        A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/com\##
        ponents/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/sc\##
        hemas/JobHistory"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/\##
        Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/components/responses/Unprocess\##
        able"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable\##
        "}}}},\##
        "/system/purgeaudit/{purge_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"purge_id","\##
        in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["purge"],"operationId":"\##
        getPurgeJob","x-permission":"system purge-audit:read","summary":"Gives a run of the purge of the audit log.","re\##
        sponses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schem\##
        as/JobHistory"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Fo\##
        rbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"}\##
        ,"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"\##
        put":{"tags":["purge"],"operationId":"stopPurge","x-permission":"system purge-audit:stop","summary":"Stops a run\##
         of the purge of the audit log.","responses":{"200":{"description":"Done."},"401":{"$ref":"#/components/response\##
        s/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFoun\##
        d"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"\##
        },"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/purgeaudit/{purge_id}/log":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"purge_i\##
        d","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":["purge"],"operationI\##
        d":"getPurgeJobLog","x-permission":"system purge-audit:read","summary":"Gives the log of a run of the purge of t\##
        he audit log.","parameters":[{"name":"after","in":"query","description":"Only what came after this position.","s\##
        chema":{"type":"integer","format":"int64","minimum":0}}],"responses":{"200":{"description":"The log.","headers":\##
        {"X-Log-Position":{"description":"What to give as `after` for what comes next.","schema":{"type":"integer","form\##
        at":"int64"}}},"content":{"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unau\##
        thorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"4\##
        22":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/purgeaudit/schedule":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["purge\##
        "],"operationId":"getPurgeSchedule","x-permission":"system purge-audit:read","summary":"Gives the schedule of th\##
        e purge of the audit log.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schem\##
        a":{"$ref":"#/components/schemas/JobSchedule"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$\##
        ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"\##
        #/components/responses/Unavailable"}}},"post":{"tags":["purge"],"operationId":"createPurgeSchedule","x-permissio\##
        n":"system purge-audit:create","summary":"Begins the purge of the audit log, or schedules it; a schedule that th\##
        ere is is replaced.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/component\##
        s/schemas/ScheduleRequest"}}}},"responses":{"201":{"description":"It was begun, or scheduled.","headers":{"Locat\##
        ion":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref"\##
        :"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"409":{"$ref":"#/compo\##
        nents/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/response\##
        s/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/respo\##
        nses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["purge"],"operationI\##
        d":"updatePurgeSchedule","x-permission":"system purge-audit:update","summary":"Changes the schedule of the purge\##
         of the audit log.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components\##
        /schemas/ScheduleRequest"}}}},"responses":{"200":{"description":"It was begun or scheduled."},"400":{"$ref":"#/c\##
        omponents/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/component\##
        s/responses/Forbidden"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/T\##
        ooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unp\##
        rocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unava\##
        ilable"}}}},\##
        "/system/quotas/recalculation":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["quot\##
        a"],"operationId":"getQuotaRecalculationHistory","x-permission":"system quota:list","summary":"Lists the runs of\##
         the recount of what projects hold.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components\##
        /parameters/pageSize"},{"$ref":"#/components/parameters/q"},{"$ref":"#/components/parameters/sort"}],"responses"\##
        :{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount\##
        "},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":\##
        {"$ref":"#/components/schemas/JobHistory"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":\##
        "#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/compon\##
        ents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/componen\##
        ts/responses/Unavailable"}}}},\##
        "/system/quotas/recalculation/{recalculation_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"\##
        name":"recalculation_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags"\##
        :["quota"],"operationId":"getQuotaRecalculation","x-permission":"system quota:read","summary":"Gives a run of th\##
        e recount of what projects hold.","responses":{"200":{"description":"The answer.","content":{"application/json":\##
        {"schema":{"$ref":"#/components/schemas/JobHistory"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"40\##
        3":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#\##
        /components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/c\##
        omponents/responses/Unavailable"}}},"put":{"tags":["quota"],"operationId":"stopQuotaRecalculation","x-permission\##
        ":"system quota:update","summary":"Stops a run of the recount of what projects hold.","responses":{"200":{"descr\##
        iption":"Done."},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forb\##
        idden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"\##
        429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/quotas/recalculation/{recalculation_id}/log":{"parameters":[{"$ref":"#/components/parameters/requestID"\##
        },{"name":"recalculation_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"t\##
        ags":["quota"],"operationId":"getQuotaRecalculationLog","x-permission":"system quota:read","summary":"Gives the \##
        log of a run of the recount of what projects hold.","parameters":[{"name":"after","in":"query","description":"On\##
        ly what came after this position.","schema":{"type":"integer","format":"int64","minimum":0}}],"responses":{"200"\##
        :{"description":"The log.","headers":{"X-Log-Position":{"description":"What to give as `after` for what comes ne\##
        xt.","schema":{"type":"integer","format":"int64"}}},"content":{"text/plain":{"schema":{"type":"string"}}}},"401"\##
        :{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":\##
        "#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/compon\##
        ents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/quotas/recalculation/schedule":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tag\##
        s":["quota"],"operationId":"getQuotaRecalculationSchedule","x-permission":"system quota:read","summary":"Gives t\##
        he schedule of the recount of what projects hold.","responses":{"200":{"description":"The answer.","content":{"a\##
        pplication/json":{"schema":{"$ref":"#/components/schemas/JobSchedule"}}}},"401":{"$ref":"#/components/responses/\##
        Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRe\##
        quests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["quota"],"operationId":"createQuo\##
        taRecalculationSchedule","x-permission":"system quota:update","summary":"Begins to count anew what projects hold\##
        , or schedules it.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components\##
        /schemas/ScheduleRequest"}}}},"responses":{"201":{"description":"It was begun, or scheduled.","headers":{"Locati\##
        on":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":\##
        "#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"409":{"$ref":"#/compon\##
        ents/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses\##
        /UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/respon\##
        ses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["quota"],"operationId\##
        ":"updateQuotaRecalculationSchedule","x-permission":"system quota:update","summary":"Changes the schedule of the\##
         recount of what projects hold.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":\##
        "#/components/schemas/ScheduleRequest"}}}},"responses":{"200":{"description":"It was begun or scheduled."},"400"\##
        :{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref"\##
        :"#/components/responses/Forbidden"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/component\##
        s/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/\##
        responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/re\##
        sponses/Unavailable"}}}},\##
        "/system/scanAll/schedule":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["scanAll"\##
        ],"operationId":"getScanAllSchedule","x-permission":"system scan-all:read","summary":"Says when everything is sc\##
        anned.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/\##
        Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImp\##
        lemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["scanAll"],"operationId":"update\##
        ScanAllSchedule","x-permission":"system scan-all:update","summary":"Changes when everything is scanned.","respon\##
        ses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"42\##
        9":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}},"post":{"tags":["scanAll"],"operationId":"createScanAllSchedul\##
        e","x-permission":"system scan-all:create","summary":"Scans everything now, or sets when it is scanned.","respon\##
        ses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"42\##
        9":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/system/scanAll/stop":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["scanAll"],"\##
        operationId":"stopScanAll","x-permission":"system scan-all:stop","summary":"Stops the scan of everything.","resp\##
        onses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"\##
        429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"5\##
        03":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/jobservice/pools":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["jobservice"],"o\##
        perationId":"getWorkerPools","x-permission":"system jobservice-monitor:list","summary":"Lists the processes that\##
         work on jobs.","responses":{"200":{"description":"A page of the list.","content":{"application/json":{"schema":\##
        {"type":"array","items":{"$ref":"#/components/schemas/WorkerPool"}}}}},"401":{"$ref":"#/components/responses/Una\##
        uthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyReque\##
        sts"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/jobservice/pools/{pool_id}/workers":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"pool_\##
        id","in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["jobservice"],"opera\##
        tionId":"getWorkers","x-permission":"system jobservice-monitor:list","summary":"Lists what a process works on, `\##
        all` what all do.","responses":{"200":{"description":"A page of the list.","content":{"application/json":{"schem\##
        a":{"type":"array","items":{"$ref":"#/components/schemas/Worker"}}}}},"401":{"$ref":"#/components/responses/Unau\##
        thorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"4\##
        29":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/jobservice/jobs/{job_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"job_id","in":"p\##
        ath","required":true,"schema":{"type":"string","maxLength":255}}],"put":{"tags":["jobservice"],"operationId":"st\##
        opRunningJob","x-permission":"system jobservice-monitor:stop","summary":"Stops a job, `all` those that run.","re\##
        sponses":{"200":{"description":"Done."},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/co\##
        mponents/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/resp\##
        onses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/jobservice/jobs/{job_id}/log":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"job_id","in\##
        ":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["jobservice"],"operationId"\##
        :"actionGetJobLog","x-permission":"system jobservice-monitor:list","summary":"Gives the log of a job.","paramete\##
        rs":[{"name":"after","in":"query","description":"Only what came after this position.","schema":{"type":"integer"\##
        ,"format":"int64","minimum":0}}],"responses":{"200":{"description":"The log.","headers":{"X-Log-Position":{"desc\##
        ription":"What to give as `after` for what comes next.","schema":{"type":"integer","format":"int64"}}},"content"\##
        :{"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref"\##
        :"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/component\##
        s/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/\##
        responses/Unavailable"}}}},\##
        "/jobservice/queues":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["jobservice"],"\##
        operationId":"listJobQueues","x-permission":"system jobservice-monitor:list","summary":"Lists what waits of each\##
         type.","responses":{"200":{"description":"A page of the list.","content":{"application/json":{"schema":{"type":\##
        "array","items":{"$ref":"#/components/schemas/JobQueue"}}}}},"401":{"$ref":"#/components/responses/Unauthorized"\##
        },"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503\##
        ":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/jobservice/queues/{job_type}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"job_type","\##
        in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"put":{"tags":["jobservice"],"operationI\##
        d":"actionPendingJobs","x-permission":"system jobservice-monitor:stop","summary":"Pauses a queue, resumes it, or\##
         stops what waits in it; `all` is every queue with the schedules, `SCHEDULER` the schedules.","requestBody":{"re\##
        quired":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ActionRequest"}}}},"responses\##
        ":{"200":{"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/\##
        responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses\##
        /NotFound"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMe\##
        diaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyReq\##
        uests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/schedules":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["schedule"],"operationI\##
        d":"listSchedules","x-permission":"system jobservice-monitor:list","summary":"Lists the schedules.","parameters"\##
        :[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"}],"responses":{"200":{"desc\##
        ription":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$r\##
        ef":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/com\##
        ponents/schemas/ScheduleTask"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/component\##
        s/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"422":{"$ref":"#/components/respons\##
        es/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses\##
        /Unavailable"}}}},\##
        "/schedules/{job_type}/paused":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"job_type","i\##
        n":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["schedule"],"operationId":\##
        "getSchedulePaused","x-permission":"signed-in","summary":"Tells whether the schedules are paused.","responses":{\##
        "200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Schedul\##
        erStatus"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthori\##
        zed"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"\##
        503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions/metadatas":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["Retention"]\##
        ,"operationId":"getRentenitionMetadata","x-permission":"signed-in","summary":"Describes the rules that tag reten\##
        tion knows.","responses":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/\##
        components/schemas/RetentionMetadata"}}}},"401":{"$ref":"#/components/responses/Unauthorized"},"429":{"$ref":"#/\##
        components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["Retention"],"operati\##
        onId":"createRetention","x-permission":"asks for tag-retention:create in the policy's project","summary":"Makes \##
        the tag retention policy of a project; a project has one.","requestBody":{"required":true,"content":{"applicatio\##
        n/json":{"schema":{"$ref":"#/components/schemas/RetentionPolicyReq"}}}},"responses":{"201":{"description":"Made.\##
        ","headers":{"Location":{"$ref":"#/components/headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequ\##
        est"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"40\##
        4":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/\##
        components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/co\##
        mponents/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/comp\##
        onents/responses/Unavailable"}}}},\##
        "/retentions/preview":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["Retention"],\##
        "operationId":"previewRetention","x-permission":"asks for tag-retention:read in the policy's project","summary":\##
        "*Extension.* Shows what a policy would do that need not be stored.","description":"Nothing is changed. At most \##
        200 repositories and 50,000 tags and untagged artifacts are looked at, and the first 1,000 candidates are listed\##
        ; `is_complete` is false if there are more.","parameters":[{"name":"repository","in":"query","description":"Only\##
         this repository, named without its project.","schema":{"type":"string","maxLength":255}}],"requestBody":{"requi\##
        red":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/RetentionPolicyReq"}}}},"respons\##
        es":{"200":{"description":"The answer.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Re\##
        tentionPreview"}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Una\##
        uthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"\##
        409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"\##
        #/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref\##
        ":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions/{id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/parameters/\##
        id"}],"get":{"tags":["Retention"],"operationId":"getRetention","x-permission":"asks for tag-retention:read in th\##
        e policy's project","summary":"Gives a tag retention policy.","responses":{"200":{"description":"The answer.","c\##
        ontent":{"application/json":{"schema":{"$ref":"#/components/schemas/RetentionPolicy"}}}},"401":{"$ref":"#/compon\##
        ents/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/resp\##
        onses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/Too\##
        ManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["Retention"],"operationId":"\##
        updateRetention","x-permission":"asks for tag-retention:update in the policy's project","summary":"Changes a tag\##
         retention policy.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components\##
        /schemas/RetentionPolicyReq"}}}},"responses":{"200":{"description":"Done."},"400":{"$ref":"#/components/response\##
        s/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbid\##
        den"},"404":{"$ref":"#/components/responses/NotFound"},"409":{"$ref":"#/components/responses/Conflict"},"413":{"\##
        $ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"},"422":{"$r\##
        ef":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref\##
        ":"#/components/responses/Unavailable"}}},"delete":{"tags":["Retention"],"operationId":"deleteRetention","x-perm\##
        ission":"asks for tag-retention:delete in the policy's project","summary":"Deletes a tag retention policy and it\##
        s schedule; what runs of it is stopped.","responses":{"200":{"description":"Done."},"401":{"$ref":"#/components/\##
        responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses\##
        /NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyR\##
        equests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions/{id}/executions":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/components/\##
        parameters/id"}],"post":{"tags":["Retention"],"operationId":"triggerRetentionExecution","x-permission":"asks for\##
         tag-retention:update in the policy's project","summary":"Runs a tag retention policy now, or only shows what it\##
         would delete.","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/sch\##
        emas/RetentionRunReq"}}}},"responses":{"201":{"description":"Made.","headers":{"Location":{"$ref":"#/components/\##
        headers/Location"}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Un\##
        authorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},\##
        "409":{"$ref":"#/components/responses/Conflict"},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":\##
        "#/components/responses/UnsupportedMediaType"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$re\##
        f":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}},"get":{"tags"\##
        :["Retention"],"operationId":"listRetentionExecutions","x-permission":"asks for tag-retention:list in the policy\##
        's project","summary":"Lists the runs of a tag retention policy, the newest first.","parameters":[{"$ref":"#/com\##
        ponents/parameters/page"},{"$ref":"#/components/parameters/pageSize"}],"responses":{"200":{"description":"A page\##
         of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/component\##
        s/headers/Link"}},"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/\##
        RetentionExecution"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/response\##
        s/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFoun\##
        d"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"\##
        },"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions/{id}/executions/{eid}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#/compo\##
        nents/parameters/id"},{"name":"eid","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"p\##
        atch":{"tags":["Retention"],"operationId":"operateRetentionExecution","x-permission":"asks for tag-retention:upd\##
        ate in the policy's project","summary":"Stops a run of a tag retention policy.","requestBody":{"required":true,"\##
        content":{"application/json":{"schema":{"$ref":"#/components/schemas/RetentionActionReq"}}}},"responses":{"200":\##
        {"description":"Done."},"400":{"$ref":"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses\##
        /Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound\##
        "},"413":{"$ref":"#/components/responses/TooLarge"},"415":{"$ref":"#/components/responses/UnsupportedMediaType"}\##
        ,"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"\##
        503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions/{id}/executions/{eid}/tasks":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$ref":"#\##
        /components/parameters/id"},{"name":"eid","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"\##
        }}],"get":{"tags":["Retention"],"operationId":"listRetentionTasks","x-permission":"asks for tag-retention:list i\##
        n the policy's project","summary":"Lists the repositories of a run, each a task, in the order in which they are \##
        worked on.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageSize"}],"\##
        responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Count":{"$ref":"#/components/headers/\##
        TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"application/json":{"schema":{"type":"array\##
        ","items":{"$ref":"#/components/schemas/RetentionTask"}}}}},"400":{"$ref":"#/components/responses/BadRequest"},"\##
        401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$r\##
        ef":"#/components/responses/NotFound"},"422":{"$ref":"#/components/responses/Unprocessable"},"429":{"$ref":"#/co\##
        mponents/responses/TooManyRequests"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/retentions/{id}/executions/{eid}/tasks/{tid}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"$r\##
        ef":"#/components/parameters/id"},{"name":"eid","in":"path","required":true,"schema":{"$ref":"#/components/schem\##
        as/ID"}},{"name":"tid","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get":{"tags":[\##
        "Retention"],"operationId":"getRetentionTaskLog","x-permission":"asks for tag-retention:read in the policy's pro\##
        ject","summary":"Gives the result for a repository as a table of text.","responses":{"200":{"description":"The t\##
        able.","content":{"text/plain":{"schema":{"type":"string"}}}},"401":{"$ref":"#/components/responses/Unauthorized\##
        "},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$r\##
        ef":"#/components/responses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref\##
        ":"#/components/responses/Unavailable"}}}},\##
        "/retentions/{id}/executions/{eid}/tasks/{tid}/candidates":{"parameters":[{"$ref":"#/components/parameters/reque\##
        stID"},{"$ref":"#/components/parameters/id"},{"name":"eid","in":"path","required":true,"schema":{"$ref":"#/compo\##
        nents/schemas/ID"}},{"name":"tid","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}}],"get\##
        ":{"tags":["Retention"],"operationId":"listRetentionCandidates","x-permission":"asks for tag-retention:read in t\##
        he policy's project","summary":"*Extension.* Lists what stays and what goes of a repository, and why; what was p\##
        ushed last comes first.","description":"Kept of the last five runs of a policy, and of older ones not any more: \##
        they list nothing.","parameters":[{"$ref":"#/components/parameters/page"},{"$ref":"#/components/parameters/pageS\##
        ize"},{"name":"decision","in":"query","description":"Only what was decided so.","schema":{"type":"string","enum"\##
        :["RETAIN","DEL","IMMUTABLE"]}}],"responses":{"200":{"description":"A page of the list.","headers":{"X-Total-Cou\##
        nt":{"$ref":"#/components/headers/TotalCount"},"Link":{"$ref":"#/components/headers/Link"}},"content":{"applicat\##
        ion/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/RetentionCandidate"}}}}},"400":{"$ref"\##
        :"#/components/responses/BadRequest"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/comp\##
        onents/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"422":{"$ref":"#/components/respon\##
        ses/Unprocessable"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/response\##
        s/Unavailable"}}}},\##
        "/scanners":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["scanner"],"operationId"\##
        :"listScanners","x-permission":"system scanner:list","summary":"Lists the scanners.","responses":{"200":{"$ref":\##
        "#/components/responses/Nothing"},"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/componen\##
        ts/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"503":{"$ref":"#/components/res\##
        ponses/Unavailable"}}},"post":{"tags":["scanner"],"operationId":"createScanner","x-permission":"system scanner:c\##
        reate","summary":"Connects a scanner.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{\##
        "$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref"\##
        :"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/scanners/ping":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["scanner"],"operat\##
        ionId":"pingScanner","x-permission":"system scanner:read","summary":"Tries a connection to a scanner.","response\##
        s":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"429"\##
        :{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":\##
        {"$ref":"#/components/responses/Unavailable"}}}},\##
        "/scanners/{registration_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"registration_\##
        id","in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["scanner"],"operatio\##
        nId":"getScanner","x-permission":"system scanner:read","summary":"Gives a scanner.","responses":{"401":{"$ref":"\##
        #/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/compone\##
        nts/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/res\##
        ponses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"put":{"tags":["scanner"],"operati\##
        onId":"updateScanner","x-permission":"system scanner:update","summary":"Changes a scanner.","responses":{"401":{\##
        "$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#\##
        /components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/compon\##
        ents/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"delete":{"tags":["scanner\##
        "],"operationId":"deleteScanner","x-permission":"system scanner:delete","summary":"Removes a scanner.","response\##
        s":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidden"},"404"\##
        :{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref\##
        ":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}},"patch":{"tags"\##
        :["scanner"],"operationId":"setScannerAsDefault","x-permission":"system scanner:update","summary":"Makes a scann\##
        er the default one.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/componen\##
        ts/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/\##
        TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/U\##
        navailable"}}}},\##
        "/scanners/{registration_id}/metadata":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"regi\##
        stration_id","in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["scanner"],\##
        "operationId":"getScannerMetadata","x-permission":"system scanner:read","summary":"Says what a scanner can do.",\##
        "responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/components/responses/Forbidde\##
        n"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/components/responses/TooManyRequests"},"50\##
        1":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/export/cve":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"post":{"tags":["scan data export"],"\##
        operationId":"exportScanData","x-permission":"asks for export-cve:create in the projects of the body","summary":\##
        "Exports found vulnerabilities as a table.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"4\##
        03":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"\##
        $ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/export/cve/execution/{execution_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"exec\##
        ution_id","in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["scan data exp\##
        ort"],"operationId":"getScanDataExportExecution","x-permission":"shows an export to whoever asked for it","summa\##
        ry":"Gives an export of vulnerabilities.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403\##
        ":{"$ref":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/\##
        components/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/c\##
        omponents/responses/Unavailable"}}}},\##
        "/export/cve/executions":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["scan data \##
        export"],"operationId":"getScanDataExportExecutionList","x-permission":"shows exports to whoever asked for them"\##
        ,"summary":"Lists the exports of vulnerabilities.","responses":{"401":{"$ref":"#/components/responses/Unauthoriz\##
        ed"},"403":{"$ref":"#/components/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"\##
        501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/export/cve/download/{execution_id}":{"parameters":[{"$ref":"#/components/parameters/requestID"},{"name":"execu\##
        tion_id","in":"path","required":true,"schema":{"type":"string","maxLength":255}}],"get":{"tags":["scan data expo\##
        rt"],"operationId":"downloadScanData","x-permission":"gives an export to whoever asked for it","summary":"Downlo\##
        ads an export of vulnerabilities.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$re\##
        f":"#/components/responses/Forbidden"},"404":{"$ref":"#/components/responses/NotFound"},"429":{"$ref":"#/compone\##
        nts/responses/TooManyRequests"},"501":{"$ref":"#/components/responses/NotImplemented"},"503":{"$ref":"#/componen\##
        ts/responses/Unavailable"}}}},\##
        "/security/summary":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["securityhub"],"\##
        operationId":"getSecuritySummary","x-permission":"system security-hub:read","summary":"Sums up the vulnerabiliti\##
        es of the whole registry.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/co\##
        mponents/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/componen\##
        ts/responses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}},\##
        "/security/vul":{"parameters":[{"$ref":"#/components/parameters/requestID"}],"get":{"tags":["securityhub"],"oper\##
        ationId":"ListVulnerabilities","x-permission":"system security-hub:list","summary":"Lists the vulnerabilities of\##
         the whole registry.","responses":{"401":{"$ref":"#/components/responses/Unauthorized"},"403":{"$ref":"#/compone\##
        nts/responses/Forbidden"},"429":{"$ref":"#/components/responses/TooManyRequests"},"501":{"$ref":"#/components/re\##
        sponses/NotImplemented"},"503":{"$ref":"#/components/responses/Unavailable"}}}}},\##
        "components":{"securitySchemes":{"basic":{"type":"http","scheme":"basic","description":"A user's name and passwo\##
        rd or CLI secret, or a robot account's name and secret."},\##
        "session":{"type":"apiKey","in":"cookie","name":"sid"}},\##
        "headers":{"TotalCount":{"description":"How many elements the whole list has.","required":true,"schema":{"type":\##
        "integer","format":"int64","minimum":0}},\##
        "Link":{"description":"The pages before (`rel=\"prev\"`) and after (`rel=\"next\"`).","schema":{"type":"string"}\##
        },\##
        "Location":{"description":"The path of what was made.","required":true,"schema":{"type":"string"}},\##
        "RetryAfter":{"description":"Seconds.","schema":{"type":"integer"}}},\##
        "responses":{"Nothing":{"description":"There is nothing, as what it lists comes with a later version.","content"\##
        :{"application/json":{"schema":{"type":"array","items":{},"maxItems":0}}}},\##
        "NotModified":{"description":"What the caller has still holds."},\##
        "BadRequest":{"description":"The request can't be understood, or makes no sense.","content":{"application/json":\##
        {"schema":{"$ref":"#/components/schemas/Errors"}}}},\##
        "Unauthorized":{"description":"Sign in.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/E\##
        rrors"}}}},\##
        "Forbidden":{"description":"The caller has no right to it, or the registry is read-only.","content":{"applicatio\##
        n/json":{"schema":{"$ref":"#/components/schemas/Errors"}}}},\##
        "NotFound":{"description":"What the path names is not there.","content":{"application/json":{"schema":{"$ref":"#\##
        /components/schemas/Errors"}}}},\##
        "MethodNotAllowed":{"description":"It can't be done there.","content":{"application/json":{"schema":{"$ref":"#/c\##
        omponents/schemas/Errors"}}}},\##
        "Conflict":{"description":"It exists already.","content":{"application/json":{"schema":{"$ref":"#/components/sch\##
        emas/Errors"}}}},\##
        "PreconditionFailed":{"description":"The state of things forbids it.","content":{"application/json":{"schema":{"\##
        $ref":"#/components/schemas/Errors"}}}},\##
        "TooLarge":{"description":"The body has more than 1 MiB.","content":{"application/json":{"schema":{"$ref":"#/com\##
        ponents/schemas/Errors"}}}},\##
        "UnsupportedMediaType":{"description":"The body is of another kind than JSON.","content":{"application/json":{"s\##
        chema":{"$ref":"#/components/schemas/Errors"}}}},\##
        "Unprocessable":{"description":"Something is missing or out of its bounds.","content":{"application/json":{"sche\##
        ma":{"$ref":"#/components/schemas/Errors"}}}},\##
        "TooManyRequests":{"description":"Too many failed sign-ins; `Retry-After` says when to try again.","headers":{"R\##
        etry-After":{"$ref":"#/components/headers/RetryAfter"}},"content":{"application/json":{"schema":{"$ref":"#/compo\##
        nents/schemas/Errors"}}}},\##
        "NotImplemented":{"description":"Comes with a later version.","content":{"application/json":{"schema":{"$ref":"#\##
        /components/schemas/Errors"}}}},\##
        "Unavailable":{"description":"The registry can't answer at the moment.","content":{"application/json":{"schema":\##
        {"$ref":"#/components/schemas/Errors"}}}}},\##
        "parameters":{"requestID":{"name":"X-Request-Id","in":"header","description":"Comes back in the answer and stand\##
        s in the log; made if there is none.","schema":{"type":"string","maxLength":128}},\##
        "isResourceName":{"name":"X-Is-Resource-Name","in":"header","description":"With `true` the project in the path i\##
        s a name, though it consists of digits.","schema":{"type":"boolean","default":false}},\##
        "projectNameOrId":{"name":"project_name_or_id","in":"path","required":true,"description":"A project's name or nu\##
        mber.","schema":{"type":"string","maxLength":255}},\##
        "projectName":{"name":"project_name","in":"path","required":true,"description":"A project's name.","schema":{"ty\##
        pe":"string","maxLength":255}},\##
        "repositoryName":{"name":"repository_name","in":"path","required":true,"description":"A repository's name withou\##
        t its project. A slash in it is encoded twice: `%252F`.","schema":{"type":"string","maxLength":512}},\##
        "reference":{"name":"reference","in":"path","required":true,"description":"A tag or a digest.","schema":{"type":\##
        "string","maxLength":255}},\##
        "tagName":{"name":"tag_name","in":"path","required":true,"schema":{"type":"string","maxLength":128}},\##
        "addition":{"name":"addition","in":"path","required":true,"description":"Which of the artifact's `addition_links\##
        ` to follow.","schema":{"type":"string","enum":["build_history","values.yaml","readme.md","dependencies","sbom",\##
        "license","files"]}},\##
        "digest":{"name":"digest","in":"path","required":true,"schema":{"$ref":"#/components/schemas/Digest"}},\##
        "metaName":{"name":"meta_name","in":"path","required":true,"description":"A key of `ProjectMetadataReq`.","schem\##
        a":{"type":"string","maxLength":255}},\##
        "mid":{"name":"mid","in":"path","required":true,"description":"A membership's number.","schema":{"$ref":"#/compo\##
        nents/schemas/ID"}},\##
        "labelId":{"name":"label_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "webhookPolicyId":{"name":"webhook_policy_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas\##
        /ID"}},\##
        "immutableRuleId":{"name":"immutable_rule_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas\##
        /ID"}},\##
        "id":{"name":"id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "robotId":{"name":"robot_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "userId":{"name":"user_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "groupId":{"name":"group_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "auditExportFormat":{"name":"format","in":"query","description":"Comma-separated values (RFC 4180), or a JSON ob\##
        ject a line.","schema":{"type":"string","enum":["csv","ndjson"],"default":"csv"}},\##
        "page":{"name":"page","in":"query","description":"Counted from 1.","schema":{"type":"integer","format":"int64","\##
        minimum":1,"maximum":1000000,"default":1}},\##
        "pageSize":{"name":"page_size","in":"query","schema":{"type":"integer","format":"int64","minimum":1,"maximum":10\##
        0,"default":10}},\##
        "q":{"name":"q","in":"query","description":"Conditions, separated by commas: `k=v` is exact, `k=~v` holds v, `k=\##
        [a~b]` is a range, `k={a b}` any of them, `k=(a b)` all of them.","schema":{"type":"string","maxLength":2048}},\##
        "sort":{"name":"sort","in":"query","description":"Columns, separated by commas; `-` in front turns the order rou\##
        nd.","schema":{"type":"string","maxLength":1024}},\##
        "withTag":{"name":"with_tag","in":"query","description":"Adds the tags.","schema":{"type":"boolean","default":tr\##
        ue}},\##
        "tagLimit":{"name":"tag_limit","in":"query","description":"*Extension.* Shows at most so many tags of each artif\##
        act, those that were pushed last, and their number as `tag_count`.","schema":{"type":"integer","minimum":0,"maxi\##
        mum":100}},\##
        "withLabel":{"name":"with_label","in":"query","description":"Adds the labels.","schema":{"type":"boolean","defau\##
        lt":false}},\##
        "withScanOverview":{"name":"with_scan_overview","in":"query","description":"Scanning comes with a later version.\##
        ","schema":{"type":"boolean","default":false}},\##
        "withSbomOverview":{"name":"with_sbom_overview","in":"query","description":"Scanning comes with a later version.\##
        ","schema":{"type":"boolean","default":false}},\##
        "withSignature":{"name":"with_signature","in":"query","description":"Without effect; signatures are accessories.\##
        ","schema":{"type":"boolean","default":false}},\##
        "withImmutableStatus":{"name":"with_immutable_status","in":"query","description":"Says of each tag whether it is\##
         immutable.","schema":{"type":"boolean","default":false}},\##
        "withAccessory":{"name":"with_accessory","in":"query","description":"Adds the accessories.","schema":{"type":"bo\##
        olean","default":false}},\##
        "withInheritedAccessory":{"name":"with_inherited_accessory","in":"query","description":"Adds the accessories of \##
        indexes that list the artifact.","schema":{"type":"boolean","default":false}},\##
        "latestInRepository":{"name":"latest_in_repository","in":"query","description":"Only the newest of each reposito\##
        ry; needs one `media_type` or `artifact_type` in `q`.","schema":{"type":"boolean","default":false}},\##
        "acceptVulnerabilities":{"name":"X-Accept-Vulnerabilities","in":"header","description":"Which report formats to \##
        show.","schema":{"type":"string","maxLength":1024}},\##
        "nameInQuery":{"name":"name","in":"query","description":"A part of the name.","schema":{"type":"string","maxLeng\##
        th":255}},\##
        "publicInQuery":{"name":"public","in":"query","description":"Only public or only private ones.","schema":{"type"\##
        :"boolean"}},\##
        "ownerInQuery":{"name":"owner","in":"query","description":"The owner's user name.","schema":{"type":"string","ma\##
        xLength":255}},\##
        "memberInQuery":{"name":"member","in":"query","description":"*Extension.* With `true` only projects in which the\##
         caller has a role, alone or in a group; with `false` only the others.","schema":{"type":"boolean"}},\##
        "withDetail":{"name":"with_detail","in":"query","description":"Adds counts, the owner, roles and the allowlist."\##
        ,"schema":{"type":"boolean","default":true}},\##
        "projectNameInQuery":{"name":"project_name","in":"query","required":true,"schema":{"type":"string","maxLength":2\##
        55}},\##
        "searchText":{"name":"q","in":"query","required":true,"description":"A part of a name.","schema":{"type":"string\##
        ","maxLength":255}},\##
        "nameInLocation":{"name":"X-Resource-Name-In-Location","in":"header","description":"With `true` the Location end\##
        s with the name instead of the number.","schema":{"type":"boolean","default":false}},\##
        "entityname":{"name":"entityname","in":"query","description":"A part of the member's name.","schema":{"type":"st\##
        ring","maxLength":255}},\##
        "from":{"name":"from","in":"query","required":true,"description":"The source: `project/repository:tag` or `proje\##
        ct/repository@sha256:\u2026`.","schema":{"type":"string","maxLength":1024}},\##
        "labelScope":{"name":"scope","in":"query","description":"g lists labels of the system, p those of the project `p\##
        roject_id`.","schema":{"type":"string","enum":["g","p"]}},\##
        "labelProject":{"name":"project_id","in":"query","schema":{"$ref":"#/components/schemas/ID"}},\##
        "quotaReference":{"name":"reference","in":"query","description":"Always `project`.","schema":{"type":"string","m\##
        axLength":32}},\##
        "referenceId":{"name":"reference_id","in":"query","description":"A project's number.","schema":{"type":"string",\##
        "maxLength":20}},\##
        "permissionScope":{"name":"scope","in":"query","description":"`/project/1` is a project and `/system` the system\##
        .","schema":{"type":"string","maxLength":255}},\##
        "relative":{"name":"relative","in":"query","description":"Leaves the scope out of the resources' names.","schema\##
        ":{"type":"boolean","default":false}},\##
        "usernameInQuery":{"name":"username","in":"query","required":true,"description":"A part of the name.","schema":{\##
        "type":"string","maxLength":255}},\##
        "groupname":{"name":"groupname","in":"query","required":true,"description":"A part of the name.","schema":{"type\##
        ":"string","maxLength":255}},\##
        "ldapGroupDn":{"name":"ldap_group_dn","in":"query","schema":{"type":"string","maxLength":512}},\##
        "groupName":{"name":"group_name","in":"query","description":"A part of the name.","schema":{"type":"string","max\##
        Length":255}},\##
        "ifNoneMatch":{"name":"If-None-Match","in":"header","description":"An `ETag` that was given before; if it still \##
        holds the answer is 304.","schema":{"type":"string","maxLength":1024}},\##
        "roleId":{"name":"role_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "trashId":{"name":"trash_id","in":"path","required":true,"schema":{"$ref":"#/components/schemas/ID"}},\##
        "sessionId":{"name":"session_id","in":"path","required":true,"description":"A session's identifier from the list\##
        .","schema":{"type":"string","maxLength":64}},\##
        "formerName":{"name":"former_name","in":"path","required":true,"description":"A name from the list; encoded twic\##
        e if it has slashes.","schema":{"type":"string","maxLength":512}},\##
        "force":{"name":"force","in":"query","description":"*Extension.* Deletes a project with all that it holds.","sch\##
        ema":{"type":"boolean","default":false}},\##
        "purge":{"name":"purge","in":"query","description":"*Extension.* Deletes for good, without the trash.","schema":\##
        {"type":"boolean","default":false}},\##
        "searchKind":{"name":"kind","in":"query","required":true,"schema":{"$ref":"#/components/schemas/SearchKind"}}},\##
        "schemas":{"Errors":{"type":"object","description":"What went wrong, and what to do.","required":["errors"],"pro\##
        perties":{"errors":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Error"}}}},\##
        "Error":{"type":"object","required":["code","message"],"properties":{"code":{"type":"string","description":"One \##
        word for programs, such as NOT_FOUND."},"message":{"type":"string","description":"A sentence for people."}}},\##
        "ID":{"type":"integer","format":"int64","minimum":1},\##
        "Count":{"type":"integer","format":"int64","minimum":0},\##
        "Time":{"type":"string","format":"date-time"},\##
        "Digest":{"type":"string","pattern":"^(sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$"},\##
        "Password":{"type":"string","format":"password","description":"8 to 128 characters, with an upper-case letter, a\##
         lower-case letter and a digit.","minLength":8,"maxLength":128},\##
        "Strings":{"type":"object","additionalProperties":{"type":"string"}},\##
        "Bytes":{"type":"object","description":"Bytes by resource; the only resource is `storage`, and -1 is no limit.",\##
        "additionalProperties":{"type":"integer","format":"int64","minimum":-1}},\##
        "OverallHealthStatus":{"type":"object","required":["status","components"],"properties":{"status":{"$ref":"#/comp\##
        onents/schemas/HealthStatus"},"components":{"type":"array","items":{"$ref":"#/components/schemas/ComponentHealth\##
        Status"}}}},\##
        "ComponentHealthStatus":{"type":"object","required":["name","status"],"properties":{"name":{"type":"string"},"st\##
        atus":{"$ref":"#/components/schemas/HealthStatus"},"error":{"type":"string","description":"Only of an unhealthy \##
        component."}}},\##
        "HealthStatus":{"type":"string","enum":["healthy","unhealthy"]},\##
        "GeneralInfo":{"type":"object","description":"Only `auth_mode`, `primary_auth_mode`, `self_registration`, `banne\##
        r_message` and `oidc_provider_name` are for everybody.","required":["auth_mode"],"properties":{"auth_mode":{"typ\##
        e":"string"},"primary_auth_mode":{"type":"boolean"},"self_registration":{"type":"boolean"},"banner_message":{"ty\##
        pe":"string"},"oidc_provider_name":{"type":"string"},"harbor_version":{"type":"string","description":"The versio\##
        n of Harbor whose interface this is."},"external_url":{"type":"string"},"registry_url":{"type":"string"},"has_ca\##
        _root":{"type":"boolean"},"read_only":{"type":"boolean"},"project_creation_restriction":{"type":"string","enum":\##
        ["everyone","adminonly"]},"registry_storage_provider_name":{"type":"string"},"undelete_window_hours":{"type":"in\##
        teger","format":"int64","description":"How long deleted content can be restored; 0: it cannot."},"notification_e\##
        nable":{"type":"boolean"},"current_time":{"$ref":"#/components/schemas/Time"}}},\##
        "SystemInfo":{"type":"object","required":["storage"],"properties":{"storage":{"type":"array","items":{"type":"ob\##
        ject","required":["total","free"],"properties":{"total":{"$ref":"#/components/schemas/Count"},"free":{"$ref":"#/\##
        components/schemas/Count"}}}}}},\##
        "Statistic":{"type":"object","required":["private_project_count","private_repo_count","public_project_count","pu\##
        blic_repo_count","total_project_count","total_repo_count","total_storage_consumption"],"properties":{"private_pr\##
        oject_count":{"$ref":"#/components/schemas/Count"},"private_repo_count":{"$ref":"#/components/schemas/Count"},"p\##
        ublic_project_count":{"$ref":"#/components/schemas/Count"},"public_repo_count":{"$ref":"#/components/schemas/Cou\##
        nt"},"total_project_count":{"$ref":"#/components/schemas/Count"},"total_repo_count":{"$ref":"#/components/schema\##
        s/Count"},"total_storage_consumption":{"type":"integer","format":"int64","minimum":0,"description":"Bytes."}}},\##
        "Search":{"type":"object","required":["project","repository"],"properties":{"project":{"type":"array","items":{"\##
        $ref":"#/components/schemas/Project"}},"repository":{"type":"array","items":{"type":"object","properties":{"proj\##
        ect_id":{"$ref":"#/components/schemas/ID"},"project_name":{"type":"string"},"project_public":{"type":"boolean"},\##
        "repository_name":{"type":"string"},"pull_count":{"$ref":"#/components/schemas/Count"},"artifact_count":{"$ref":\##
        "#/components/schemas/Count"}}}}}},\##
        "Icon":{"type":"object","required":["content-type","content"],"properties":{"content-type":{"type":"string"},"co\##
        ntent":{"type":"string","format":"byte"}}},\##
        "ConfigurationsResponse":{"type":"object","description":"Each setting as `{\"value\": \u2026, \"editable\": \u20\##
        26}`; passwords and secrets are never among them.","additionalProperties":{"$ref":"#/components/schemas/Configur\##
        ationItem"}},\##
        "InternalConfigurationsResponse":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Configura\##
        tionItem"}},\##
        "ConfigurationItem":{"type":"object","required":["value","editable"],"properties":{"value":{"nullable":true,"des\##
        cription":"A string, a number, a boolean or an object, as the setting has it."},"editable":{"type":"boolean","de\##
        scription":"False where the environment or haven.yaml sets it."}}},\##
        "ProjectName":{"type":"string","maxLength":255,"pattern":"^[a-z0-9]+(?:[._-][a-z0-9]+)*$"},\##
        "Project":{"type":"object","required":["project_id","name","creation_time","update_time","repo_count","metadata"\##
        ],"properties":{"project_id":{"$ref":"#/components/schemas/ID"},"owner_id":{"type":"integer","format":"int64"},"\##
        owner_name":{"type":"string"},"name":{"type":"string"},"registry_id":{"type":"integer","format":"int64","nullabl\##
        e":true},"creation_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/components/schemas/Time"}\##
        ,"deleted":{"type":"boolean"},"togglable":{"type":"boolean"},"current_user_role_id":{"type":"integer","format":"\##
        int64","description":"The most powerful of the caller's roles; 0 without one."},"current_user_role_ids":{"type":\##
        "array","nullable":true,"items":{"type":"integer","format":"int64"}},"repo_count":{"$ref":"#/components/schemas/\##
        Count"},"metadata":{"$ref":"#/components/schemas/ProjectMetadata"},"cve_allowlist":{"$ref":"#/components/schemas\##
        /CVEAllowlist"}}},\##
        "ProjectMetadata":{"type":"object","description":"Entries of `ProjectMetadataReq`, as far as they are set; `publ\##
        ic` always is.","required":["public"],"properties":{"public":{"type":"string","enum":["true","false"]}},"additio\##
        nalProperties":{"type":"string","nullable":true}},\##
        "ProjectMetadataReq":{"type":"object","description":"Values are strings, booleans too.","properties":{"public":{\##
        "$ref":"#/components/schemas/Flag"},"enable_content_trust":{"$ref":"#/components/schemas/Flag"},"enable_content_\##
        trust_cosign":{"$ref":"#/components/schemas/Flag"},"prevent_vul":{"$ref":"#/components/schemas/Flag"},"severity"\##
        :{"type":"string","nullable":true,"enum":["none","low","medium","high","critical",null]},"auto_scan":{"$ref":"#/\##
        components/schemas/Flag"},"auto_sbom_generation":{"$ref":"#/components/schemas/Flag"},"reuse_sys_cve_allowlist":\##
        {"$ref":"#/components/schemas/Flag"},"retention_id":{"type":"string","nullable":true,"description":"Read only; i\##
        gnored."},"proxy_speed_kb":{"type":"string","nullable":true,"pattern":"^(-1|[0-9]{1,9})$"},"max_upstream_conn":{\##
        "type":"string","nullable":true,"pattern":"^(-1|[0-9]{1,9})$"},"proxy_cache_local_on_not_found":{"$ref":"#/compo\##
        nents/schemas/Flag"},"proxy_referrer_api":{"$ref":"#/components/schemas/Flag"},"proxy_cache_filter_pattern":{"ty\##
        pe":"string","nullable":true,"maxLength":1024},"proxy_cache_filter_kind":{"type":"string","nullable":true,"enum"\##
        :["doublestar","regex",null]}},"additionalProperties":false},\##
        "Flag":{"type":"string","nullable":true,"enum":["true","false",null]},\##
        "ProjectReq":{"type":"object","properties":{"project_name":{"$ref":"#/components/schemas/ProjectName"},"public":\##
        {"type":"boolean","nullable":true,"description":"Use `metadata.public`."},"metadata":{"$ref":"#/components/schem\##
        as/ProjectMetadataReq"},"cve_allowlist":{"$ref":"#/components/schemas/CVEAllowlistReq"},"storage_limit":{"type":\##
        "integer","format":"int64","nullable":true,"minimum":-1,"maximum":1125899906842624,"description":"Bytes; -1 is n\##
        o limit, 0 the default. Only administrators may set it."},"registry_id":{"type":"integer","format":"int64","null\##
        able":true,"description":"Proxy cache projects come with a later version; a number is refused."}}},\##
        "ProjectDeletable":{"type":"object","required":["deletable"],"properties":{"deletable":{"type":"boolean"},"messa\##
        ge":{"type":"string"}}},\##
        "ProjectSummary":{"type":"object","required":["repo_count"],"properties":{"repo_count":{"$ref":"#/components/sch\##
        emas/Count"},"project_admin_count":{"$ref":"#/components/schemas/Count"},"maintainer_count":{"$ref":"#/component\##
        s/schemas/Count"},"developer_count":{"$ref":"#/components/schemas/Count"},"guest_count":{"$ref":"#/components/sc\##
        hemas/Count"},"limited_guest_count":{"$ref":"#/components/schemas/Count"},"quota":{"type":"object","properties":\##
        {"hard":{"$ref":"#/components/schemas/Bytes"},"used":{"$ref":"#/components/schemas/Bytes"}}}}},\##
        "CVEAllowlist":{"type":"object","properties":{"id":{"type":"integer","format":"int64"},"project_id":{"type":"int\##
        eger","format":"int64"},"expires_at":{"type":"integer","format":"int64","nullable":true,"description":"Seconds s\##
        ince 1970; null or -1 is never."},"items":{"type":"array","nullable":true,"items":{"$ref":"#/components/schemas/\##
        CVEAllowlistItem"}},"creation_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/components/sch\##
        emas/Time"}}},\##
        "CVEAllowlistReq":{"type":"object","properties":{"expires_at":{"type":"integer","format":"int64","nullable":true\##
        },"items":{"type":"array","nullable":true,"items":{"$ref":"#/components/schemas/CVEAllowlistItem"}}}},\##
        "CVEAllowlistItem":{"type":"object","properties":{"cve_id":{"type":"string","maxLength":64}}},\##
        "RoleID":{"type":"integer","format":"int64","minimum":1,"description":"1 project administrator, 2 developer, 3 g\##
        uest, 4 maintainer, 5 limited guest; custom roles have further numbers."},\##
        "ProjectMemberEntity":{"type":"object","required":["id","project_id","entity_name","entity_type","role_id","role\##
        _name"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"project_id":{"$ref":"#/components/schemas/ID"},"e\##
        ntity_id":{"$ref":"#/components/schemas/ID"},"entity_name":{"type":"string"},"entity_type":{"type":"string","enu\##
        m":["u","g"],"description":"u is a user and g a group."},"role_id":{"$ref":"#/components/schemas/RoleID"},"role_\##
        name":{"type":"string"},"repository_pattern":{"type":"string","description":"*Extension.* The repositories that \##
        the membership is limited to; empty is the whole project."}}},\##
        "ProjectMember":{"type":"object","description":"A role, and either a user or a group.","properties":{"role_id":{\##
        "$ref":"#/components/schemas/RoleID"},"member_user":{"type":"object","properties":{"user_id":{"type":"integer","\##
        format":"int64"},"username":{"type":"string","maxLength":255}}},"member_group":{"type":"object","properties":{"i\##
        d":{"type":"integer","format":"int64"},"group_name":{"type":"string","maxLength":255},"group_type":{"$ref":"#/co\##
        mponents/schemas/GroupType"},"ldap_group_dn":{"type":"string","maxLength":512}}},"repository_pattern":{"$ref":"#\##
        /components/schemas/RepositoryPattern"}}},\##
        "RoleRequest":{"type":"object","properties":{"role_id":{"$ref":"#/components/schemas/RoleID"},"repository_patter\##
        n":{"$ref":"#/components/schemas/RepositoryPattern"}}},\##
        "RepositoryPattern":{"type":"string","maxLength":1024,"description":"*Extension.* Limits it to the repositories \##
        of the project that a glob matches: `*`, `**`, `?`, `{a,b}`, `[a-z]`."},\##
        "Permission":{"type":"object","required":["resource","action"],"properties":{"resource":{"type":"string"},"actio\##
        n":{"type":"string"}}},\##
        "Permissions":{"type":"object","required":["system","project"],"properties":{"system":{"type":"array","items":{"\##
        $ref":"#/components/schemas/Permission"}},"project":{"type":"array","items":{"$ref":"#/components/schemas/Permis\##
        sion"}}}},\##
        "Repository":{"type":"object","required":["id","project_id","name","artifact_count","pull_count","creation_time"\##
        ,"update_time"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"project_id":{"$ref":"#/components/schemas\##
        /ID"},"name":{"type":"string","description":"With the project's name in front."},"description":{"type":"string"}\##
        ,"artifact_count":{"$ref":"#/components/schemas/Count"},"pull_count":{"$ref":"#/components/schemas/Count"},"crea\##
        tion_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/components/schemas/Time"}}},\##
        "RepositoryReq":{"type":"object","properties":{"description":{"type":"string","maxLength":65536}}},\##
        "Artifact":{"type":"object","required":["id","type","media_type","manifest_media_type","project_id","repository_\##
        id","digest","size","push_time"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"type":{"type":"string","\##
        description":"IMAGE, CHART, CNAB, WASM, CNAI, SBOM, or from the media type."},"media_type":{"type":"string","des\##
        cription":"That of the configuration."},"manifest_media_type":{"type":"string"},"artifact_type":{"type":"string"\##
        },"project_id":{"$ref":"#/components/schemas/ID"},"repository_id":{"$ref":"#/components/schemas/ID"},"repository\##
        _name":{"type":"string"},"digest":{"$ref":"#/components/schemas/Digest"},"size":{"$ref":"#/components/schemas/Co\##
        unt"},"icon":{"type":"string"},"push_time":{"$ref":"#/components/schemas/Time"},"pull_time":{"$ref":"#/component\##
        s/schemas/Time"},"extra_attrs":{"type":"object","nullable":true,"additionalProperties":true,"description":"From \##
        the configuration: `architecture`, `os`, `author`, `created`, \u2026"},"annotations":{"type":"object","nullable"\##
        :true,"additionalProperties":{"type":"string"}},"references":{"type":"array","nullable":true,"items":{"$ref":"#/\##
        components/schemas/Reference"}},"tags":{"type":"array","nullable":true,"items":{"$ref":"#/components/schemas/Tag\##
        "}},"tag_count":{"type":"integer","format":"int64","minimum":0,"description":"*Extension.* How many tags there a\##
        re; only with `tag_limit`."},"labels":{"type":"array","nullable":true,"items":{"$ref":"#/components/schemas/Labe\##
        l"}},"accessories":{"type":"array","nullable":true,"items":{"$ref":"#/components/schemas/Accessory"}},"inherited\##
        _accessories":{"type":"array","nullable":true,"items":{"$ref":"#/components/schemas/Accessory"}},"addition_links\##
        ":{"type":"object","additionalProperties":{"type":"object","properties":{"href":{"type":"string"},"absolute":{"t\##
        ype":"boolean"}}}},"scan_overview":{"type":"object","nullable":true,"additionalProperties":true},"sbom_overview"\##
        :{"type":"object","nullable":true,"additionalProperties":true}}},\##
        "Reference":{"type":"object","description":"A manifest that an index lists.","required":["parent_id","child_id",\##
        "child_digest"],"properties":{"parent_id":{"$ref":"#/components/schemas/ID"},"child_id":{"$ref":"#/components/sc\##
        hemas/Count"},"child_digest":{"$ref":"#/components/schemas/Digest"},"platform":{"type":"object","nullable":true,\##
        "properties":{"architecture":{"type":"string"},"os":{"type":"string"},"os.version":{"type":"string"},"os.feature\##
        s":{"type":"array","nullable":true,"items":{"type":"string"}},"variant":{"type":"string"}}},"annotations":{"type\##
        ":"object","nullable":true,"additionalProperties":{"type":"string"}},"urls":{"type":"array","nullable":true,"ite\##
        ms":{"type":"string"}}}},\##
        "Tag":{"type":"object","required":["id","repository_id","artifact_id","name","push_time","immutable"],"propertie\##
        s":{"id":{"$ref":"#/components/schemas/ID"},"repository_id":{"$ref":"#/components/schemas/ID"},"artifact_id":{"$\##
        ref":"#/components/schemas/ID"},"name":{"type":"string"},"push_time":{"$ref":"#/components/schemas/Time"},"pull_\##
        time":{"$ref":"#/components/schemas/Time"},"immutable":{"type":"boolean","description":"Meaningful with `with_im\##
        mutable_status=true`."}}},\##
        "RepositoryTag":{"type":"object","description":"A tag with what it names.","required":["id","repository_id","art\##
        ifact_id","name","push_time","pull_time","immutable","digest","type","size"],"properties":{"id":{"$ref":"#/compo\##
        nents/schemas/ID"},"repository_id":{"$ref":"#/components/schemas/ID"},"artifact_id":{"$ref":"#/components/schema\##
        s/ID"},"name":{"type":"string"},"push_time":{"$ref":"#/components/schemas/Time"},"pull_time":{"$ref":"#/componen\##
        ts/schemas/Time"},"immutable":{"type":"boolean","description":"Meaningful with `with_immutable_status=true`."},"\##
        digest":{"$ref":"#/components/schemas/Digest"},"type":{"type":"string","description":"The kind of artifact, such\##
         as IMAGE."},"size":{"$ref":"#/components/schemas/Count"}}},\##
        "TagReq":{"type":"object","properties":{"name":{"type":"string","maxLength":128,"pattern":"^[A-Za-z0-9_][A-Za-z0\##
        -9._-]{0,127}$"}}},\##
        "Accessory":{"type":"object","required":["id","artifact_id","subject_artifact_digest","digest","type","size"],"p\##
        roperties":{"id":{"$ref":"#/components/schemas/ID"},"artifact_id":{"$ref":"#/components/schemas/ID"},"subject_ar\##
        tifact_id":{"type":"integer","format":"int64"},"subject_artifact_digest":{"$ref":"#/components/schemas/Digest"},\##
        "subject_artifact_repo":{"type":"string"},"size":{"$ref":"#/components/schemas/Count"},"digest":{"$ref":"#/compo\##
        nents/schemas/Digest"},"type":{"type":"string","description":"signature.cosign, signature.notation, sbom.harbor,\##
         accelerator.nydus or subject.accessory."},"artifact_type":{"type":"string","description":"*Extension.* The arti\##
        fact type of its manifest, or else the media type of its configuration."},"icon":{"type":"string"},"creation_tim\##
        e":{"$ref":"#/components/schemas/Time"}}},\##
        "Label":{"type":"object","required":["id","name","scope"],"properties":{"id":{"$ref":"#/components/schemas/ID"},\##
        "name":{"type":"string"},"description":{"type":"string"},"color":{"type":"string"},"scope":{"$ref":"#/components\##
        /schemas/LabelScope"},"project_id":{"type":"integer","format":"int64"},"creation_time":{"$ref":"#/components/sch\##
        emas/Time"},"update_time":{"$ref":"#/components/schemas/Time"}}},\##
        "LabelReq":{"type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":128},"description":{\##
        "type":"string","maxLength":1024},"color":{"type":"string","maxLength":16,"pattern":"^(#[0-9A-Fa-f]{6})?$"},"sco\##
        pe":{"$ref":"#/components/schemas/LabelScope"},"project_id":{"type":"integer","format":"int64","description":"Of\##
         a label with the scope p."}}},\##
        "LabelReference":{"type":"object","properties":{"id":{"$ref":"#/components/schemas/ID"}}},\##
        "LabelScope":{"type":"string","enum":["g","p"],"description":"g is the whole system and p a project."},\##
        "ImmutableRule":{"type":"object","required":["id","disabled","action","template","tag_selectors","scope_selector\##
        s"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"priority":{"type":"integer"},"disabled":{"type":"bool\##
        ean"},"action":{"type":"string","enum":["immutable"]},"template":{"type":"string","enum":["immutable_template"]}\##
        ,"params":{"type":"object","nullable":true,"additionalProperties":true},"tag_selectors":{"type":"array","items":\##
        {"$ref":"#/components/schemas/ImmutableSelector"}},"scope_selectors":{"$ref":"#/components/schemas/ScopeSelector\##
        s"}}},\##
        "ImmutableRuleReq":{"type":"object","properties":{"id":{"type":"integer","format":"int64"},"priority":{"type":"i\##
        nteger"},"disabled":{"type":"boolean"},"action":{"type":"string","enum":["immutable"]},"template":{"type":"strin\##
        g","enum":["immutable_template"]},"params":{"type":"object","nullable":true,"additionalProperties":true},"tag_se\##
        lectors":{"type":"array","items":{"$ref":"#/components/schemas/ImmutableSelector"}},"scope_selectors":{"$ref":"#\##
        /components/schemas/ScopeSelectors"}}},\##
        "ScopeSelectors":{"type":"object","description":"Which repositories, under the key `repository`.","additionalPro\##
        perties":{"type":"array","items":{"$ref":"#/components/schemas/ImmutableSelector"}}},\##
        "ImmutableSelector":{"type":"object","properties":{"kind":{"type":"string","enum":["doublestar"]},"decoration":{\##
        "type":"string","enum":["matches","excludes","repoMatches","repoExcludes"]},"pattern":{"type":"string","maxLengt\##
        h":255,"description":"A glob: `*`, `**`, `?`, `{a,b}`, `[a-z]`."},"extras":{"type":"string","maxLength":1024}}},\##
        "WebhookPolicy":{"type":"object","required":["id","name","project_id","targets","event_types","creator","creatio\##
        n_time","update_time","enabled"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"name":{"type":"string"},\##
        "description":{"type":"string"},"project_id":{"type":"integer","format":"int64","description":"0: of the registr\##
        y as a whole."},"targets":{"type":"array","items":{"$ref":"#/components/schemas/WebhookTarget"}},"event_types":{\##
        "type":"array","items":{"$ref":"#/components/schemas/WebhookEventType"}},"creator":{"type":"string"},"creation_t\##
        ime":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/components/schemas/Time"},"enabled":{"type":"\##
        boolean"},"repository_filter":{"type":"string","maxLength":255,"description":"*Extension.* A glob: only reposito\##
        ries that match, by their names without the project; in policies of the registry with it."},"tag_filter":{"type"\##
        :"string","maxLength":255,"description":"*Extension.* A glob: only artifacts with a tag that matches."},"last_de\##
        livery":{"type":"object","description":"*Extension.* The newest of the executions that are kept.","required":["e\##
        xecution_id","status","time"],"properties":{"execution_id":{"$ref":"#/components/schemas/ID"},"status":{"$ref":"\##
        #/components/schemas/WebhookStatus"},"time":{"$ref":"#/components/schemas/Time"}}}}},\##
        "WebhookPolicyReq":{"type":"object","description":"A new policy needs a name, an event and a target.","propertie\##
        s":{"name":{"type":"string","maxLength":255,"description":"There is no other of the name in the project."},"desc\##
        ription":{"type":"string","maxLength":1024},"targets":{"type":"array","maxItems":20,"items":{"$ref":"#/component\##
        s/schemas/WebhookTarget"}},"event_types":{"type":"array","maxItems":100,"items":{"$ref":"#/components/schemas/We\##
        bhookEventType"}},"enabled":{"type":"boolean","default":true},"repository_filter":{"type":"string","maxLength":2\##
        55,"description":"*Extension.* A glob: only repositories that match, by their names without the project; in poli\##
        cies of the registry with it."},"tag_filter":{"type":"string","maxLength":255,"description":"*Extension.* A glob\##
        : only artifacts with a tag that matches."}}},\##
        "WebhookEventType":{"type":"string","enum":["PUSH_ARTIFACT","PULL_ARTIFACT","DELETE_ARTIFACT","QUOTA_EXCEED","QU\##
        OTA_WARNING","SCANNING_FAILED","SCANNING_STOPPED","SCANNING_COMPLETED","REPLICATION","TAG_RETENTION"]},\##
        "WebhookTarget":{"type":"object","required":["type","address"],"properties":{"type":{"type":"string","enum":["ht\##
        tp","slack","dingtalk","wecom","feishu"]},"address":{"type":"string","maxLength":2048,"description":"An `http` o\##
        r `https` URL without user and password. Of chat programs, those who may not change the policy see scheme and ho\##
        st only."},"auth_header":{"type":"string","maxLength":4096,"description":"The value of the header `Authorization\##
        `; masked as `*****`","which leaves it as it is.":null},"skip_cert_verify":{"type":"boolean"},"payload_format":{\##
        "type":"string","enum":["Default","CloudEvents","Custom"],"description":"CloudEvents for `http` alone."},"secret\##
        ":{"type":"string","maxLength":4096,"description":"*Extension.* What requests are signed with; masked as `*****`\##
        , which leaves it as it is."},"body_template":{"type":"string","maxLength":16384,"description":"*Extension.* The\##
         body as a Mustache template, with the format Custom."},"content_type":{"type":"string","maxLength":255,"descrip\##
        tion":"*Extension.* What the body made of the template is; `application/json` unless given."},"timeout_seconds":\##
        {"type":"integer","minimum":1,"maximum":60,"default":10,"description":"*Extension.* How long an answer is waited\##
         for."},"attempts":{"type":"integer","minimum":1,"maximum":10,"default":4,"description":"*Extension.* How often \##
        a delivery is tried."}}},\##
        "WebhookTestReq":{"type":"object","properties":{"event_type":{"$ref":"#/components/schemas/WebhookEventType"}}},\##
        "WebhookPreviewReq":{"type":"object","required":["target"],"properties":{"event_type":{"$ref":"#/components/sche\##
        mas/WebhookEventType"},"target":{"$ref":"#/components/schemas/WebhookTarget"}}},\##
        "WebhookPreview":{"type":"object","required":["content_type","body"],"properties":{"content_type":{"type":"strin\##
        g"},"body":{"type":"string"}}},\##
        "WebhookExecution":{"type":"object","required":["id","vendor_type","vendor_id","status","trigger","metrics","ext\##
        ra_attrs"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"vendor_type":{"type":"string","enum":["WEBHOOK\##
        ","SLACK"]},"vendor_id":{"$ref":"#/components/schemas/ID"},"status":{"$ref":"#/components/schemas/WebhookStatus"\##
        },"status_message":{"type":"string"},"metrics":{"type":"object","additionalProperties":{"type":"integer"}},"trig\##
        ger":{"type":"string","enum":["EVENT","MANUAL"]},"extra_attrs":{"type":"object","description":"`event_type`, `pa\##
        yload` (the body for the first target), `operator`, `project`, `repository`, `replay_of`.","additionalProperties\##
        ":true},"creation_time":{"$ref":"#/components/schemas/Time"},"start_time":{"$ref":"#/components/schemas/Time"},"\##
        end_time":{"$ref":"#/components/schemas/Time"}}},\##
        "WebhookStatus":{"type":"string","enum":["Pending","Running","Success","Error","Stopped"]},\##
        "WebhookTask":{"type":"object","required":["id","execution_id","status","run_count","extra_attrs"],"properties":\##
        {"id":{"$ref":"#/components/schemas/ID"},"execution_id":{"$ref":"#/components/schemas/ID"},"status":{"$ref":"#/c\##
        omponents/schemas/WebhookStatus"},"status_message":{"type":"string"},"run_count":{"type":"integer"},"extra_attrs\##
        ":{"type":"object","description":"`event_type`, `notify_type`, `address`, `payload`, `content_type`, and what ca\##
        me of it.","additionalProperties":true},"creation_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$re\##
        f":"#/components/schemas/Time"},"start_time":{"$ref":"#/components/schemas/Time"},"end_time":{"$ref":"#/componen\##
        ts/schemas/Time"}}},\##
        "WebhookLastTrigger":{"type":"object","required":["policy_name","event_type","enabled","creation_time"],"propert\##
        ies":{"policy_name":{"type":"string"},"event_type":{"$ref":"#/components/schemas/WebhookEventType"},"enabled":{"\##
        type":"boolean"},"creation_time":{"$ref":"#/components/schemas/Time"},"last_trigger_time":{"$ref":"#/components/\##
        schemas/Time"}}},\##
        "SupportedWebhookEventTypes":{"type":"object","required":["event_type","notify_type","payload_formats"],"propert\##
        ies":{"event_type":{"type":"array","items":{"$ref":"#/components/schemas/WebhookEventType"}},"notify_type":{"typ\##
        e":"array","items":{"type":"string"}},"payload_formats":{"type":"array","items":{"type":"object","required":["no\##
        tify_type","formats"],"properties":{"notify_type":{"type":"string"},"formats":{"type":"array","items":{"type":"s\##
        tring"}}}}}}},\##
        "WebhookJob":{"type":"object","required":["id","policy_id","event_type","notify_type","status"],"properties":{"i\##
        d":{"$ref":"#/components/schemas/ID"},"policy_id":{"$ref":"#/components/schemas/ID"},"event_type":{"type":"strin\##
        g"},"notify_type":{"type":"string"},"status":{"$ref":"#/components/schemas/WebhookStatus"},"job_detail":{"type":\##
        "string","description":"The body for the first target."},"creation_time":{"$ref":"#/components/schemas/Time"},"u\##
        pdate_time":{"$ref":"#/components/schemas/Time"}}},\##
        "Quota":{"type":"object","required":["id","ref","hard","used"],"properties":{"id":{"$ref":"#/components/schemas/\##
        ID"},"ref":{"type":"object","description":"The project that the quota is of.","required":["id","name"],"properti\##
        es":{"id":{"$ref":"#/components/schemas/ID"},"name":{"type":"string"},"owner_name":{"type":"string"}}},"hard":{"\##
        $ref":"#/components/schemas/Bytes"},"used":{"$ref":"#/components/schemas/Bytes"},"creation_time":{"$ref":"#/comp\##
        onents/schemas/Time"},"update_time":{"$ref":"#/components/schemas/Time"}}},\##
        "QuotaUpdateReq":{"type":"object","required":["hard"],"properties":{"hard":{"type":"object","required":["storage\##
        "],"properties":{"storage":{"type":"integer","format":"int64","minimum":-1,"maximum":1125899906842624}}}}},\##
        "ScheduleObj":{"type":"object","properties":{"type":{"type":"string","enum":["Hourly","Daily","Weekly","Custom",\##
        "Schedule","Manual","None"]},"cron":{"type":"string","maxLength":255,"description":"Six fields: second, minute, \##
        hour, day of month, month, day of week; in UTC."},"catch_up":{"type":"boolean","description":"*Extension.* Wheth\##
        er a firing that was missed happens once afterwards."},"next_scheduled_time":{"$ref":"#/components/schemas/Time"\##
        }}},\##
        "ScheduleRequest":{"type":"object","required":["schedule"],"properties":{"schedule":{"type":"object","properties\##
        ":{"type":{"type":"string","enum":["Hourly","Daily","Weekly","Custom","Schedule","Manual","None"]},"cron":{"type\##
        ":"string","maxLength":255,"description":"Six fields: second, minute, hour, day of month, month, day of week; in\##
         UTC."},"catch_up":{"type":"boolean","default":true,"description":"*Extension.* Whether a firing that was missed\##
        , because nothing ran or schedules were paused, happens once afterwards; otherwise it is left out."}}},"paramete\##
        rs":{"type":"object","description":"Of garbage collection: `delete_untagged`, `delete_untagged_indexes` (as `del\##
        ete_untagged` if absent), `dry_run`, `workers` (1 to 10), `grace_seconds`. Of the purge: `audit_retention_hour` \##
        and `include_event_types` (kinds of events separated by commas, `*` for all; older clients say `include_operatio\##
        ns` instead), both required, and `dry_run`. Of the recount of what projects hold: `dry_run`.","additionalPropert\##
        ies":true}}},\##
        "JobSchedule":{"type":"object","required":["id","schedule"],"properties":{"id":{"type":"integer","format":"int64\##
        "},"job_name":{"type":"string"},"job_kind":{"type":"string"},"schedule":{"$ref":"#/components/schemas/ScheduleOb\##
        j"},"job_parameters":{"type":"string","description":"The parameters as JSON in a string."},"parameters":{"type":\##
        "object","additionalProperties":true},"creation_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref"\##
        :"#/components/schemas/Time"},"deleted":{"type":"boolean"}}},\##
        "JobHistory":{"type":"object","required":["id","job_name","job_kind","job_status","job_parameters","creation_tim\##
        e"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"job_name":{"type":"string"},"job_kind":{"type":"strin\##
        g","enum":["MANUAL","SCHEDULE","EVENT"]},"job_parameters":{"type":"string","description":"What was asked for and\##
        , from the first second on, how far it is and what came of it, as JSON in a string."},"job_status":{"$ref":"#/co\##
        mponents/schemas/JobStatus"},"status_message":{"type":"string","description":"Why it failed."},"schedule":{"$ref\##
        ":"#/components/schemas/ScheduleObj"},"creation_time":{"$ref":"#/components/schemas/Time"},"start_time":{"$ref":\##
        "#/components/schemas/Time"},"end_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/components\##
        /schemas/Time"},"deleted":{"type":"boolean"}}},\##
        "JobStatus":{"type":"string","enum":["Pending","Running","Success","Error","Stopped"]},\##
        "WorkerPool":{"type":"object","required":["worker_pool_id"],"properties":{"worker_pool_id":{"type":"string"},"ho\##
        st":{"type":"string"},"pid":{"type":"integer","format":"int64"},"start_at":{"$ref":"#/components/schemas/Time"},\##
        "heartbeat_at":{"$ref":"#/components/schemas/Time"},"concurrency":{"type":"integer","format":"int64","descriptio\##
        n":"Most jobs that it works on at once."}}},\##
        "Worker":{"type":"object","required":["id","pool_id","job_id","job_name"],"properties":{"id":{"type":"string"},"\##
        pool_id":{"type":"string"},"job_id":{"type":"string"},"job_name":{"type":"string"},"start_at":{"$ref":"#/compone\##
        nts/schemas/Time"},"check_in":{"type":"string"},"checkin_at":{"$ref":"#/components/schemas/Time"}}},\##
        "JobQueue":{"type":"object","required":["job_type","count","latency","paused"],"properties":{"job_type":{"type":\##
        "string"},"count":{"$ref":"#/components/schemas/Count"},"latency":{"type":"integer","format":"int64","descriptio\##
        n":"Seconds for which the oldest waits."},"paused":{"type":"boolean"}}},\##
        "ActionRequest":{"type":"object","required":["action"],"properties":{"action":{"type":"string","enum":["stop","p\##
        ause","resume"]}}},\##
        "ScheduleTask":{"type":"object","required":["id","vendor_type","vendor_id","cron"],"properties":{"id":{"$ref":"#\##
        /components/schemas/ID"},"vendor_type":{"type":"string"},"vendor_id":{"type":"integer","format":"int64"},"cron":\##
        {"type":"string"},"catch_up":{"type":"boolean","description":"*Extension.* Whether a firing that was missed happ\##
        ens once afterwards."},"update_time":{"$ref":"#/components/schemas/Time"},"next_time":{"$ref":"#/components/sche\##
        mas/Time"},"paused":{"type":"boolean"}}},\##
        "SchedulerStatus":{"type":"object","required":["paused"],"properties":{"paused":{"type":"boolean"}}},\##
        "RetentionMetadata":{"type":"object","required":["templates","scope_selectors","tag_selectors"],"properties":{"t\##
        emplates":{"type":"array","items":{"$ref":"#/components/schemas/RetentionRuleMetadata"}},"scope_selectors":{"typ\##
        e":"array","items":{"$ref":"#/components/schemas/RetentionSelectorMetadata"}},"tag_selectors":{"type":"array","i\##
        tems":{"$ref":"#/components/schemas/RetentionSelectorMetadata"}}}},\##
        "RetentionRuleMetadata":{"type":"object","required":["rule_template","display_text","action","params"],"properti\##
        es":{"rule_template":{"$ref":"#/components/schemas/RetentionTemplate"},"display_text":{"type":"string"},"action"\##
        :{"type":"string","enum":["retain"]},"params":{"type":"array","items":{"type":"object","properties":{"type":{"ty\##
        pe":"string"},"unit":{"type":"string","enum":["COUNT","DAYS"]},"required":{"type":"boolean"}}}}}},\##
        "RetentionSelectorMetadata":{"type":"object","required":["display_text","kind","decorations"],"properties":{"dis\##
        play_text":{"type":"string"},"kind":{"type":"string","enum":["doublestar","regex"]},"decorations":{"type":"array\##
        ","items":{"type":"string"}}}},\##
        "RetentionTemplate":{"type":"string","description":"What a rule keeps of what it is about: so many that were pus\##
        hed (`latestPushedK`), pulled (`latestPulledN`) or either (`latestActiveK`) last, what was pushed (`nDaysSinceLa\##
        stPush`, `lastXDays`) or pulled (`nDaysSinceLastPull`) within so many days, everything (`always`), or `nothing`.\##
         *Extension:* `anyOf` keeps what any of the rule's `conditions` keeps, `allOf` what all of them keep.","enum":["\##
        latestPushedK","latestPulledN","latestActiveK","nDaysSinceLastPush","nDaysSinceLastPull","lastXDays","always","n\##
        othing","anyOf","allOf"]},\##
        "RetentionCondition":{"type":"object","description":"*Extension.* One of several things that a rule looks at.","\##
        required":["template"],"properties":{"template":{"type":"string","enum":["latestPushedK","latestPulledN","latest\##
        ActiveK","nDaysSinceLastPush","nDaysSinceLastPull","lastXDays","always","nothing"]},"params":{"$ref":"#/componen\##
        ts/schemas/RetentionParameters"}}},\##
        "RetentionParameters":{"type":"object","nullable":true,"description":"The number that the template asks for, und\##
        er the template's name: 0 to 32766 artifacts, 10 if it is missing; 0 to 36500 days, 30 if it is missing (`lastXD\##
        ays`: 10).","additionalProperties":{"type":"integer","minimum":0}},\##
        "RetentionSelector":{"type":"object","required":["decoration","pattern"],"properties":{"kind":{"type":"string","\##
        enum":["doublestar","regex"],"default":"doublestar","description":"`regex` is an *extension*: a regular expressi\##
        on that the whole name has to match."},"decoration":{"type":"string","enum":["matches","excludes","repoMatches",\##
        "repoExcludes"]},"pattern":{"type":"string","maxLength":255,"description":"A glob (`*`, `**`, `?`, `{a,b}`, `[a-\##
        z]`), or a regular expression. Repositories are named without their project."},"extras":{"type":"string","maxLen\##
        gth":1024,"description":"Of tags: `{\"untagged\":true}` as text, if the rule is about artifacts without tags too\##
        . Without it, it is."}}},\##
        "RetentionRule":{"type":"object","required":["template","tag_selectors","scope_selectors"],"properties":{"id":{"\##
        type":"integer","description":"The place of the rule among the others","counted from 1.":null},"priority":{"type\##
        ":"integer"},"disabled":{"type":"boolean"},"action":{"type":"string","enum":["retain"]},"template":{"$ref":"#/co\##
        mponents/schemas/RetentionTemplate"},"params":{"$ref":"#/components/schemas/RetentionParameters"},"conditions":{\##
        "type":"array","maxItems":5,"items":{"$ref":"#/components/schemas/RetentionCondition"},"description":"*Extension\##
        .* Of `anyOf` and `allOf`: two to five."},"tag_selectors":{"type":"array","minItems":1,"maxItems":4,"items":{"$r\##
        ef":"#/components/schemas/RetentionSelector"}},"scope_selectors":{"type":"object","description":"Which repositor\##
        ies, under the key `repository`.","additionalProperties":{"type":"array","minItems":1,"maxItems":4,"items":{"$re\##
        f":"#/components/schemas/RetentionSelector"}}}}},\##
        "RetentionLevel":{"type":"string","description":"*Extension.* `artifact`, as Harbor: an artifact stays or goes w\##
        ith all its tags. `tag`: each tag stays or goes by itself; an artifact that loses its last tag goes with it.","e\##
        num":["artifact","tag"]},\##
        "RetentionPolicyReq":{"type":"object","required":["rules","scope"],"properties":{"algorithm":{"type":"string","e\##
        num":["or"],"default":"or"},"level":{"$ref":"#/components/schemas/RetentionLevel"},"rules":{"type":"array","maxI\##
        tems":15,"items":{"$ref":"#/components/schemas/RetentionRule"}},"trigger":{"type":"object","properties":{"kind":\##
        {"type":"string","enum":["Schedule"]},"settings":{"type":"object","properties":{"cron":{"type":"string","maxLeng\##
        th":255,"description":"Six fields, in UTC; empty: only when somebody asks for it."},"catch_up":{"type":"boolean"\##
        ,"default":true,"description":"*Extension.* Whether a run that was missed happens once afterwards; otherwise it \##
        is left out."}}}}},"scope":{"type":"object","required":["level","ref"],"properties":{"level":{"type":"string","e\##
        num":["project"]},"ref":{"type":"integer","format":"int64","description":"The number of the project."}}}}},\##
        "RetentionPolicy":{"type":"object","required":["id","algorithm","level","rules","trigger","scope"],"properties":\##
        {"id":{"$ref":"#/components/schemas/ID"},"algorithm":{"type":"string","enum":["or"]},"level":{"$ref":"#/componen\##
        ts/schemas/RetentionLevel"},"rules":{"type":"array","items":{"$ref":"#/components/schemas/RetentionRule"}},"trig\##
        ger":{"type":"object","properties":{"kind":{"type":"string","enum":["Schedule"]},"settings":{"type":"object","pr\##
        operties":{"cron":{"type":"string"},"catch_up":{"type":"boolean","description":"*Extension.* Whether a run that \##
        was missed happens once afterwards."},"next_scheduled_time":{"$ref":"#/components/schemas/Time"}}},"references":\##
        {"type":"object","additionalProperties":true}}},"scope":{"type":"object","properties":{"level":{"type":"string",\##
        "enum":["project"]},"ref":{"$ref":"#/components/schemas/ID"}}}}},\##
        "RetentionRunReq":{"type":"object","properties":{"dry_run":{"type":"boolean","default":false,"description":"Whet\##
        her nothing is deleted: the run only says what would be."}}},\##
        "RetentionActionReq":{"type":"object","required":["action"],"properties":{"action":{"type":"string","enum":["sto\##
        p"]}}},\##
        "RetentionExecution":{"type":"object","required":["id","policy_id","status","trigger","dry_run"],"properties":{"\##
        id":{"$ref":"#/components/schemas/ID"},"policy_id":{"$ref":"#/components/schemas/ID"},"start_time":{"$ref":"#/co\##
        mponents/schemas/Time"},"end_time":{"$ref":"#/components/schemas/Time"},"status":{"type":"string","enum":["Pendi\##
        ng","Running","Success","Error","Stopped"]},"status_message":{"type":"string","description":"*Extension.* Why it\##
         failed."},"trigger":{"type":"string","enum":["MANUAL","SCHEDULE"]},"dry_run":{"type":"boolean"},"repositories":\##
        {"type":"integer","format":"int64","description":"*Extension.* How many repositories were evaluated so far."},"t\##
        otal":{"type":"integer","format":"int64","description":"*Extension.* How many candidates they have."},"retained"\##
        :{"type":"integer","format":"int64","description":"*Extension.* How many of these stay."},"deleted":{"type":"int\##
        eger","format":"int64","description":"*Extension.* How many were deleted; in a dry run, how many would be."}}},\##
        "RetentionTask":{"type":"object","required":["id","execution_id","repository","job_id","status","status_code","s\##
        tatus_revision","total","retained"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"execution_id":{"$ref"\##
        :"#/components/schemas/ID"},"repository":{"type":"string","description":"The repository without its project."},"\##
        job_id":{"type":"string"},"status":{"type":"string","enum":["Pending","Running","Success","Error","Stopped"]},"s\##
        tatus_code":{"type":"integer"},"status_revision":{"type":"integer","format":"int64"},"start_time":{"$ref":"#/com\##
        ponents/schemas/Time"},"end_time":{"$ref":"#/components/schemas/Time"},"total":{"type":"integer","format":"int64\##
        "},"retained":{"type":"integer","format":"int64"},"deleted":{"type":"integer","format":"int64","description":"*E\##
        xtension.* How many were deleted; in a dry run, how many would be."}}},\##
        "RetentionCandidate":{"type":"object","description":"*Extension.* An artifact, or at the level `tag` a tag, and \##
        what becomes of it.","required":["digest","tags","tag_count","labels","push_time","decision","reason_code","reas\##
        on"],"properties":{"repository":{"type":"string","description":"In previews: the repository without its project.\##
        "},"digest":{"type":"string"},"tags":{"type":"array","items":{"type":"string"},"description":"At most 100; empty\##
         without a tag."},"tag_count":{"type":"integer","format":"int64"},"labels":{"type":"array","items":{"type":"stri\##
        ng"}},"push_time":{"$ref":"#/components/schemas/Time"},"pull_time":{"type":"string","format":"date-time","descri\##
        ption":"Absent if it was never pulled."},"decision":{"type":"string","enum":["RETAIN","DEL","IMMUTABLE"]},"reaso\##
        n_code":{"type":"string","description":"Why: `RULE` a rule keeps it; `IN_KEPT_INDEX` an index that stays lists i\##
        t; `RECENT` it was pushed by its digest within two hours before the run, and has no tag yet; `IMMUTABLE` a rule \##
        of immutability keeps one of its tags; `CHANGED` it was pushed, pulled or deleted since it was judged, and left \##
        alone; `NOT_KEPT` rules are about it and none keeps it; `NOT_SELECTED` no rule is about it.","enum":["RULE","IN_\##
        KEPT_INDEX","RECENT","IMMUTABLE","CHANGED","NOT_KEPT","NOT_SELECTED"]},"reason":{"type":"string","description":"\##
        The same in a sentence."},"rule_id":{"type":"integer","description":"Of `RULE`: which one, the first of several.\##
        "},"template":{"$ref":"#/components/schemas/RetentionTemplate"}}},\##
        "RetentionPreview":{"type":"object","description":"*Extension.* What a policy would do.","required":["is_complet\##
        e","total","retained","deleted","repositories","candidates"],"properties":{"is_complete":{"type":"boolean","desc\##
        ription":"Whether all repositories that a rule is about were looked at and everything in them is listed."},"tota\##
        l":{"type":"integer","format":"int64"},"retained":{"type":"integer","format":"int64"},"deleted":{"type":"integer\##
        ","format":"int64"},"repositories":{"type":"array","items":{"type":"object","required":["repository","total","re\##
        tained","deleted"],"properties":{"repository":{"type":"string"},"total":{"type":"integer","format":"int64"},"ret\##
        ained":{"type":"integer","format":"int64"},"deleted":{"type":"integer","format":"int64"}}}},"candidates":{"type"\##
        :"array","items":{"$ref":"#/components/schemas/RetentionCandidate"}}}},\##
        "Robot":{"type":"object","required":["id","name","level","editable","disable","expires_at","permissions"],"prope\##
        rties":{"id":{"$ref":"#/components/schemas/ID"},"name":{"type":"string","description":"With the prefix, and of a\##
         project robot `project+` in front."},"description":{"type":"string"},"level":{"$ref":"#/components/schemas/Robo\##
        tLevel"},"duration":{"type":"integer","format":"int64","nullable":true,"description":"Days; -1 is for ever."},"e\##
        ditable":{"type":"boolean"},"disable":{"type":"boolean"},"expires_at":{"type":"integer","format":"int64","descri\##
        ption":"Seconds since 1970; -1 is never."},"expires_soon":{"type":"boolean","description":"*Extension.* Whether \##
        it expires within the next days."},"last_used_at":{"type":"string","format":"date-time","description":"*Extensio\##
        n.* When it last signed in, if it ever has."},"permissions":{"type":"array","items":{"$ref":"#/components/schema\##
        s/RobotPermission"}},"creator_type":{"type":"string","enum":["local","robot"]},"creator_ref":{"type":"integer","\##
        format":"int64"},"creator_name":{"type":"string","description":"*Extension.* The name of whoever made it, unless\##
         that account is no more."},"creation_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/compon\##
        ents/schemas/Time"}}},\##
        "RobotCreate":{"type":"object","properties":{"name":{"type":"string","maxLength":255,"pattern":"^[a-z0-9]+(?:[._\##
        -][a-z0-9]+)*$"},"description":{"type":"string","maxLength":1024},"secret":{"$ref":"#/components/schemas/Passwor\##
        d"},"level":{"$ref":"#/components/schemas/RobotLevel"},"disable":{"type":"boolean"},"duration":{"$ref":"#/compon\##
        ents/schemas/RobotDuration"},"permissions":{"type":"array","items":{"$ref":"#/components/schemas/RobotPermission\##
        "}}}},\##
        "RobotUpdate":{"type":"object","description":"`name` and `level` stay; if they are sent they must be the account\##
        's own.","properties":{"id":{"type":"integer","format":"int64"},"name":{"type":"string","maxLength":1024},"descr\##
        iption":{"type":"string","maxLength":1024},"level":{"$ref":"#/components/schemas/RobotLevel"},"disable":{"type":\##
        "boolean"},"duration":{"$ref":"#/components/schemas/RobotDuration"},"permissions":{"type":"array","items":{"$ref\##
        ":"#/components/schemas/RobotPermission"}}}},\##
        "RobotCreated":{"type":"object","required":["id","name","secret","creation_time","expires_at"],"properties":{"id\##
        ":{"$ref":"#/components/schemas/ID"},"name":{"type":"string"},"secret":{"type":"string"},"creation_time":{"$ref"\##
        :"#/components/schemas/Time"},"expires_at":{"type":"integer","format":"int64"}}},\##
        "RobotSec":{"type":"object","properties":{"secret":{"type":"string","maxLength":128,"description":"Empty or abse\##
        nt for a random one; otherwise as a password."}}},\##
        "RobotLevel":{"type":"string","enum":["system","project"]},\##
        "RobotDuration":{"type":"integer","format":"int64","nullable":true,"minimum":-1,"maximum":2147483647,"descriptio\##
        n":"Days; -1 is for ever, 0 is refused."},\##
        "RobotPermission":{"type":"object","properties":{"kind":{"type":"string","enum":["system","project"]},"repositor\##
        y_pattern":{"$ref":"#/components/schemas/RepositoryPattern"},"namespace":{"type":"string","maxLength":255,"descr\##
        iption":"A project's name, `*` for all projects, or `/` for the system."},"access":{"type":"array","items":{"$re\##
        f":"#/components/schemas/Access"}}}},\##
        "Access":{"type":"object","properties":{"resource":{"type":"string","maxLength":64},"action":{"type":"string","m\##
        axLength":64},"effect":{"type":"string","enum":["allow",""]}}},\##
        "UserResp":{"type":"object","required":["user_id","username","sysadmin_flag","admin_role_in_auth"],"properties":\##
        {"user_id":{"$ref":"#/components/schemas/ID"},"username":{"type":"string"},"email":{"type":"string"},"realname":\##
        {"type":"string"},"comment":{"type":"string"},"sysadmin_flag":{"type":"boolean"},"admin_role_in_auth":{"type":"b\##
        oolean"},"creation_time":{"$ref":"#/components/schemas/Time"},"update_time":{"$ref":"#/components/schemas/Time"}\##
        }},\##
        "UserProfile":{"type":"object","properties":{"email":{"type":"string","maxLength":255},"realname":{"type":"strin\##
        g","maxLength":255},"comment":{"type":"string","maxLength":30}}},\##
        "UserCreationReq":{"type":"object","properties":{"username":{"type":"string","maxLength":255},"email":{"type":"s\##
        tring","maxLength":255},"realname":{"type":"string","maxLength":255},"comment":{"type":"string","maxLength":30},\##
        "password":{"$ref":"#/components/schemas/Password"}}},\##
        "UserSysAdminFlag":{"type":"object","properties":{"sysadmin_flag":{"type":"boolean"}}},\##
        "PasswordReq":{"type":"object","properties":{"old_password":{"type":"string","format":"password","maxLength":128\##
        ,"description":"Not needed by administrators for others."},"new_password":{"$ref":"#/components/schemas/Password\##
        "}}},\##
        "OIDCCliSecretReq":{"type":"object","properties":{"secret":{"$ref":"#/components/schemas/Password"}}},\##
        "UserSearchRespItem":{"type":"object","required":["user_id","username"],"properties":{"user_id":{"$ref":"#/compo\##
        nents/schemas/ID"},"username":{"type":"string"}}},\##
        "GroupType":{"type":"integer","enum":[1,2,3,4],"description":"1 LDAP, 2 authentication proxy, 3 OpenID Connect, \##
        4 local."},\##
        "UserGroup":{"type":"object","required":["id","group_name","group_type"],"properties":{"id":{"$ref":"#/component\##
        s/schemas/ID"},"group_name":{"type":"string"},"group_type":{"$ref":"#/components/schemas/GroupType"},"ldap_group\##
        _dn":{"type":"string"}}},\##
        "UserGroupReq":{"type":"object","properties":{"group_name":{"type":"string","maxLength":255},"group_type":{"$ref\##
        ":"#/components/schemas/GroupType"},"ldap_group_dn":{"type":"string","maxLength":512}}},\##
        "UserGroupSearchItem":{"type":"object","required":["id","group_name","group_type"],"properties":{"id":{"$ref":"#\##
        /components/schemas/ID"},"group_name":{"type":"string"},"group_type":{"$ref":"#/components/schemas/GroupType"}}}\##
        ,\##
        "AuditLog":{"type":"object","required":["id","username","resource","resource_type","operation","op_time"],"prope\##
        rties":{"id":{"$ref":"#/components/schemas/ID"},"username":{"type":"string"},"resource":{"type":"string"},"resou\##
        rce_type":{"type":"string"},"operation":{"type":"string"},"op_time":{"$ref":"#/components/schemas/Time"}}},\##
        "AuditLogExt":{"type":"object","required":["id","username","resource","resource_type","operation","operation_res\##
        ult","op_time"],"properties":{"id":{"$ref":"#/components/schemas/ID"},"username":{"type":"string"},"resource":{"\##
        type":"string"},"resource_type":{"type":"string"},"operation":{"type":"string"},"operation_description":{"type":\##
        "string"},"operation_result":{"type":"boolean","description":"Whether it succeeded."},"op_time":{"$ref":"#/compo\##
        nents/schemas/Time"}}},\##
        "AuditLogEventType":{"type":"object","required":["event_type"],"properties":{"event_type":{"type":"string"}}},\##
        "Configurations":{"type":"object","description":"Settings by their names; those not named stay.","properties":{"\##
        auth_mode":{"type":"string","enum":["db_auth","ldap_auth","oidc_auth","http_auth","uaa_auth"]},"primary_auth_mod\##
        e":{"type":"boolean"},"ldap_base_dn":{"type":"string","maxLength":4096},"ldap_filter":{"type":"string","maxLengt\##
        h":4096},"ldap_group_base_dn":{"type":"string","maxLength":4096},"ldap_group_admin_dn":{"type":"string","maxLeng\##
        th":4096},"ldap_group_attribute_name":{"type":"string","maxLength":4096},"ldap_group_search_filter":{"type":"str\##
        ing","maxLength":4096},"ldap_group_search_scope":{"type":"integer","format":"int64"},"ldap_scope":{"type":"integ\##
        er","format":"int64"},"ldap_search_dn":{"type":"string","maxLength":4096},"ldap_search_password":{"type":"string\##
        ","format":"password","maxLength":1024},"ldap_timeout":{"type":"integer","format":"int64"},"ldap_uid":{"type":"s\##
        tring","maxLength":4096},"ldap_url":{"type":"string","maxLength":4096},"ldap_verify_cert":{"type":"boolean"},"ld\##
        ap_group_membership_attribute":{"type":"string","maxLength":4096},"ldap_group_attach_parallel":{"type":"boolean"\##
        },"scan_all_policy":{"type":"object","additionalProperties":true},"project_creation_restriction":{"type":"string\##
        ","enum":["everyone","adminonly"]},"read_only":{"type":"boolean"},"self_registration":{"type":"boolean"},"token_\##
        expiration":{"type":"integer","format":"int64","minimum":1},"uaa_client_id":{"type":"string","maxLength":4096},"\##
        uaa_client_secret":{"type":"string","maxLength":4096},"uaa_endpoint":{"type":"string","maxLength":4096},"uaa_ver\##
        ify_cert":{"type":"boolean"},"http_authproxy_endpoint":{"type":"string","maxLength":4096},"http_authproxy_tokenr\##
        eview_endpoint":{"type":"string","maxLength":4096},"http_authproxy_admin_groups":{"type":"string","maxLength":40\##
        96},"http_authproxy_admin_usernames":{"type":"string","maxLength":4096},"http_authproxy_verify_cert":{"type":"bo\##
        olean"},"http_authproxy_skip_search":{"type":"boolean"},"http_authproxy_server_certificate":{"type":"string","ma\##
        xLength":4096},"oidc_name":{"type":"string","maxLength":4096},"oidc_endpoint":{"type":"string","maxLength":4096}\##
        ,"oidc_client_id":{"type":"string","maxLength":4096},"oidc_client_secret":{"type":"string","format":"password","\##
        maxLength":1024},"oidc_groups_claim":{"type":"string","maxLength":4096},"oidc_group_filter":{"type":"string","ma\##
        xLength":4096},"oidc_scope":{"type":"string","maxLength":4096},"oidc_user_claim":{"type":"string","maxLength":40\##
        96},"oidc_verify_cert":{"type":"boolean"},"oidc_auto_onboard":{"type":"boolean"},"oidc_extra_redirect_parms":{"t\##
        ype":"string","maxLength":4096},"oidc_logout":{"type":"boolean"},"robot_token_duration":{"type":"integer","forma\##
        t":"int64","minimum":-1},"robot_name_prefix":{"type":"string","maxLength":4096},"notification_enable":{"type":"b\##
        oolean"},"quota_per_project_enable":{"type":"boolean"},"storage_per_project":{"type":"integer","format":"int64",\##
        "minimum":-1},"pull_time_update_disable":{"type":"boolean"},"pull_count_update_disable":{"type":"boolean"},"pull\##
        _audit_log_disable":{"type":"boolean"},"audit_log_forward_endpoint":{"type":"string","maxLength":4096},"skip_aud\##
        it_log_database":{"type":"boolean"},"scanner_skip_update_pulltime":{"type":"boolean"},"disabled_audit_log_event_\##
        types":{"type":"string","maxLength":4096},"session_timeout":{"type":"integer","format":"int64","minimum":1},"ban\##
        ner_message":{"type":"string","maxLength":4096}}},\##
        "Role":{"type":"object","required":["id","name","description","is_builtin","permissions"],"properties":{"id":{"$\##
        ref":"#/components/schemas/RoleID"},"name":{"type":"string"},"description":{"type":"string"},"is_builtin":{"type\##
        ":"boolean","description":"Whether it is one of Harbor's five."},"permissions":{"type":"array","items":{"$ref":"\##
        #/components/schemas/Permission"}}}},\##
        "RoleReq":{"type":"object","required":["name","permissions"],"properties":{"name":{"type":"string","minLength":1\##
        ,"maxLength":255},"description":{"type":"string","maxLength":1024},"permissions":{"type":"array","minItems":1,"m\##
        axItems":500,"description":"From the project permissions of `getPermissions`.","items":{"type":"object","require\##
        d":["resource","action"],"properties":{"resource":{"type":"string","minLength":1,"maxLength":64},"action":{"type\##
        ":"string","minLength":1,"maxLength":64}}}}}},\##
        "RenameReq":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength"\##
        :255,"description":"The new name; of a repository without its project."}}},\##
        "FormerName":{"type":"object","required":["name","until"],"properties":{"name":{"type":"string"},"until":{"type"\##
        :"string","format":"date-time","description":"When it was given up."}}},\##
        "DeletionPreview":{"type":"object","required":["repository_count","artifact_count","tag_count","member_count","r\##
        obot_count","label_count","trash_count","bytes"],"properties":{"repository_count":{"$ref":"#/components/schemas/\##
        Count"},"artifact_count":{"$ref":"#/components/schemas/Count"},"tag_count":{"$ref":"#/components/schemas/Count"}\##
        ,"member_count":{"$ref":"#/components/schemas/Count"},"robot_count":{"$ref":"#/components/schemas/Count"},"label\##
        _count":{"$ref":"#/components/schemas/Count"},"trash_count":{"$ref":"#/components/schemas/Count"},"bytes":{"$ref\##
        ":"#/components/schemas/Count"}}},\##
        "TrashEntry":{"type":"object","required":["id","deletion_id","kind","project_id","repository_id","repository_nam\##
        e","digest","tags","deleted_by","deleted_at","expires_at"],"properties":{"id":{"$ref":"#/components/schemas/ID"}\##
        ,"deletion_id":{"type":"string","description":"The same for all that was deleted together."},"kind":{"type":"str\##
        ing","enum":["artifact","tag"]},"project_id":{"$ref":"#/components/schemas/ID"},"repository_id":{"$ref":"#/compo\##
        nents/schemas/ID"},"repository_name":{"type":"string"},"digest":{"$ref":"#/components/schemas/Digest"},"media_ty\##
        pe":{"type":"string"},"artifact_type":{"type":"string"},"size":{"$ref":"#/components/schemas/Count"},"tags":{"ty\##
        pe":"array","items":{"type":"string"}},"deleted_by":{"type":"string"},"deleted_at":{"$ref":"#/components/schemas\##
        /Time"},"expires_at":{"type":"string","format":"date-time","description":"When it goes for good."}}},\##
        "RestorationReq":{"type":"object","properties":{"only_this":{"type":"boolean","default":false,"description":"Lea\##
        ves out what was deleted together with it."},"skip_taken_tags":{"type":"boolean","default":false,"description":"\##
        Restores without the tags that others have by now."}}},\##
        "Restoration":{"type":"object","required":["repository_name","digests","tags","skipped_tags"],"properties":{"rep\##
        ository_name":{"type":"string"},"digests":{"type":"array","items":{"$ref":"#/components/schemas/Digest"}},"tags"\##
        :{"type":"array","items":{"type":"string"}},"skipped_tags":{"type":"array","items":{"type":"string"}}}},\##
        "SearchKind":{"type":"string","enum":["project","repository","tag","digest","label"]},\##
        "SearchResult":{"type":"object","required":["kind","project_public"],"properties":{"kind":{"$ref":"#/components/\##
        schemas/SearchKind"},"project_id":{"$ref":"#/components/schemas/ID"},"project_name":{"type":"string"},"project_p\##
        ublic":{"type":"boolean"},"repository_name":{"type":"string"},"tag":{"type":"string"},"digest":{"$ref":"#/compon\##
        ents/schemas/Digest"},"label":{"$ref":"#/components/schemas/Label"}}},\##
        "Session":{"type":"object","required":["id","current","creation_time","last_seen_time","address","user_agent"],"\##
        properties":{"id":{"type":"string"},"current":{"type":"boolean","description":"Whether this request belongs to i\##
        t."},"creation_time":{"$ref":"#/components/schemas/Time"},"last_seen_time":{"$ref":"#/components/schemas/Time"},\##
        "address":{"type":"string"},"user_agent":{"type":"string"}}},\##
        "UserGroupMember":{"type":"object","required":["user_id","username","realname","creation_time"],"properties":{"u\##
        ser_id":{"$ref":"#/components/schemas/ID"},"username":{"type":"string"},"realname":{"type":"string"},"creation_t\##
        ime":{"$ref":"#/components/schemas/Time"}}},\##
        "UserGroupMemberReq":{"type":"object","description":"One of both.","properties":{"user_id":{"$ref":"#/components\##
        /schemas/ID"},"username":{"type":"string","maxLength":255}}},\##
        "LoginForm":{"type":"object","required":["principal","password"],"properties":{"principal":{"type":"string","max\##
        Length":255,"description":"The user's name."},"password":{"type":"string","format":"password","maxLength":128}}}\##
        ,\##
        "UserExistsForm":{"type":"object","required":["target","value"],"properties":{"target":{"type":"string","enum":[\##
        "username","email"]},"value":{"type":"string","maxLength":255}}},\##
        "Version":{"type":"object","required":["version"],"properties":{"version":{"type":"string","enum":["v2.0"]}}}}}}
        """##
}
