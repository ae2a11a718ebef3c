import { runCommandLine } from './run.ts'
import { processTerminal } from './terminal.ts'

// `npm run xinhuo -- <noun> <verb>`: what is done at the server, with or without a running program.

// Ctrl+C ends at once and in order: what runs is rolled back, a database started for the command stops, what is half written is removed.
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
  process.once(signal, () => {
    processTerminal.error('已中断，没有写完的不会保留；已交给后台的导入会继续。  Interrupted; what was half written is not kept, an import handed to the server goes on.')
    process.exit(code)
  })
}

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, processTerminal)
