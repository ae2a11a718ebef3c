import type { TestCity } from './open.ts'

/** Two transactions that meet: the first has done its work and not yet committed when the second begins; it commits once the second waits or has answered. */
export async function meet<First, Second>(city: TestCity, first: (untilMet: () => Promise<void>) => Promise<First>, second: () => Promise<Second>) {
  const { promise: done, resolve: say } = Promise.withResolvers<void>()
  const { promise: commit, resolve: letGo } = Promise.withResolvers<void>()
  const one = first(async () => {
    say()
    await commit
  })
  await Promise.race([done, one])
  const other = second()
  await Promise.race([untilSomebodyWaits(city), other.catch(() => {})])
  letGo()
  return Promise.allSettled([one, other])
}

async function untilSomebodyWaits(city: TestCity): Promise<void> {
  for (;;) {
    const { rows } = await city.owner.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    if (rows.length > 0) return
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}
