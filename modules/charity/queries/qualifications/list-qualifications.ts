import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { Qualification } from '../../contract.ts'
import { readQualifications } from './qualification-rows.ts'

/** By which leave the bodies of the range ask the public, also what holds no more. */
export async function listQualifications(context: Context): Promise<{ items: Qualification[] }> {
  mustReadGifts(context.actor)
  return { items: await readQualifications(context, sql`true`) }
}
