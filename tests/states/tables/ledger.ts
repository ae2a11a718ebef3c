import { commitmentStatuses, voucherStatuses } from '#modules/ledger/contract.ts'
import { recipeOf } from '../../scope/arrange/recipes.ts'
import type { Machine } from '../machine.ts'
import { moneyPeople } from '../people.ts'
import type { Stage } from '../stage.ts'
import { beside } from '../states.ts'

const money = { triedBy: moneyPeople } as const
const month = 202603

/** A record beside the others, changed by the owner as a payment, a job or the passing of days would. */
const turned = (kind: string, change: string) => async (stage: Stage): Promise<string> => {
  const id = await beside(kind)(stage)
  await stage.scene.owner.query(`update ${recipeOf(kind).table} set ${change} where city_id = $1 and id = $2`, [stage.spot.cityId, id])
  return id
}

/** A paper of its own for the voucher that is tried. */
async function paperOf({ scene, spot }: Stage, voucherId: string | undefined): Promise<{ paperId: string }> {
  const { rows } = await scene.owner.query<{ id: string }>(`
    insert into ledger.attachments (city_id, id, scope_code, voucher_id, wrapped_key, file_key, media_type, extension, title, attached_at)
    select city_id, gen_random_uuid(), scope_code, id, '\\x00', 'none', 'image/png', 'png', '发票', now() from ledger.vouchers
     where city_id = $1 and id = $2 returning id`, [spot.cityId, voucherId])
  return { paperId: rows[0]?.id ?? '' }
}

const vouchers: Machine = {
  name: 'voucher', contract: voucherStatuses, ...money,
  states: {
    draft: beside('voucher'), submitted: beside('submittedvoucher'), reviewed: beside('reviewedvoucher'), posted: beside('postedvoucher'),
    discarded: beside('voucher', ['ledger.discardVoucher', 'accountant']),
  },
  operations: {
    'ledger.getVoucher': { expected: 'done' },
    'ledger.updateVoucher': { expected: { draft: 'done', otherwise: 'WRONG_STATUS' } },
    'ledger.submitVoucher': { expected: { draft: 'done', otherwise: 'WRONG_STATUS' } },
    'ledger.reviewVoucher': { expected: { submitted: 'done', otherwise: 'WRONG_STATUS' } },
    'ledger.returnVoucher': {
      expected: { submitted: 'done', reviewed: 'done', otherwise: 'WRONG_STATUS' },
      // Each sends back what lies before them: the reviewer what was submitted, who posts what was reviewed.
      but: { reviewer: { reviewed: 'FORBIDDEN' }, accountant: { submitted: 'FORBIDDEN' }, head: { submitted: 'FORBIDDEN' } },
    },
    'ledger.postVoucher': { expected: { reviewed: 'done', otherwise: 'WRONG_STATUS' } },
    'ledger.discardVoucher': { expected: { draft: 'done', otherwise: 'WRONG_STATUS' } },
    'ledger.reverseVoucher': { expected: { posted: 'done', otherwise: 'WRONG_STATUS' } },
    // A person made and reviewed it: there is nobody to stand in for.
    'ledger.countersignVoucher': { expected: 'WRONG_STATUS' },
    'ledger.attachPaper': { expected: { discarded: 'WRONG_STATUS', otherwise: 'done' } },
    'ledger.removePaper': {
      expected: { draft: 'done', submitted: 'done', otherwise: 'WRONG_STATUS' }, input: ({ id }, _look, stage) => paperOf(stage, id),
    },
  },
}

const closings: Machine = {
  name: 'voucher that a closing posted by rule', contract: [], ...money,
  states: { waiting: beside('closingvoucher'), countersigned: beside('closingvoucher', ['ledger.countersignVoucher', 'reviewer']) },
  operations: {
    'ledger.countersignVoucher': { expected: { waiting: 'done', countersigned: 'WRONG_STATUS' } },
    'ledger.returnVoucher': { expected: 'WRONG_STATUS' },
  },
}

const periods: Machine = {
  name: 'month of a set of books', contract: [], ...money,
  states: { open: beside('quietbook'), closed: beside('closedbook') },
  operations: {
    'ledger.getClosingChecklist': { expected: 'done', pointer: 'bookId' },
    'ledger.openPeriod': { expected: 'done', pointer: 'bookId' },
    'ledger.closePeriod': { expected: { open: 'done', closed: 'PERIOD_CLOSED' }, pointer: 'bookId' },
    'ledger.reopenPeriod': { expected: { open: 'PERIOD_OPEN', closed: 'done' }, pointer: 'bookId' },
    'ledger.gatherVoucher': { expected: { open: 'NOTHING_TO_GATHER', closed: 'PERIOD_CLOSED' }, pointer: 'bookId' },
    'ledger.makeArchive': { expected: { open: 'MONTH_OPEN', closed: 'done' }, pointer: 'bookId', input: () => ({ month }) },
  },
}

const commitments: Machine = {
  name: 'commitment', contract: commitmentStatuses, ...money,
  states: {
    reserved: beside('commitment'),
    paid: turned('commitment', `status = 'paid', paid_fen = amount_fen, ended_on = '2026-03-06'`),
    released: turned('commitment', `status = 'released', ended_on = '2026-03-06'`),
    expired: turned('commitment', `status = 'expired', ended_on = '2026-03-06'`),
  },
  operations: {
    'ledger.releaseCommitment': {
      expected: { reserved: 'done', paid: 'COMMITMENT_PAID', released: 'COMMITMENT_RELEASED', expired: 'COMMITMENT_EXPIRED' },
    },
  },
}

const bankLines: Machine = {
  name: 'line of a bank', contract: [], ...money,
  states: { open: beside('bankline'), matched: matchedLine },
  operations: { 'ledger.matchBankLines': { expected: { open: 'done', matched: 'MATCHED_BEFORE' }, pointer: 'lineIds[]' } },
}

/** A line that a rule matched. */
async function matchedLine(stage: Stage): Promise<string> {
  const { rows } = await stage.scene.owner.query<{ id: string }>('select id from ledger.bank_lines where city_id = $1 and match_id = $2',
    [stage.spot.cityId, await beside('bankmatch')(stage)])
  return rows[0]?.id ?? ''
}

const matches: Machine = {
  name: 'match of lines of a bank', contract: [], ...money,
  states: { standing: beside('bankmatch'), 'taken back': beside('bankmatch', ['ledger.unmatchBankLines', 'accountant']) },
  operations: { 'ledger.unmatchBankLines': { expected: { standing: 'done', 'taken back': 'NOT_FOUND' } } },
}

const files: Machine = {
  name: 'file of a bank', contract: [], ...money,
  states: { held: beside('bankfile'), 'taken back': beside('bankfile', ['ledger.withdrawBankStatement', 'accountant']) },
  operations: { 'ledger.withdrawBankStatement': { expected: { held: 'done', 'taken back': 'STATEMENT_WITHDRAWN' } } },
}

/** Vouchers, months, commitments, lines and files of banks. */
export const ledgerMachines = [vouchers, closings, periods, commitments, bankLines, matches, files]
