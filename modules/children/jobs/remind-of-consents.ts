import { sql } from 'kysely'
import { sendToUnitRole } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { usualRenewalDays } from '../rules/consents.ts'
import { consentKindNames } from '../rules/words.ts'

/** Each morning: consents that end within the days of notice become a task of their unit, unless a later one for the same purpose stands already. */
export const remindOfConsentsJob: JobDefinition = { name: 'remind-of-consents', schedule: '40 2 * * *', run: (context) => remindOfConsents(context) }

type Ending = { id: string; childId: string; unitId: string; maskedName: string; kind: keyof typeof consentKindNames; untilOn: string }

/** Reminds of every consent once. */
export async function remindOfConsents(context: Context): Promise<void> {
  for (const { id, childId, unitId, maskedName, kind, untilOn } of await listEnding(context)) {
    await sendToUnitRole(context, { unitId, permission: 'child.correct' }, {
      title: `${maskedName}的“${consentKindNames[kind]}”同意${formatChinese(untilOn)}到期，请与监护人商定是否续签`,
      body: '到期后没有新的同意，相应的帮扶、公开或共享须停止。', link: `/children/${childId}`, task: { dueOn: untilOn },
      source: { verb: 'remind-of-consents', key: id, kind: 'consent', id },
    })
  }
}

async function listEnding({ tx, actor, today }: Context): Promise<Ending[]> {
  const settings = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'children.consent-renewal-days' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  const days = Number(settings.rows[0]?.value)
  const last = addDays(today, Number.isInteger(days) && days > 0 && days <= 366 ? days : usualRenewalDays)
  const { rows } = await sql<Ending>`
    select consent.id, consent.child_id, child.unit_id, child.masked_name, consent.kind, consent.until_on
      from children.consents consent join children.children child on child.city_id = ${actor.cityId} and child.id = consent.child_id
     where consent.city_id = ${actor.cityId} and consent.until_on between ${today}::date and ${last}::date and consent.withdrawn_on is null
       and child.status = 'registered'
       and not exists (select from children.consents later where later.city_id = ${actor.cityId} and later.child_id = consent.child_id
         and later.kind = consent.kind and later.withdrawn_on is null and later.from_on <= consent.until_on + 1
         and (later.until_on is null or later.until_on > consent.until_on))
     order by consent.until_on, consent.id`.execute(tx)
  return rows
}
