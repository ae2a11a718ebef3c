import type pg from 'pg'
import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/crypto/id.ts'
import { closeGathering, openGathering, sendGathered, sentWrites } from '#platform/database/gathered.ts'
import { kyselyOf } from '#platform/database/kysely.ts'
import { roles } from '#platform/database/prepare.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { systemActor } from '#platform/jobs/run-as-city.ts'
import type { Installation } from '#platform/settings/installation.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { LoadFrame } from '../frame.ts'
import { nameFacts } from './name-facts.ts'
import { dateTraces, lastPlace, type Traces } from './traces.ts'

/** Somebody of the demo acts on a day (2026-03-16, in the morning) or in a minute (2026-03-16T09:30), by the commands of the program. */
export type Act = <T>(name: string, at: string, work: (context: Context) => Promise<T>) => Promise<T>
/** What acting stands on: whose city, and the jobs that follow what is done. The name tells the facts of one stage from those of another. */
export type Stage = { name: string; frame: LoadFrame; installation: Installation; jobs?: readonly JobDefinition[] }

type ActorRow = Omit<Actor, 'permissions' | 'unit' | 'cityId' | 'sessionId' | 'mustChangePassword'> & Actor['unit'] & { unitId: string; permissions: string[] }
type Played = { connection: pg.PoolClient; stage: Stage; actors: Map<string, Actor>; facts: string[]; place: string }

/**
 * People of the demo act within the transaction that loads it: what takes many hands to come about is done by the program itself, in the range of who
 * acts, and is kept or lost with the rest. What is left of an act – audit rows, facts – bears its time, and jobs that listen follow at once.
 */
export async function letAct(client: pg.Client, stage: Stage, work: (act: Act) => Promise<void>): Promise<void> {
  const played: Played = { connection: inTurn(client), stage, actors: new Map(), facts: [], place: await lastPlace(client, stage.frame) }
  openGathering(played.connection)
  try {
    await work(async (name, at, act) => {
      const actor = played.actors.get(name) ?? await readActor(client, stage.frame.cityId, name)
      played.actors.set(name, actor)
      return perform(played, { actor, role: roles.app, now: momentOf(stage.frame, at) }, act)
    })
  } finally {
    closeGathering(played.connection)
  }
  await nameFacts(client, stage, played.facts)
}

type Scene = { actor: Actor; role: string; now: Date }

/** One act as a request would be: in the range of the actor, signed in as the program, to the end. Then the jobs that listen. */
async function perform<T>(played: Played, { actor, role, now }: Scene, act: (context: Context) => Promise<T>): Promise<T> {
  const { connection, stage: { frame, installation } } = played
  await connection.query(`select access.set_scope($1, $2, $3, $4), set_config('role', $5, true)`,
    [actor.cityId, actor.scopeLo, actor.scopeHi, actor.accountId === '' ? null : actor.accountId, role])
  const done = await act({
    tx: kyselyOf(connection), actor, today: dayInChina(now), now, installation,
    request: { id: newId(), address: '', device: '', idempotencyKey: null, setSessionToken: () => {} },
  })
  sendGathered(connection)
  await Promise.all(sentWrites(connection))
  // What a commit would check is checked in the range of who acted: at the end of the load it would be somebody else's.
  await connection.query('set constraints all immediate; set constraints all deferred; set local role none')
  const traces = await dateTraces(connection, frame, { now, after: played.place })
  for (const { id, position } of traces.facts) {
    played.facts.push(id)
    if (BigInt(position) > BigInt(played.place)) played.place = position
  }
  await follow(played, traces, now)
  return done
}

async function follow(played: Played, { events }: Traces, now: Date): Promise<void> {
  const { jobs = [], frame } = played.stage
  const woken = events.flatMap((event) => jobs.filter(({ listensTo }) => listensTo?.includes(event.verb)).map((job) => ({ job, event })))
  if (woken.length === 0) return
  await perform(played, { actor: systemActor(frame.cityId), role: roles.worker, now }, async (context) => {
    for (const { job, event } of woken) await job.run(context, event)
  })
}

/** The instant of a day, in the morning, or of a minute in China; nothing of today lies ahead, whenever the city is loaded. */
function momentOf({ today }: LoadFrame, at: string): Date {
  const [day = '', minute] = at.split('T')
  return new Date(`${day}T${minute ?? (day === today ? '00:00' : '10:00')}:00+08:00`)
}

/** The one connection of the load stands in for one of a pool: nobody gives it back, and one statement waits for the other. */
function inTurn(client: pg.Client): pg.PoolClient {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...parts: Parameters<pg.Client['query']>) => {
    const next = last.then(() => client.query(...parts))
    last = next.catch(() => undefined)
    return next
  }
  return { query } as unknown as pg.PoolClient
}

async function readActor(client: pg.Client, cityId: number, name: string): Promise<Actor> {
  const { rows: [row] } = await client.query<ActorRow>(`
    select a.id as "accountId", a.person_name as "personName", a.volunteer_id as "volunteerId", g.id as "grantId", g.role_code as "roleCode",
           u.id as "unitId", u.code, u.name, u.level, u.kind, u.scope_lo::text as "scopeLo", u.scope_hi::text as "scopeHi",
           array(select p.permission from accounts.role_permissions p where p.role_code = g.role_code) as permissions
      from accounts.accounts a join accounts.grants g on g.city_id = a.city_id and g.account_id = a.id
      join organization.units u on u.city_id = g.city_id and u.id = g.unit_id
     where a.city_id = $1 and a.sign_in_name = $2 order by g.id limit 1`, [cityId, name])
  if (row === undefined) throw new Error(`nobody signs in as ${name}`)
  const { unitId, code, name: unitName, level, kind, permissions, ...actor } = row
  const unit = { id: unitId, code, name: unitName, level, kind }
  return { ...actor, cityId, sessionId: newId(), mustChangePassword: false, unit, permissions: new Set(permissions) }
}
