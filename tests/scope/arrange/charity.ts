import { scopeLo } from '#platform/values/scope-code.ts'
import type { Recipe, Spot } from './spot.ts'

/**
 * Donors, gifts and published funds, on the books arranged beside them. The owner brings them there, since offices record no gifts; nobody in particular
 * drafted them, so that every accountant may confirm. A confirmed one is without journal where it is a service.
 */
export const charityRecipes: Record<string, Recipe> = {
  donor: { table: 'charity.donors', arrange: addDonor },
  gift: { table: 'charity.gifts', arrange: (spot) => addGift(spot) },
  confirmedgift: { table: 'charity.gifts', arrange: confirmGift },
  goodsgift: { table: 'charity.gifts', arrange: stockGift },
  agreement: { table: 'charity.agreements', arrange: addAgreement },
  qualification: { table: 'charity.qualifications', arrange: addQualification },
  campaign: { table: 'charity.campaigns', arrange: (spot) => addCampaign(spot, 'draft') },
  filedcampaign: { table: 'charity.campaigns', arrange: (spot) => addCampaign(spot, 'filed') },
  endedcampaign: { table: 'charity.campaigns', arrange: (spot) => addCampaign(spot, 'ended') },
  channelbill: { table: 'charity.channel_bills', arrange: addBill },
  billdifference: { table: 'charity.bill_differences', arrange: addDifference },
  openfund: { table: 'ledger.funds', arrange: addFund },
}

async function make(spot: Spot, text: string, more: readonly unknown[] = []): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(text, [spot.cityId, scopeLo(spot.unit.code), ...more])
  return rows[0]?.id ?? ''
}

/** Nobody's name is on it: the owner cannot seal. */
async function addDonor(spot: Spot): Promise<string> {
  return make(spot, `insert into charity.donors (city_id, id, scope_code, unit_id, kind, label, is_named, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, 'anonymous', $4, false, now(), now()) returning id`, [spot.unit.id, `匿名${spot.mark}`])
}

async function addFund(spot: Spot): Promise<string> {
  return make(spot, `insert into ledger.funds (city_id, id, scope_code, book_id, code, name, restriction, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, '日常', 'none', now()) returning id`, [await spot.need('book'), `o${spot.serial()}`])
}

/** Two instalments, the first of them late. */
async function addAgreement(spot: Spot): Promise<string> {
  const id = await make(spot, `insert into charity.agreements (city_id, id, scope_code, donor_id, kind, title, signed_on, total_fen, fund_id, purpose, status,
      created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, 'agreement', $4, '2026-03-02', 300, $5, '助学', 'open', now(), now()) returning id`,
  [await spot.need('donor'), `三年助学${spot.mark}`, await spot.need('openfund')])
  await spot.owner.query(`insert into charity.instalments (city_id, agreement_id, seq, scope_code, due_on, amount_fen)
    values ($1, $2, 1, $3, '2026-03-05', 100), ($1, $2, 2, $3, '2027-03-05', 200)`, [spot.cityId, id, scopeLo(spot.unit.code)])
  return id
}

/** Leave that holds whenever campaigns of the walk ask. */
async function addQualification(spot: Spot): Promise<string> {
  return make(spot, `insert into charity.qualifications (city_id, id, scope_code, book_id, number, granted_on, source, recorded_name, recorded_at)
    values ($1, gen_random_uuid(), $2, $3, $4, '2020-01-01', '证书原件', '试验', now()) returning id`, [await spot.need('book'), `公募${spot.serial()}`])
}

/** It asks this month; an ended one asked last month. */
async function addCampaign(spot: Spot, standing: 'draft' | 'filed' | 'ended'): Promise<string> {
  await spot.need('qualification')
  const [starts, ends] = standing === 'ended' ? ['2026-02-01', '2026-02-28'] : ['2026-03-16', '2026-03-31']
  return make(spot, `insert into charity.campaigns (city_id, id, scope_code, unit_id, book_id, fund_id, name, purpose, starts_on, ends_on, area, leader_name,
      office_address, ways, bank_account, beneficiaries, use_plan, cost_fen, surplus_rule, is_emergency, status, filed_on, filing_number, made_name,
      created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, '助学', $7, $8, '本地', '试验', '中心路', '转账', '银行', '学生', '学费', 0, '转入同类', false, $9, $10, $11, '试验', now(),
      now()) returning id`,
  [spot.unit.id, await spot.need('book'), await spot.need('openfund'), `募捐${spot.mark}`, starts, ends, standing === 'draft' ? 'draft' : 'filed',
    standing === 'draft' ? null : '2026-01-10', standing === 'draft' ? null : '备1'])
}

/** Of a day of its own, whose channel kept nothing. */
async function addBill(spot: Spot): Promise<string> {
  return make(spot, `insert into charity.channel_bills (city_id, id, scope_code, book_id, channel, billed_on, file_hash, payment_count,
      payment_fen, refund_count, refund_fen, fee_fen, fund_id, booked_on, loaded_name, loaded_at)
    values ($1, gen_random_uuid(), $2, $3, 'wechat', '2026-03-01'::date - ($5::text)::int, '\\x00', 0, 0, 0, 0, 0, $4, '2026-03-01', '试验', now())
    returning id`,
  [await spot.need('book'), await spot.need('openfund'), spot.serial()])
}

/** On a bill of its own. */
async function addDifference(spot: Spot): Promise<string> {
  return make(spot, `insert into charity.bill_differences (city_id, id, scope_code, bill_id, kind, line_kind, number, bill_fen, status)
    values ($1, gen_random_uuid(), $2, $3, 'unknown', 'payment', 'strange', 100, 'open') returning id`, [await addBill(spot)])
}

async function addGift(spot: Spot): Promise<string> {
  return make(spot, `insert into charity.gifts (city_id, id, scope_code, unit_id, book_id, donor_id, donor_kind, donor_label, form, amount_fen, fund_id,
      promised_on, status, made_name, created_at, updated_at)
    values ($1, gen_random_uuid(), $2, $3, $4, $5, 'anonymous', '匿名', 'money', 100, $6, '2026-03-02', 'draft', '试验', now(), now()) returning id`,
  [spot.unit.id, await spot.need('book'), await spot.need('donor'), await spot.need('openfund')])
}

/** Without the wall of a month between: the journal is the one of the books' own voucher. */
async function confirmGift(spot: Spot): Promise<string> {
  const id = await addGift(spot)
  const [book, fund] = [await spot.need('book'), await spot.need('openfund')]
  const journal = await make(spot, `with journal as (
      insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key, request_hash, line_count, source, source_id,
        posted_name, posted_at)
      values ($1, gen_random_uuid(), $2, $3, 202603, '2026-03-09', 'ordinary', '收到捐赠', 'gift/' || $5::uuid::text, '\\x00', 2, 'charity.gift', $5::uuid,
        '试验', now()) returning id),
    lines as (insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, fund_id,
        restriction, epoch)
      select $1, journal.id, case when a.code = '1002' then 1 else 2 end, $2, $3, 202603, '2026-03-09', 'ordinary', a.id,
        case when a.code = '1002' then 'debit' else 'credit' end, case when a.code = '1002' then 100 else -100 end, '收到捐赠', $4, 'none', 0
        from journal, ledger.accounts a where a.city_id = $1 and a.book_id = $3 and a.code in ('1002', '4101'))
    select id from journal`, [book, fund, id])
  await spot.owner.query(`update charity.gifts set status = 'confirmed', received_on = '2026-03-09', journal_id = $3, confirmed_name = '试验',
      trace_code = '1-' || upper(left(md5(id::text), 16)), channel = 'bank', account_id = $4 where city_id = $1 and id = $2`,
  [spot.cityId, id, journal, await spot.need('bankaccount')])
  return id
}

/** Ten pieces in stock. */
async function stockGift(spot: Spot): Promise<string> {
  const id = await confirmGift(spot)
  await spot.owner.query(`update charity.gifts set form = 'goods', item = '书包', quantity = 10, counted_in = '个', value_basis = '发票',
      channel = null, account_id = null
    where city_id = $1 and id = $2`, [spot.cityId, id])
  await make(spot, `insert into charity.batches (city_id, id, scope_code, gift_id, quantity, left_quantity, value_fen, left_fen)
    values ($1, gen_random_uuid(), $2, $3, 10, 10, 100, 100) returning id`, [id])
  return id
}
