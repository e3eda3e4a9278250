import BlobStorage
import FoundationEssentials
import OCI

extension BlobStorageConformance {
    /// Listing what is there, a page at a time.
    static let listing: [BlobStorageConformance] = [
        .opened("objects are listed in key order, whatever the length of a page") { storage in
            var expected: [ObjectKey: Int64] = [:]
            for number in 0..<20 {
                let digest = try TestContent.digest(number / 2, algorithm: number % 3 == 0 ? .sha512 : .sha256)
                let key = try await storage.store(TestContent.bytes(number), as: digest)
                expected[key] = Int64(number)
            }
            for limit in [1, 3, 7, 19, 20, 21, 1000] {
                var listed: [ObjectInformation] = []
                while case let page = try await storage.listObjects(after: listed.last?.key, limit: limit),
                    !page.isEmpty
                {
                    try expect(page.count <= limit, is: true, "a page of at most \(limit)")
                    listed += page
                    if page.count < limit { break }
                }
                try expect(listed.map(\.key), is: expected.keys.sorted(), "keys in pages of \(limit)")
                try expect(listed.map(\.size), is: listed.map { expected[$0.key] ?? -1 }, "sizes in pages of \(limit)")
            }
            try expect(await storage.listObjects(after: nil, limit: 0), is: [], "a page of none")
        },
        .opened("a listing goes on behind a key that isn't there") { storage in
            var keys: [ObjectKey] = []
            for number in 0..<6 { keys.append(try await storage.store([1], as: TestContent.digest(number))) }
            keys.sort()
            _ = try await storage.deleteObjects([keys[2]])
            let expectations: [(String, ArraySlice<ObjectKey>)] = [
                ("blobs/0", keys[0...1] + keys[3...]),
                ("blobs/sha256", keys[0...1] + keys[3...]),
                (keys[2].description, keys[3...]),
                (keys[5].description, []),
                ("blobs/sha256/zz", []),
                ("uploads/0", []),
            ]
            for (after, expected) in expectations {
                let listed = try await storage.listObjects(after: ObjectKey(after), limit: 10)
                try expect(listed.map(\.key), is: Array(expected), "what comes after \(after)")
            }
        },
        .opened("partial objects are listed until they are finished or cancelled, and no longer") { storage in
            var partials: [PartialObject] = []
            for _ in 0..<5 { partials.append(try await storage.append([1], to: storage.beginObject(), at: 0)) }
            try expect(await storage.listPartialObjects(after: nil, limit: 10).count, is: 5, "partial objects")
            try expect(await storage.listObjects(after: nil, limit: 10), is: [], "objects")
            _ = try await storage.finishObject(partials[0], digest: TestContent.digest(1), size: 1)
            try await storage.cancelObject(partials[1])
            try expect(await storage.listPartialObjects(after: nil, limit: 10).count, is: 3, "those that are left")
        },
        .opened("a collector pages through the partial objects and cancels what it finds") { storage in
            for _ in 0..<7 { _ = try await storage.append([1], to: storage.beginObject(), at: 0) }
            let key = try await storage.store([1], as: TestContent.digest(1))
            var listed: [PartialObject] = []
            for length in [3, 3, 1] {
                let page = try await storage.listPartialObjects(after: listed.last, limit: 3)
                try expect(page.count, is: length, "the length of a page")
                listed += page.map(\.partial)
            }
            try expect(listed, is: listed.sorted { $0.encoded < $1.encoded }, "all pages")
            for partial in listed { try await storage.cancelObject(partial) }
            try expect(await storage.listPartialObjects(after: nil, limit: 10), is: [], "those that are left")
            try await storage.expectContent(of: key, is: [1], "an object")
        },
        .opened("ages are told by a clock that agrees with the caller's within a minute") { storage in
            let minute: Int64 = 60_000_000
            let before = currentMicroseconds()
            try await storage.store([1], as: TestContent.digest(1))
            _ = try await storage.append([1], to: storage.beginObject(), at: 0)
            let object = try await storage.listObjects(after: nil, limit: 1).first?.modified ?? 0
            let partial = try await storage.listPartialObjects(after: nil, limit: 1).first?.modified ?? 0
            let after = currentMicroseconds()
            for time in [object, partial] {
                let isNow = (before - minute...after + minute).contains(time)
                try expect(isNow, is: true, "an age of \(time) between \(before) and \(after)")
            }
        },
    ]

    private static func currentMicroseconds() -> Int64 {
        Int64(Date.now.timeIntervalSince1970 * 1_000_000)
    }
}
