import type { z } from 'zod'
import type { AnonymousContext } from '#platform/http/context.ts'
import type { SetupState } from '../contract.ts'
import { hasCity } from './has-city.ts'

type Row = { role_code: string; role_name: string; used_at: Date | null }

/** Whether there is a city, and which administrators are still to be activated. Everybody may ask: nothing else is possible yet. */
export async function getSetupState(context: AnonymousContext): Promise<z.infer<typeof SetupState>> {
  const [isSetUp, activations] = await Promise.all([
    hasCity(context), context.pool.query<Row>('select role_code, role_name, used_at from access.list_activations()')])
  return {
    isEmpty: !isSetUp,
    administrators: activations.rows.map((row) => ({ role: row.role_code, roleName: row.role_name, isActivated: row.used_at !== null })),
  }
}
