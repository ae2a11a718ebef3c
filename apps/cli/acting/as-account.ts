import type { FastifyInstance } from 'fastify'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import { runAsActor } from '#platform/http/bind.ts'
import { problemOf } from '#platform/http/problem.ts'
import { buildServer } from '#platform/http/server.ts'
import { newSessionToken, sessionCookie } from '#platform/http/session-token.ts'
import { openGround, type RunningGround } from '#apps/server/ground.ts'
import { modules } from '#apps/server/modules.ts'
import { CommandRefused, sayTo, type Call } from '../command.ts'
import { mustExist } from '../installation.ts'

/** What a command asks of the product, as a browser would. */
export type Asking = { server: FastifyInstance; cookie: string }

/**
 * Lets a command use the product as one of its accounts: every request goes the way of a browser's, through session, rights, validation and
 * audit. Whoever holds the server needs no password; that the command line was used is recorded under the account.
 */
export async function asAccount<T>(call: Call, command: string, work: (asking: Asking) => Promise<T>): Promise<T> {
  mustExist(call)
  const { dataFolder, databaseUrl, terminal } = call
  const ground = await openGround({ dataFolder, databaseUrl, attach: true, say: sayTo(terminal) })
  try {
    const token = await openSession(ground, call.values['as'] ?? '')
    await recordUse(ground, token, command)
    const server = await buildServer({ modules, ground, pageFolder: null, requestsPerMinute: 1_000_000 })
    const asking: Asking = { server, cookie: `${sessionCookie}=${token.text}` }
    try {
      return await work(asking)
    } finally {
      await server.inject({ method: 'DELETE', url: '/api/sessions/current', headers: { cookie: asking.cookie } })
      await server.close()
    }
  } finally {
    await ground.stop()
  }
}

async function openSession({ pool }: RunningGround, name: string) {
  const { rows } = await pool.query<{ city_id: number; account_id: string }>('select city_id, account_id from access.find_credential($1)', [name])
  const [account] = rows
  if (account === undefined || rows.length > 1) {
    throw new CommandRefused({ zh: `没有登录名为“${name}”的账号，请核对。`, en: `There is no account "${name}".` })
  }
  const token = newSessionToken(account.city_id)
  const opened = await pool.query<{ ok: boolean }>('select access.open_session($1, $2, $3, $4, 3600, 3600, $5, $6) as ok',
    [account.city_id, account.account_id, newId(), token.hash, '127.0.0.1', '命令行'])
  if (opened.rows[0]?.ok === true) return token
  throw new CommandRefused({ zh: `账号“${name}”现在没有任何角色，不能操作。`, en: `The account "${name}" holds no role now.` })
}

async function recordUse(ground: RunningGround, token: ReturnType<typeof newSessionToken>, command: string): Promise<void> {
  const request = { id: newId(), address: '127.0.0.1', device: '命令行', idempotencyKey: null, setSessionToken: () => {} }
  try {
    await runAsActor({ request, token, meta: {} }, ground, (context) => recordAudit(context, {
      verb: 'command-line.used', subjectKind: 'account', subjectId: context.actor.accountId, details: { command },
    }))
  } catch (error) {
    const { status, message, code } = problemOf(error)
    throw status === 500 ? error : new CommandRefused({ zh: message, en: `Refused: ${code}.` })
  }
}
