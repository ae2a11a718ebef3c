import { actStatuses, needStatuses, wishStatuses } from '#modules/aid/contract.ts'
import type { Machine } from '../machine.ts'
import type { Stage } from '../stage.ts'
import { beside } from '../states.ts'

/** A need for which somebody offered something, after these steps of the act. */
const needWithAct = (...steps: [string][]) => async (stage: Stage): Promise<string> => {
  const needId = await beside('approvedneed')(stage)
  const act = await stage.act('aid.offerAct', needId, 'own office', { needId, caseId: await stage.spot.need('case') })
  for (const [step] of steps) await stage.act(step, String(act['id']), 'own office')
  return needId
}

const needs: Machine = {
  name: 'need', contract: needStatuses, isPaired: true,
  states: {
    raised: beside('need'),
    approved: beside('approvedneed'),
    declined: beside('need', ['aid.decideNeed', 'own office', { approved: false, answer: '已有别处解决' }]),
    offered: needWithAct(),
    given: needWithAct(['aid.giveAct']),
    received: needWithAct(['aid.giveAct'], ['aid.receiveAct']),
    closed: beside('receivedneed', ['aid.closeNeed', 'own office']),
    withdrawn: beside('need', ['aid.withdrawNeed', 'own office']),
  },
  operations: {
    'aid.getNeed': { expected: 'done' },
    'aid.decideNeed': { expected: { raised: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.withdrawNeed': {
      expected: { raised: 'done',  approved: 'done', otherwise: 'WRONG_STATUS' },
      but: { 'care worker': { raised: 'NOT_OWN_NEED', approved: 'NOT_OWN_NEED' }, paired: { raised: 'NOT_OWN_NEED', approved: 'NOT_OWN_NEED' } },
    },
    'aid.closeNeed': { expected: {  received: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.openNeed': { expected: 'done' },
    'aid.offerAct': { expected: {  approved: 'done', otherwise: 'NEED_NOT_APPROVED' }, pointer: 'needId' },
  },
}

const acts: Machine = {
  name: 'act of aid', contract: actStatuses, isPaired: true,
  states: { offered: beside('aidact'), given: beside('givenact'), received: beside('receivedact'), voided: beside('givenact', ['aid.voidAct', 'own office']) },
  operations: {
    'aid.getAct': { expected: 'done' },
    'aid.addShare': { expected: { offered: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.giveAct': { expected: { offered: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.receiveAct': { expected: {  given: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.attachReceiptScan': { expected: {  received: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.voidAct': { expected: {  voided: 'WRONG_STATUS', otherwise: 'done' } },
    'aid.openAct': { expected: 'done' },
  },
}

const wishes: Machine = {
  name: 'wish', contract: wishStatuses,
  states: {
    draft: beside('wish'),
    returned: beside('wish', ['aid.decideWish', 'own office', { approved: false, answer: '写得太像本人' }]),
    published: beside('publishedwish'),
    claimed: beside('claimedwish'),
    fulfilled: beside('fulfilledwish'),
    closed: beside('fulfilledwish', ['aid.closeWish', 'own office']),
    withdrawn: beside('wish', ['aid.withdrawWish', 'own office']),
  },
  operations: {
    'aid.getWish': { expected: 'done' },
    'aid.updateWish': { expected: { draft: 'done',  returned: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.decideWish': { expected: { draft: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.claimWish': { expected: {  published: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.releaseClaim': { expected: {  claimed: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.openClaim': { expected: {  claimed: 'done', otherwise: 'NOT_FOUND' } },
    'aid.thankForWish': { expected: {  fulfilled: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.closeWish': { expected: {  fulfilled: 'done', otherwise: 'WRONG_STATUS' } },
    'aid.withdrawWish': { expected: {  fulfilled: 'WRONG_STATUS',  closed: 'WRONG_STATUS',  withdrawn: 'WRONG_STATUS', otherwise: 'done' } },
  },
}

/** Needs, acts of aid, small wishes. */
export const aidMachines: Machine[] = [needs, acts, wishes]
