import type { AnonymousContext } from '#platform/http/context.ts'

/** Whether the installation has a city. */
export async function hasCity(context: AnonymousContext): Promise<boolean> {
  const { rows } = await context.pool.query('select city_id from access.list_cities()')
  return rows.length > 0
}
