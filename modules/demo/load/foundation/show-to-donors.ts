import type pg from 'pg'
import { sealObject } from '#modules/aid/queries/row-key.ts'
import { addDays } from '#platform/values/local-date.ts'
import { givingEnterprise } from '../../rules/foundation/gifts.ts'
import { idOf, type LoadFrame } from '../frame.ts'

/** What a donor finds on the own page beside the gifts: pages of the funds it gave to, the account for transfers, and wishes it took on. */
export async function showToDonors(
  client: pg.Client, frame: LoadFrame, { donorId, fundIds }: { donorId: string; fundIds: readonly string[] },
): Promise<void> {
  await publishFunds(client, frame, fundIds)
  await client.query(`insert into platform.settings (city_id, name, valid_from, value, source) values ($1, 'charity.bank-transfer', $2, $3, '演示城市')`,
    [frame.cityId, addDays(frame.today, -400), JSON.stringify('户名：演示关心下一代基金会\n开户行：演示银行\n账号：演示账号，请勿转账')])
  await giveClaims(client, frame, donorId)
}

async function publishFunds(client: pg.Client, frame: LoadFrame, fundIds: readonly string[]): Promise<void> {
  const on = addDays(frame.today, -200)
  const ids = fundIds.map((fundId) => idOf(frame, `published-fund/${fundId}`, on))
  await client.query(`insert into charity.published_funds (city_id, id, fund_id, name, holder_name, words, published_on)
    select $1, p.id, f.id, f.name, b.name, '捐赠收支在这里公开，每一分钱都查得到去向。', $4 from unnest($2::uuid[], $3::uuid[]) as p (id, fund_id)
      join ledger.funds f on f.city_id = $1 and f.id = p.fund_id join ledger.books b on b.city_id = $1 and b.id = f.book_id`,
  [frame.cityId, ids, fundIds, on])
}

type Claim = { id: string; wrappedKey: Buffer }

/** One wish that waits and two that came true were taken on by the enterprise. */
async function giveClaims(client: pg.Client, frame: LoadFrame, donorId: string): Promise<void> {
  const sealing = { actor: { cityId: frame.cityId }, installation: { masterKeys: frame.masterKeys } }
  const { rows } = await client.query<Claim>(`
    (select id, wrapped_key as "wrappedKey" from aid.claims where city_id = $1 and status = 'living' order by claimed_on desc, id limit 1)
    union all (select id, wrapped_key from aid.claims where city_id = $1 and status = 'fulfilled' order by ended_on desc, id limit 2)`, [frame.cityId])
  const { name, contactName, phone } = givingEnterprise
  for (const { id, wrappedKey } of rows) {
    await client.query(`update aid.claims set donor_id = $3, donor_kind = 'enterprise', sealed_donor = $4 where city_id = $1 and id = $2`,
      [frame.cityId, id, donorId, sealObject(sealing, { id, wrappedKey }, 'donor', { name, contact: `${contactName} ${phone}` })])
  }
}
