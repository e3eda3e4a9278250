import Listing

/// The `Link` header of a list: where the pages before and after lie, in Harbor's form.
struct PageLinks {
    let page: Page
    let total: Int64

    /// The header's value, `<path?page=1&page_size=10>; rel="prev" , <…>; rel="next"`; nil without any other page.
    func header(path: String, query: String?) -> String? {
        guard let size = page.size else { return nil }
        let rest = (query ?? "").split(separator: "&").filter {
            !$0.hasPrefix("page=") && !$0.hasPrefix("page_size=")
        }
        // The query is the client's own, but a header must not end early.
        let kept = rest.map(String.init).filter {
            $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ">") }
        }
        func link(_ number: Int, _ relation: String) -> String {
            let parameters = ["page=\(number)", "page_size=\(size)"] + kept
            return "<\(path)?\(parameters.joined(separator: "&"))>; rel=\"\(relation)\""
        }
        var links: [String] = []
        if page.number > 1 { links.append(link(page.number - 1, "prev")) }
        if Int64(page.number) * Int64(size) < total { links.append(link(page.number + 1, "next")) }
        return links.isEmpty ? nil : links.joined(separator: " , ")
    }
}
