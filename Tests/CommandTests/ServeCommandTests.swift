import Foundation
import TestKit
import Testing

/// `cornerman serve`, begun and ended as a person or a supervisor does it.
@Suite struct ServeCommandTests {
    private let folder: TemporaryFolder
    private let cornerman: Program

    init() throws {
        folder = try TemporaryFolder()
        cornerman = Program(data: folder.url)
    }

    @Test(arguments: ["--port", "--content-port"])
    func `a port that is taken is said, with the option that chooses another`(option: String) throws {
        let (taken, port) = try Wire.listen()
        defer { close(taken) }
        let other = option == "--port" ? "--content-port" : "--port"
        let run = try cornerman("serve", option, "\(port)", other, "\(try Wire.freePort())")
        #expect(run.status == 69)
        #expect(
            run.errors.contains("Port \(port) of 127.0.0.1 is taken") && run.errors.contains("with \(option)."),
            "\(run.errors)")
    }

    static let refused: [(arguments: [String], status: Int32, sentence: String)] = [
        (["--port", "99999"], 64, "--port must lie between 1 and 65535"),
        (["--port", "0"], 64, "--port must lie between 1 and 65535"),
        (["--content-port", "-1"], 64, "--content-port"),
        (["--trusted-proxy", "proxy.example.com"], 64, "“proxy.example.com”"),
        (["--grace", "-1"], 64, "--grace"),
        (["--public", "/dev"], 69, "The web app is not in /dev"),
    ]

    @Test(arguments: refused)
    func `what cannot be served is said before anything is made`(
        arguments: [String], status: Int32, sentence: String
    ) throws {
        let run = try cornerman(["serve"] + arguments)
        #expect(run.status == status)
        #expect(run.errors.contains(sentence), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test func `an upload that never ends does not hold a server that is told to stop`() throws {
        #expect(try cornerman("person", "add", "Tom", "--external-id", "1", "--role", "trainer").status == 0)
        let token = try cornerman("token", "create", "1", "--scope", "all").output.filter { !$0.isNewline }
        let port = try Wire.freePort()
        let server = try RunningProgram(
            cornerman,
            [
                "serve", "--grace", "1", "--port", "\(port)", "--content-port", "\(try Wire.freePort())",
            ])
        _ = server.output(until: "Cornerman is at")
        let upload = try Wire.connect(to: port)
        defer { close(upload) }
        Wire.send(
            """
            POST /v1/imports?file_name=a.zip HTTP/1.1\r
            Host: a\r
            Authorization: Bearer \(token)\r
            Content-Length: 1000000\r
            \r

            """, on: upload)
        Wire.send(String(repeating: "x", count: 300_000), on: upload)
        let incoming = folder.url.appendingPathComponent("incoming").path
        while server.process.isRunning, try FileManager.default.contentsOfDirectory(atPath: incoming).isEmpty {
            Thread.sleep(forTimeInterval: 0.02)
        }
        // A byte now and then, so that the connection is never silent.
        let trickle = Thread {
            while !Thread.current.isCancelled {
                Wire.send("x", on: upload)
                Thread.sleep(forTimeInterval: 0.2)
            }
        }
        trickle.start()
        defer { trickle.cancel() }
        server.end()
        #expect(server.process.terminationReason == .exit)
        #expect(server.process.terminationStatus == 0)
    }
}
