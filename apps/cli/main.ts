import { runCommandLine } from './run.ts'
import { processTerminal } from './terminal.ts'

// `npm run xinhuo -- <noun> <verb>`: what is done at the server, with or without a running program.

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, processTerminal)
