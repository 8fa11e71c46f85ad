import CommandLine

await Program.runWholeProcess()
