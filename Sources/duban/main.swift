import CommandLine

Program.runWholeProcess()
