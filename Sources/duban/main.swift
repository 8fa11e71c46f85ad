import CommandLine

let status = await Program.run(Array(Swift.CommandLine.arguments.dropFirst()))
Machine.exit(status.rawValue)
