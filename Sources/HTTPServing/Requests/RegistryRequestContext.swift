package import Hummingbird
package import Logging
package import NIOCore

/// What travels with a request through the routes: its connection, its record and a logger.
package struct RegistryRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The connection's channel, or the stream's on HTTP/2: bodies write to it directly.
    package let channel: any Channel
    /// The record that metrics and the access log read when the response is out.
    package let exchange: Exchange
    /// How the server was reached and who may speak for a client.
    package let origin: RequestOrigin

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        exchange = source.exchange
        origin = source.origin
    }

    /// What a context is made from.
    package struct Source: RequestContextSource {
        package let logger: Logger
        package let channel: any Channel
        package let exchange: Exchange
        package let origin: RequestOrigin

        package init(logger: Logger, channel: any Channel, exchange: Exchange, origin: RequestOrigin) {
            self.logger = logger
            self.channel = channel
            self.exchange = exchange
            self.origin = origin
        }
    }
}
