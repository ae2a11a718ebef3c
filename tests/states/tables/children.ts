import { AccessRequest, ChildRow, transferStatuses } from '#modules/children/contract.ts'
import type { Machine } from '../machine.ts'
import type { Stage } from '../stage.ts'
import { apart, moved, shared } from '../states.ts'

/** A guardian of a child, who signs; undefined once the file was erased. */
async function guardianOf({ scene, spot }: Stage, childId: string | undefined): Promise<string | undefined> {
  const { rows } = await scene.owner.query<{ id: string }>('select id from children.guardians where city_id = $1 and child_id = $2', [spot.cityId, childId])
  return rows[0]?.id
}

const children: Machine = {
  name: 'child', contract: ChildRow.shape.status.options,
  states: {
    registered: apart('child'),
    closed: apart('closedchild'),
    erased: apart('retention', ['children.eraseChild', 'officer']),
    merged: async (stage) => String(await stage.look('childmerge', await apart('childmerge')(stage), 'merged_id')),
  },
  operations: {
    'children.getChild': { expected: 'done' },
    'children.getPastChild': { expected: {  erased: 'CHILD_ERASED', otherwise: 'done' } },
    'children.listFileReads': { expected: 'done' },
    'children.openChildFile': {
      expected: { erased: 'CHILD_ERASED', otherwise: 'ACCESS_REQUIRED' },
      but: { paired: 'ACCESS_REQUIRED', 'not paired': 'ACCESS_REQUIRED' },
    },
    'children.correctChild': { expected: { registered: 'ACCESS_REQUIRED', otherwise: 'CHILD_CLOSED' }, but: { author: { registered: 'done' } } },
    'children.recordFact': { expected: { registered: 'done', otherwise: 'CHILD_CLOSED' } },
    'children.recordConsent': {
      expected: { registered: 'done', otherwise: 'CHILD_CLOSED' },
      input: async ({ id }, _look, stage) => ({
        guardianId: await guardianOf(stage, id), kind: 'sharing', form: 'paper', covers: '与学校共享', fromOn: '2026-03-10' }),
    },
    'children.setCivilAffairsTypes': { expected: { registered: 'done', otherwise: 'CHILD_CLOSED' } },
    'children.closeChild': { expected: { registered: 'done', otherwise: 'CHILD_CLOSED' } },
    // The walk to it has its day of keeping behind it; this one was closed just now.
    'children.eraseChild': { expected: { closed: 'CHILD_KEEPING_UNKNOWN', erased: 'CHILD_ERASED', otherwise: 'CHILD_NOT_CLOSED' } },
    'children.requestAccess': { expected: { registered: 'done', otherwise: 'CHILD_CLOSED' } },
    'children.openInEmergency': {
      expected: { registered: 'done', otherwise: 'CHILD_CLOSED' },
      but: { officer: 'FORBIDDEN', 'other officer': 'FORBIDDEN' },
    },
    'children.mergeChildren': { expected: { registered: 'done',  closed: 'CHILD_CLOSED', otherwise: 'NOT_MERGEABLE' } },
    'children.openChildForm': {
      expected: { erased: 'CHILD_ERASED', otherwise: 'ACCESS_REQUIRED' },
      // The approval is asked for before the child: whoever does not see the card learns nothing either way.
      but: {
        author: { registered: 'done', erased: 'CHILD_ERASED', merged: 'done' }, 'other office': 'ACCESS_REQUIRED', paired: 'ACCESS_REQUIRED',
        'not paired': 'ACCESS_REQUIRED', 'other officer': 'ACCESS_REQUIRED',
      },
    },
    'children.fillChildForm': { expected: { registered: 'ACCESS_REQUIRED', otherwise: 'CHILD_CLOSED' }, but: { author: { registered: 'done' } } },
    'care.openCase': { expected: { registered: 'done', otherwise: 'CHILD_NOT_REGISTERED' }, pointer: 'childId' },
    'referrals.draftReferral': { expected: { registered: 'done', otherwise: 'CHILD_NOT_REGISTERED' }, pointer: 'childId' },
    'protection.recordRightsRequest': {
      expected: {  erased: 'CHILD_ERASED', otherwise: 'done' }, pointer: 'childId',
      input: () => ({
        guardianId: undefined, kind: 'see', askedBy: 'agent', proof: 'court', requesterName: '代理人', wish: '查看登记的情况',
        receivedOn: '2026-03-16' }),
    },
    // Neither volunteer is paired with these children: they are described in words, not linked.
    'safeguarding.fileReport': { expected: 'done', pointer: 'childId' },
  },
}

const accessRequests: Machine = {
  name: 'access request', contract: AccessRequest.shape.status.options,
  states: {
    pending: apart('accessrequest'),
    approved: apart('accessrequest', ['children.decideAccess', 'officer']),
    rejected: apart('accessrequest', ['children.decideAccess', 'officer', { approved: false, note: '不需要' }]),
  },
  operations: { 'children.decideAccess': { expected: { pending: 'done', otherwise: 'REQUEST_DECIDED' } } },
}

const answered = `answered_on = '2026-03-16', answered_name = '试验'`

const transfers: Machine = {
  name: 'transfer, at the unit that holds the child', contract: transferStatuses,
  states: {
    pending: apart('childtransfer'),
    accepted: apart('childtransfer', ['children.answerTransfer', 'own office', { accepted: true }]),
    rejected: apart('childtransfer', ['children.answerTransfer', 'own office']),
    done: moved('childtransfer', `status = 'done', ${answered}`),
    withdrawn: moved('childtransfer', `status = 'withdrawn', ${answered}`),
  },
  operations: {
    'children.answerTransfer': { expected: { pending: 'done', otherwise: 'TRANSFER_ANSWERED' } },
    'children.withdrawTransfer': { expected: 'NOT_FOUND' },
  },
}

const askedTransfers: Machine = {
  name: 'transfer, at the unit that asks', contract: transferStatuses,
  states: {
    pending: apart('askedtransfer'),
    accepted: moved('askedtransfer', `status = 'accepted', ${answered}`),
    rejected: moved('askedtransfer', `status = 'rejected', ${answered}`),
    done: moved('askedtransfer', `status = 'done', ${answered}`),
    withdrawn: apart('askedtransfer', ['children.withdrawTransfer', 'own office']),
  },
  operations: {
    'children.answerTransfer': { expected: 'NOT_FOUND' },
    'children.withdrawTransfer': { expected: { pending: 'done', otherwise: 'TRANSFER_ANSWERED' } },
  },
}

/** The holder offers the child to another unit: its row, while that unit has to answer. */
const offeredTransfers: Machine = {
  name: 'transfer the unit that holds the child offered', contract: [],
  states: {
    pending: moved('childtransfer', `began_by = 'holder'`),
    accepted: moved('childtransfer', `began_by = 'holder', status = 'accepted', ${answered}`),
    withdrawn: moved('childtransfer', `began_by = 'holder', status = 'withdrawn', ${answered}`),
  },
  operations: {
    'children.answerTransfer': { expected: 'NOT_FOUND' },
    'children.withdrawTransfer': { expected: { pending: 'done', otherwise: 'TRANSFER_ANSWERED' } },
  },
}

/** A consent of the child of the spot. */
async function consent(stage: Stage): Promise<string> {
  return String((await stage.act('children.recordConsent', await stage.spot.need('child'), 'author', {
    guardianId: await stage.spot.need('guardian') }))['consentId'])
}

const consents: Machine = {
  name: 'consent', contract: [],
  states: {
    holding: consent,
    withdrawn: async (stage) => {
      const consentId = await consent(stage)
      await stage.act('children.withdrawConsent', await stage.spot.need('child'), 'own office', { consentId })
      return consentId
    },
  },
  operations: {
    'children.withdrawConsent': { expected: { holding: 'done', withdrawn: 'CONSENT_ALREADY_WITHDRAWN' }, pointer: 'consentId' },
    'children.attachConsentScan': { expected: 'done', pointer: 'consentId' },
  },
}

/** A fact of the child of the spot, after an operation. */
const fact = (kind: string, operation?: string) => async (stage: Stage): Promise<string> => {
  const child = await stage.spot.need('child')
  const { factId } = await stage.act('children.recordFact', child, 'author', { subject: kind })
  if (operation !== undefined) await stage.act(operation, child, 'own office', { factId })
  return String(factId)
}

const facts: Machine = {
  name: 'fact', contract: [],
  states: { holding: shared('fact'), ended: fact('child', 'children.endFact'), voided: fact('child', 'children.voidFact') },
  operations: {
    'children.endFact': { expected: { holding: 'done', ended: 'FACT_ALREADY_ENDED', voided: 'NOT_FOUND' }, pointer: 'factId' },
    'children.voidFact': { expected: {  voided: 'NOT_FOUND', otherwise: 'done' }, pointer: 'factId' },
  },
}

const duplicates: Machine = {
  name: 'likely pair', contract: [],
  states: { open: apart('childduplicate'), distinct: apart('childduplicate', ['children.decideChildDuplicate', 'own office']) },
  operations: { 'children.decideChildDuplicate': { expected: { open: 'done', distinct: 'ALREADY_DECIDED' } } },
}

const merges: Machine = {
  name: 'merge', contract: [],
  states: { lasting: apart('childmerge'), undone: apart('childmerge', ['children.undoMerge', 'own office']) },
  operations: { 'children.undoMerge': { expected: { lasting: 'done', undone: 'MERGE_UNDONE' } } },
}

/** Children, requests for access, transfers, consents, facts, likely pairs. */
export const childrenMachines: Machine[] = [children, accessRequests, transfers, askedTransfers, offeredTransfers, consents, facts, duplicates, merges]
