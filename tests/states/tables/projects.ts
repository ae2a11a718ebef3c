import { awardStatuses, batchStatuses, projectStatuses } from '#modules/projects/contract.ts'
import { recipeOf } from '../../scope/arrange/recipes.ts'
import type { Machine } from '../machine.ts'
import { grantPeople } from '../people.ts'
import type { Stage } from '../stage.ts'
import { apart, beside } from '../states.ts'

const tried = { triedBy: grantPeople } as const

/** A record beside the others, changed by the owner as a bank or people who are not here would. */
const turned = (kind: string, change: string) => async (stage: Stage): Promise<string> => {
  const id = await beside(kind)(stage)
  await stage.scene.owner.query(`update ${recipeOf(kind).table} set ${change} where city_id = $1 and id = $2`, [stage.spot.cityId, id])
  return id
}

/** The award of a batch. */
const awardOf = (batch: (stage: Stage) => Promise<string>) => async (stage: Stage): Promise<string> => {
  const { rows } = await stage.scene.owner.query<{ id: string }>('select award_id as id from projects.batch_rows where city_id = $1 and batch_id = $2',
    [stage.spot.cityId, await batch(stage)])
  return rows[0]?.id ?? ''
}

/** A batch that two people approved and the bank has not answered. */
async function approvedBatch(stage: Stage): Promise<string> {
  const id = await beside('submittedbatch')(stage)
  const run = (text: string) => stage.scene.owner.query(text, [stage.spot.cityId, id])
  await run(`insert into projects.batch_approvals (city_id, batch_id, round, approved_by, scope_code, approved_name, list_hash, approved_at)
    select b.city_id, b.id, b.round, gen_random_uuid(), b.scope_code, '试验', b.list_hash, now() from projects.batches b, generate_series(1, 2)
     where b.city_id = $1 and b.id = $2`)
  await run(`update projects.batches set status = 'approved', approved_on = '2026-03-10' where city_id = $1 and id = $2`)
  await run(`update projects.awards set status = 'approved' where city_id = $1 and batch_id = $2`)
  return id
}

/** An award that the bank refused. */
async function failedAward(stage: Stage): Promise<string> {
  const id = await awardOf(approvedBatch)(stage)
  await stage.scene.owner.query(`update projects.awards set status = 'failed', refusal_kind = 'name' where city_id = $1 and id = $2`, [stage.spot.cityId, id])
  return id
}

/** An award that was taken back by who applied for it, who is not here. */
async function withdrawnAward(stage: Stage): Promise<string> {
  const id = await apart('award')(stage)
  await stage.scene.owner.query(`update projects.awards set status = 'withdrawn', ended_on = '2026-03-06', end_reason = '已另行解决'
    where city_id = $1 and id = $2`, [stage.spot.cityId, id])
  return id
}

const waiting = { applied: 'done', failed: 'done', otherwise: 'WRONG_STATUS' }

const awards: Machine = {
  name: 'award', contract: awardStatuses, ...tried,
  states: {
    applied: apart('award'), listed: awardOf(beside('draftbatch')), approved: awardOf(approvedBatch), paid: beside('paidaward'),
    received: beside('receivedaward'), failed: failedAward,
    declined: apart('award', ['projects.declineAward', 'accountant']), withdrawn: withdrawnAward,
  },
  operations: {
    'projects.getAward': { expected: 'done' },
    'projects.openAward': { expected: 'done' },
    'projects.correctPayee': { expected: { ...waiting, listed: 'AWARD_LISTED' } },
    // Only who applied takes an application back.
    'projects.withdrawAward': { expected: { ...waiting, applied: 'NOT_OWN_AWARD', failed: 'NOT_OWN_AWARD' } },
    'projects.declineAward': { expected: waiting },
    'projects.fillBatch': { expected: { ...waiting, otherwise: 'AWARD_NOT_WAITING' }, pointer: 'rows[].awardId' },
    'projects.attachAwardReceipt': { expected: { paid: 'done', otherwise: 'WRONG_STATUS' } },
    'projects.recordAwardVisit': { expected: { paid: 'done', received: 'done', otherwise: 'WRONG_STATUS' } },
    // The owner paid it past the ledger: there is no journal to mirror.
    'projects.returnTransfer': { expected: { paid: 'NOT_FOUND', otherwise: 'WRONG_STATUS' } },
  },
}

const batches: Machine = {
  name: 'batch of awards', contract: batchStatuses, ...tried,
  states: {
    draft: beside('draftbatch'), submitted: beside('submittedbatch'), approved: approvedBatch,
    settled: turned('answeredbatch', `status = 'settled', settled_on = '2026-03-11'`), discarded: beside('draftbatch', ['projects.discardBatch', 'accountant']),
  },
  operations: {
    'projects.getBatch': { expected: 'done' },
    'projects.fillBatch': { expected: { draft: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
    'projects.submitBatch': { expected: { draft: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
    'projects.discardBatch': { expected: { draft: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
    'projects.approveBatch': { expected: { submitted: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
    'projects.returnBatch': { expected: { submitted: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
    'projects.recordObjection': { expected: { submitted: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
    'projects.importResults': { expected: { approved: 'done', otherwise: 'WRONG_BATCH_STATUS' } },
  },
}

const only = (...states: string[]) => ({ ...Object.fromEntries(states.map((state) => [state, 'done'])), otherwise: 'WRONG_PROJECT_STATUS' })

const projects: Machine = {
  name: 'project', contract: projectStatuses, ...tried,
  states: {
    draft: beside('draftproject'), submitted: beside('submittedproject'), running: beside('readyproject'), accepted: beside('evaluatedproject'),
    closed: turned('evaluatedproject', `status = 'closed', closed_on = '2026-03-11', surplus_fen = 0`),
    declined: beside('submittedproject', ['projects.declineProject', 'head']),
    discarded: beside('draftproject', ['projects.discardProject', 'foundation worker']),
  },
  operations: {
    'projects.getProject': { expected: 'done' },
    'projects.updateProject': { expected: only('draft') },
    'projects.submitProject': { expected: only('draft') },
    'projects.discardProject': { expected: only('draft') },
    'projects.reviewProject': { expected: only('submitted') },
    'projects.returnProject': { expected: only('submitted') },
    'projects.declineProject': { expected: only('submitted') },
    'projects.approveProject': { expected: only('submitted') },
    'projects.addProjectPaper': { expected: only('running') },
    'projects.reserveProjectMoney': { expected: { running: 'NOTHING_FREED', otherwise: 'WRONG_PROJECT_STATUS' } },
    'projects.acceptProject': { expected: only('running') },
    'projects.evaluateProject': { expected: only('accepted') },
    'projects.closeProject': { expected: only('accepted') },
    'projects.enterBeneficiary': { expected: { running: 'done', otherwise: 'PROJECT_NOT_RUNNING' }, pointer: 'projectId' },
  },
}

/** Awards, batches and projects. */
export const projectMachines = [awards, batches, projects]
