import Admission
import Events
import OCI
import SQL
import Time

extension QuotaService {
    /// Tells of a push that was refused for its size, in a transaction of its own: that of the push is undone. Nobody
    /// waits for the telling to succeed.
    func tell(_ refusal: Refusal) async {
        guard case .quotaExceeded = refusal.error else { return }
        let artifacts = refusal.digest.map { [EventArtifact(digest: $0, tag: refusal.tag)] } ?? []
        await tell(
            refusal.error,
            of: QuotaNoticeSubject(
                projectID: refusal.place.projectID, repositoryName: refusal.place.name.description,
                artifacts: artifacts, operatorName: refusal.operatorName))
    }

    /// Tells of a refusal, once in its interval.
    func tell(_ error: AdmissionError, of subject: QuotaNoticeSubject) async {
        let (now, project, notice) = (clock.now, subject.projectID, QuotaNotice.exceeded(error))
        // Who is refused again and again doesn't write to the database each time.
        let last = now.advanced(bySeconds: -notice.interval)
        guard !told.isTold(project, since: last, now: now),
            (try? await database.read { try EventStore.isWanted(notice.kind, projectID: project, on: $0) }) == true
        else { return }
        let isTold = try? await database.write { connection in
            try QuotaNoticeStore.tell(notice, of: subject, now: now, on: connection)
        }
        // Another process may have told.
        if isTold != nil { told.note(project, at: now) }
    }
}
