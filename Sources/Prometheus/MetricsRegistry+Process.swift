extension MetricsRegistry {
    /// Adds the metrics that every process tells, under the names that Prometheus's own client libraries use.
    ///
    /// They are read from `/proc` when they are told; what isn't there is left out.
    package func addProcessMetrics() {
        counter("process_cpu_seconds_total", help: "Processor time used, in seconds.") {
            ProcessStatus.processorSeconds
        }
        gauge("process_resident_memory_bytes", help: "Memory held in RAM, in bytes.") { ProcessStatus.residentBytes }
        gauge("process_virtual_memory_bytes", help: "Memory addressed, in bytes.") { ProcessStatus.virtualBytes }
        gauge("process_open_fds", help: "Open file descriptors.") { ProcessStatus.openDescriptors }
        gauge("process_max_fds", help: "The most file descriptors that may be open.") {
            ProcessStatus.maximumDescriptors
        }
        gauge("process_threads", help: "Threads.") { ProcessStatus.threads }
        gauge("process_start_time_seconds", help: "When the process began, in seconds since 1970 UTC.") {
            ProcessStatus.startSeconds
        }
    }
}
