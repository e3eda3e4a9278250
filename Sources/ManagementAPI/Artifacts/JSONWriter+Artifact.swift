import Catalog
import HTTPServing
import OCI
import Time

extension JSONWriter {
    /// Writes an artifact as Harbor does: what it hasn't got is null. Stored JSON is copied as it is.
    mutating func artifact(_ artifact: ArtifactView, _ shown: ArtifactDisplay) {
        object {
            $0.member("id", artifact.id)
            $0.member("type", artifact.type)
            $0.member("media_type", artifact.mediaType)
            $0.member("manifest_media_type", artifact.manifestMediaType)
            $0.memberIfPresent("artifact_type", artifact.artifactType)
            $0.member("project_id", artifact.projectID)
            $0.member("repository_id", artifact.repositoryID)
            $0.member("repository_name", artifact.repositoryName)
            $0.member("digest", artifact.digest)
            $0.member("size", artifact.size)
            $0.member("icon", BuiltInIcon.of(type: artifact.type).digest)
            $0.member("push_time", artifact.pushedAt)
            $0.pullTime(artifact.pulledAt)
            $0.stored("extra_attrs", artifact.extraAttributes)
            $0.stored("annotations", artifact.annotations)
            $0.memberOrNull("references", artifact.references) { $0.reference($1) }
            $0.memberOrNull("tags", artifact.tags) { $0.tag($1) }
            $0.memberIfPresent("tag_count", artifact.tagCount)
            $0.additionLinks(artifact)
            $0.memberOrNull("labels", artifact.labels) { $0.label($1) }
            $0.memberOrNull("accessories", artifact.accessories) { $0.accessory($1) }
            if shown.options.withInheritedAccessories {
                $0.memberOrNull("inherited_accessories", artifact.inheritedAccessories) { $0.accessory($1) }
            }
        }
    }

    mutating func tag(_ tag: TagView) {
        object { $0.members(of: tag) }
    }

    mutating func tag(_ tag: RepositoryTagView) {
        object {
            $0.members(of: tag.tag)
            $0.member("digest", tag.digest)
            $0.member("type", tag.type)
            $0.member("size", tag.size)
        }
    }

    private mutating func members(of tag: TagView) {
        member("id", tag.id)
        member("repository_id", tag.repositoryID)
        member("artifact_id", tag.artifactID)
        member("name", tag.name)
        member("push_time", tag.pushedAt)
        pullTime(tag.pulledAt)
        member("immutable", tag.isImmutable)
    }

    mutating func accessory(_ accessory: AccessoryView) {
        object {
            $0.member("id", accessory.artifactID)
            $0.member("artifact_id", accessory.artifactID)
            $0.member("subject_artifact_id", accessory.subjectID)
            $0.member("subject_artifact_digest", accessory.subjectDigest)
            $0.member("subject_artifact_repo", accessory.repositoryName)
            $0.member("size", accessory.size)
            $0.member("digest", accessory.digest)
            $0.member("type", accessory.type)
            $0.memberIfPresent("artifact_type", accessory.artifactType)
            $0.member("icon", BuiltInIcon.of(accessory: accessory.type).digest)
            $0.member("creation_time", accessory.createdAt)
        }
    }

    private mutating func label(_ label: LabelView) {
        object {
            $0.member("id", label.id)
            $0.member("name", label.name)
            $0.member("description", label.description)
            $0.member("color", label.color)
            $0.member("scope", label.projectID == nil ? "g" : "p")
            $0.member("project_id", label.projectID ?? 0)
            $0.member("creation_time", label.createdAt)
            $0.member("update_time", label.updatedAt)
        }
    }

    private mutating func reference(_ reference: ReferenceView) {
        object {
            $0.member("parent_id", reference.parentID)
            $0.member("child_id", reference.childID ?? 0)
            for member in reference.content.members { $0.member(member.name, member.value) }
        }
    }

    private mutating func additionLinks(_ artifact: ArtifactView) {
        let separator = artifact.repositoryName.firstIndex(of: "/") ?? artifact.repositoryName.endIndex
        let project = artifact.repositoryName[..<separator]
        // Encoded twice, as Harbor's clients do, so that proxies leave the slashes alone.
        let path = artifact.repositoryName[separator...].dropFirst().split(separator: "/").joined(separator: "%252F")
        let place = "\(RoutePath.base)/projects/\(project)/repositories/\(path)/artifacts/\(artifact.digest)/additions"
        member(
            "addition_links",
            object: {
                for addition in ArtifactAddition.all(of: artifact.type, isIndex: artifact.isIndex) {
                    $0.member(
                        addition.rawValue,
                        object: {
                            $0.member("href", "\(place)/\(addition.rawValue)")
                            $0.member("absolute", false)
                        })
                }
            })
    }

    private mutating func memberOrNull<Element>(
        _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
    ) {
        self.name(name)
        if elements.isEmpty { null() } else { array(elements, body) }
    }

    private mutating func pullTime(_ moment: Timestamp?) {
        if let moment { member("pull_time", moment) } else { member("pull_time", APITime.never) }
    }

    /// Writes a member that was stored as JSON.
    private mutating func stored(_ name: String, _ json: String?) {
        self.name(name)
        if let json { raw(json) } else { null() }
    }
}
