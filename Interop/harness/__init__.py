"""What the interoperability tests share: a server to start, clients to drive and content to push."""
