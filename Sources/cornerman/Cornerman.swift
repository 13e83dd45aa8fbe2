import ArgumentParser
import Hummingbird
@main struct Cornerman: AsyncParsableCommand { func run() async throws { print("x") } }
