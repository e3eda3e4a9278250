/// Where calls wait until so many of them are there, or until it takes too long.
actor Meeting {
    private let size: Int
    private let patience: Duration
    private var present = 0
    /// The most that were ever there at once.
    private(set) var most = 0

    init(of size: Int, patience: Duration = .seconds(600)) {
        self.size = size
        self.patience = patience
    }

    /// Waits until as many others are there, once; later calls pass.
    func wait() async {
        present += 1
        most = max(most, present)
        let start = ContinuousClock.now
        while most < size, start.duration(to: .now) < patience { try? await Task.sleep(for: .milliseconds(2)) }
        present -= 1
    }
}
