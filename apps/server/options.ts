import path from 'node:path'
import { StartRefused } from '#platform/database/open.ts'

/** What the person at the server asked for. */
export type ServerSettings = {
  host: string
  port: number
  dataFolder: string
  databaseUrl: string | undefined
  /** Start without the demo city. */
  empty: boolean
  isLoopback: boolean
  /** Requests a minute and address; a proxy that hides the addresses of a whole office wants more. */
  requestsPerMinute: number
}

/** Reads arguments and environment. */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): ServerSettings {
  const unknown = args.find((argument) => argument !== '--empty')
  if (unknown !== undefined) throw new StartRefused({ zh: `不认识的参数 ${unknown}，可用：--empty。`, en: `Unknown argument ${unknown}; known: --empty.` })
  const host = environment['HOST'] ?? '127.0.0.1'
  const port = Number(environment['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartRefused({ zh: 'PORT 应为 1–65535 之间的整数。', en: 'PORT must be a whole number between 1 and 65535.' })
  }
  return {
    host, port, dataFolder: path.resolve(environment['XINHUO_DATA'] ?? 'data'), databaseUrl: environment['DATABASE_URL'] || undefined,
    empty: args.includes('--empty'), requestsPerMinute: Number(environment['XINHUO_REQUESTS_PER_MINUTE'] ?? 1200),
    isLoopback: ['127.0.0.1', '::1', 'localhost'].includes(host),
  }
}
