import { setTimeout as pause } from 'node:timers/promises'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import { Unsolved } from '#platform/optimizer/solve.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope, scopeHi } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import type { Weights } from '../contract.ts'
import { loadMatchingFacts } from '../queries/load-matching-facts.ts'
import { propose, type Found } from '../queries/propose.ts'
import { forgetStep, noteStep } from '../queries/round-step.ts'
import type { MatchingFacts } from '../rules/facts.ts'

const unsolved = '计算没有在规定时间内完成。请改为按县或乡镇分别推荐。'

type Round = { id: string; scopeCode: string; unitId: string; weights: Weights; requestedBy: string }

/** Computes a round behind the request: reads first, thinks without holding anything, and writes at the end unless it was cancelled meanwhile. */
export const runRound: JobDefinition = {
  name: 'run-round', listensTo: ['matching-round.requested'],
  run: async (context, event) => {
    const round = event?.subjectId == null ? undefined : await findRequested(context, event.subjectId)
    if (round === undefined) return
    noteStep(round.id, 0)
    try {
      await compute(context, round)
    } finally {
      forgetStep(round.id)
    }
  },
}

async function findRequested({ tx, actor }: Context, id: string): Promise<Round | undefined> {
  const row = await tx.selectFrom('matching.rounds').select(['id', 'scopeCode', 'unitId', 'weights', 'requestedBy'])
    .where('cityId', '=', actor.cityId).where('id', '=', id).where('status', '=', 'requested').executeTakeFirst()
  return row === undefined ? undefined : { ...row, scopeCode: row.scopeCode.padStart(18, '0'), weights: row.weights as unknown as Weights }
}

async function compute(context: Context, round: Round): Promise<void> {
  const facts = await loadMatchingFacts(context, { lo: round.scopeCode, hi: scopeHi(codeOfScope(round.scopeCode)) }, round.weights)
  const cancelled = new AbortController()
  const finished = new AbortController()
  const watching = watchForCancel(context, { round, cancelled, finished: finished.signal })
  try {
    const found = await propose(facts, { signal: cancelled.signal, onStep: step => noteStep(round.id, step) })
    finished.abort()
    await watching
    await keep(context, { round, facts, found })
  } catch (error) {
    finished.abort()
    await watching
    if (cancelled.signal.aborted) return
    if (!(error instanceof Unsolved)) throw error
    await end(context, round, { status: 'failed', failure: unsolved })
  }
}

/** Looks twice a second whether somebody cancelled the round. */
async function watchForCancel(context: Context, { round, cancelled, finished }:
{ round: Round; cancelled: AbortController; finished: AbortSignal }): Promise<void> {
  while (!finished.aborted) {
    await pause(500, undefined, { signal: finished }).catch(() => {})
    if (finished.aborted) return
    if (await findRequested(context, round.id) === undefined) return cancelled.abort()
  }
}

type Result = { status: 'done'; childCount: number; volunteerCount: number; proposedCount: number; unservedCount: number; oneMore: string }
  | { status: 'failed'; failure: string }

/** Closes the round; false when it was cancelled while it ran, and then nothing is written. */
async function end({ tx, actor, now }: Context, round: Round, result: Result): Promise<boolean> {
  const ended = await tx.updateTable('matching.rounds').set({ ...result, finishedAt: now }).where('cityId', '=', actor.cityId).where('id', '=', round.id)
    .where('status', '=', 'requested').returning('id').executeTakeFirst()
  return ended !== undefined
}

async function keep(context: Context, { round, facts, found }: { round: Round; facts: MatchingFacts; found: Found }): Promise<void> {
  const units = await namesOf(context, found.oneMore.map(({ scopeCode }) => codeOfScope(scopeCode)))
  const oneMore = found.oneMore.map(({ scopeCode, places, moreChildren }) => ({ unitName: units.get(codeOfScope(scopeCode)) ?? '', places, moreChildren }))
  const isKept = await end(context, round, {
    status: 'done', childCount: facts.children.length, volunteerCount: facts.volunteers.length, proposedCount: found.proposed.length,
    unservedCount: found.unserved.length, oneMore: JSON.stringify(oneMore.slice(0, 50)),
  })
  if (!isKept) return
  await keepProposals(context, { round, facts, found })
  await keepUnserved(context, { round, facts, found })
  await recordAudit(context, {
    verb: 'matching-round.done', subjectKind: 'matching-round', subjectId: round.id, scopeCode: round.scopeCode,
    details: { children: facts.children.length, volunteers: facts.volunteers.length, proposed: found.proposed.length, unserved: found.unserved.length } })
  await tellRequester(context, round, found)
}

async function namesOf({ tx, actor }: Context, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx.selectFrom('organization.publishedUnits').select(['code', 'name'])
    .where('cityId', '=', actor.cityId).where('code', 'in', [...codes]).execute()
  return new Map(rows.map(({ code, name }) => [code ?? '', name ?? '']))
}

/** Rows of one statement: well below the parameters that PostgreSQL takes. */
const atOnce = 1000

async function keepProposals({ tx, actor }: Context, { round, facts, found }: { round: Round; facts: MatchingFacts; found: Found }): Promise<void> {
  const rows = found.proposed.flatMap(({ child, volunteer, terms, total, alternative }) => {
    const [of, by] = [facts.children[child], facts.volunteers[volunteer]]
    return of === undefined || by === undefined ? [] : [{
      cityId: actor.cityId, id: newId(), scopeCode: round.scopeCode, roundId: round.id, caseId: of.caseId, childId: of.childId, childLabel: of.label,
      colour: of.colour, volunteerId: by.id, volunteerName: by.name, volunteerUnitName: by.unitName, terms: JSON.stringify(terms), total,
      alternative: alternative === null ? null : JSON.stringify(alternative),
    }]
  })
  for (let at = 0; at < rows.length; at += atOnce) await tx.insertInto('matching.proposals').values(rows.slice(at, at + atOnce)).execute()
}

async function keepUnserved({ tx, actor }: Context, { round, facts, found }: { round: Round; facts: MatchingFacts; found: Found }): Promise<void> {
  const rows = found.unserved.flatMap(({ child, reason }) => {
    const of = facts.children[child]
    return of === undefined ? [] : [{
      cityId: actor.cityId, id: newId(), scopeCode: round.scopeCode, roundId: round.id, caseId: of.caseId, childLabel: of.label, colour: of.colour, reason }]
  })
  for (let at = 0; at < rows.length; at += atOnce) await tx.insertInto('matching.unserved').values(rows.slice(at, at + atOnce)).execute()
}

async function tellRequester(context: Context, round: Round, found: Found): Promise<void> {
  await sendNotice(context, [{ accountId: round.requestedBy, scopeCode: round.scopeCode }], {
    title: '结对推荐已算好', body: `推荐 ${found.proposed.length} 对，${found.unserved.length} 个孩子暂时配不上，请逐条审看。`,
    link: `/matching/${round.id}`, source: { verb: 'matching-round.done', key: round.id, kind: 'matching-round', id: round.id },
  })
}
