/// What a file is, by the end of its name. Browsers are told not to guess, so that what is missing here is a download.
enum MediaTypes {
    /// The content type of a file. HTML, CSS and scripts say their own encoding.
    static func type(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return unknown }
        return table[name[name.index(after: dot)...].lowercased()] ?? unknown
    }

    static let unknown = "application/octet-stream"

    private static let table: [String: String] = [
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml", "css": "text/css",
        "js": "text/javascript", "mjs": "text/javascript", "cjs": "text/javascript", "json": "application/json",
        "map": "application/json", "jsonld": "application/ld+json", "xml": "application/xml", "xsd": "application/xml",
        "dtd": "application/xml-dtd", "xsl": "application/xslt+xml", "xslt": "application/xslt+xml",
        "wasm": "application/wasm", "webmanifest": "application/manifest+json", "appcache": "text/cache-manifest",
        "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
        "markdown": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "tsv": "text/tab-separated-values; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
        "srt": "text/plain; charset=utf-8", "ics": "text/calendar; charset=utf-8", "rtf": "application/rtf",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "jpe": "image/jpeg", "gif": "image/gif",
        "svg": "image/svg+xml", "svgz": "image/svg+xml", "webp": "image/webp", "avif": "image/avif",
        "bmp": "image/bmp", "ico": "image/vnd.microsoft.icon", "cur": "image/vnd.microsoft.icon", "tif": "image/tiff",
        "tiff": "image/tiff", "apng": "image/apng", "jfif": "image/jpeg",
        "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg", "mov": "video/quicktime",
        "avi": "video/x-msvideo", "wmv": "video/x-ms-wmv", "mpg": "video/mpeg", "mpeg": "video/mpeg",
        "mkv": "video/x-matroska", "flv": "video/x-flv", "m3u8": "application/vnd.apple.mpegurl", "ts": "video/mp2t",
        "mpd": "application/dash+xml",
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "ogg": "audio/ogg", "oga": "audio/ogg",
        "opus": "audio/ogg", "wav": "audio/wav", "weba": "audio/webm", "flac": "audio/flac", "mid": "audio/midi",
        "midi": "audio/midi",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
        "eot": "application/vnd.ms-fontobject",
        "pdf": "application/pdf", "epub": "application/epub+zip", "zip": "application/zip",
        "gz": "application/gzip", "tar": "application/x-tar", "swf": "application/vnd.adobe.flash.movie",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation",
    ]
}
