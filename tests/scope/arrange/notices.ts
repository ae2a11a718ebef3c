import type { Recipe, Spot } from './spot.ts'

/** What people were told: each one sees only the own. */
export const noticeRecipes: Record<string, Recipe> = {
  task: { table: 'notices.notices', arrange: (spot) => tell(spot, 'task'), seenBy: (caller) => `recipient_account_id = '${caller.accountId}'` },
  message: { table: 'notices.notices', arrange: (spot) => tell(spot, 'message'), seenBy: (caller) => `recipient_account_id = '${caller.accountId}'` },
}

/** Tells everyone who stands at the unit; gives the notice of the guardian officer where one stands there, else of the first by sign-in name. */
async function tell(spot: Spot, kind: 'task' | 'message'): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(`
    insert into notices.notices (city_id, id, scope_code, recipient_account_id, kind, title, body, link, due_on, source_verb, source_key, created_at)
    select a.city_id, gen_random_uuid(), a.scope_code, a.id, $3, $4, '', '', null, 'scope-walk', $5, now()
      from accounts.accounts a where a.city_id = $1 and a.unit_id = $2 order by exists (select 1 from accounts.grants g
        where g.city_id = a.city_id and g.account_id = a.id and g.role_code = 'guardian-officer' and g.revoked_at is null) desc, a.sign_in_name returning id`,
  [spot.cityId, spot.unit.id, kind, `请看${spot.mark}家的事`, String(spot.serial())])
  return rows[0]?.id ?? '00000000-0000-4000-8000-000000000000'
}
