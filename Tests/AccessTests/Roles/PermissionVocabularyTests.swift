import Access
import Testing

/// What there is to give, as Harbor's clients know it.
@Suite struct PermissionVocabularyTests {
    @Test func sizesAreHarbors() {
        #expect(PermissionVocabulary.system.count == 70)
        #expect(PermissionVocabulary.project.count == 70)
        for list in [PermissionVocabulary.system, PermissionVocabulary.project, PermissionVocabulary.roles] {
            #expect(Set(list).count == list.count, "each once")
        }
    }

    @Test func rolesMayHaveWhatHarborsHave() {
        let all = Set(PermissionVocabulary.roles)
        for role in ProjectRole.allCases { #expect(role.permissions.isSubset(of: all), "\(role)") }
        #expect(RoleMatrix.harbor.visitor.isSubset(of: all))
        #expect(all.isSuperset(of: PermissionVocabulary.project))
    }

    @Test func builtInRolesAreDocumented() {
        #expect(Role.builtIn.map(\.id) == [1, 2, 3, 4, 5])
        #expect(Role.builtIn.map(\.permissions.count) == [75, 36, 20, 53, 14])
        for role in Role.builtIn { #expect(role.isBuiltIn && !role.description.isEmpty && !role.name.isEmpty) }
    }
}
