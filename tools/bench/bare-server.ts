import http from 'node:http'
import pg from 'pg'
import { randomUUID } from 'node:crypto'
import type { Statement } from '#platform/testing/statements.ts'

// The bare limit: node:http and pg, the same SQL with the same unit filter on the same tables, without policies, validation, audit.
// Started as a process of its own: `node bare-server.ts <url>`; routes arrive as JSON lines on standard input.

/** What a path of the bare server does. */
export type BareRoute = {
  path: string
  statements: Statement[]
  /** begin, the statements, one row into public.bench_reads, commit. */
  recordsRead?: boolean
  /** begin, one insert, commit; the id in the first value is made anew, and what the request brings stands in its place: value → field of the body. */
  insert?: Statement & { brought: Record<number, string> }
}

const pool = new pg.Pool({ connectionString: process.argv[2], max: 8 })
pool.on('error', () => {})
const routes = new Map<string, BareRoute>()

const server = http.createServer((request, response) => {
  const route = routes.get(request.url ?? '')
  const answer = route === undefined ? Promise.resolve({ status: 404, body: {} }) : bodyOf(request).then((body) => run(route, body))
    .then((body) => ({ status: 200, body }), (error: Error) => ({ status: 500, body: { error: error.message } }))
  void answer.then(({ status, body }) => {
    const text = JSON.stringify(body)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
  })
})

async function bodyOf(request: http.IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return text === '' ? {} : JSON.parse(text) as Record<string, unknown>
}

async function run(route: BareRoute, body: Record<string, unknown>): Promise<unknown> {
  const { insert } = route
  if (insert !== undefined) {
    const values = insert.values.map((value, index) => (index === 0 ? randomUUID() : body[insert.brought[index] ?? ''] ?? value))
    return inTransaction((client) => client.query(insert.text, values))
  }
  if (route.recordsRead !== true) return (await Promise.all(route.statements.map((statement) => pool.query(statement.text, statement.values))))
    .map((answer) => answer.rows)
  return inTransaction(async (client) => {
    const rows = []
    for (const statement of route.statements) rows.push((await client.query(statement.text, statement.values)).rows)
    await client.query('insert into public.bench_reads (id, at) values ($1, now())', [randomUUID()])
    return rows
  })
}

async function inTransaction(work: (client: pg.PoolClient) => Promise<unknown>): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}

process.stdin.setEncoding('utf8')
let rest = ''
process.stdin.on('data', (chunk) => {
  const lines = `${rest}${String(chunk)}`.split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) {
    const route = JSON.parse(line, reviveBuffers) as BareRoute
    routes.set(route.path, route)
    process.stdout.write(`route ${route.path}\n`)
  }
})
process.stdin.on('end', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`port ${typeof address === 'object' ? address?.port : ''}\n`)
})

function reviveBuffers(_key: string, value: unknown): unknown {
  const isBuffer = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
  return isBuffer ? Buffer.from(value.data as number[]) : value
}
