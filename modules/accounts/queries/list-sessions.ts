import { sql } from 'kysely'
import type { z } from 'zod'
import { anyoneMay } from '#platform/access/permission.ts'
import type { Context } from '#platform/http/context.ts'
import type { Device } from '../contract.ts'

type Row = { id: string; createdAt: Date; lastSeenAt: Date; address: string; device: string }

/** The person's own signed-in browsers. */
export async function listSessions(context: Context): Promise<{ items: z.infer<typeof Device>[] }> {
  anyoneMay(context.actor)
  const { rows } = await sql<Row>`select * from access.list_sessions()`.execute(context.tx)
  return { items: rows.map((row) => ({ ...row, isCurrent: row.id === context.actor.sessionId })) }
}
