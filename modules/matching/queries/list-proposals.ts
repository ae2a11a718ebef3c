import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { matchingContract, Proposal } from '../contract.ts'
import { getRoundRow } from './round-rows.ts'
import { proposalColumns, proposalJoins, proposalOf, type ProposalRecord } from './proposal-rows.ts'

type Input = z.output<NonNullable<(typeof matchingContract.listProposals)['~orpc']['inputSchema']>>

/** The pairs of a round, the most urgent children first. */
export async function listProposals(context: Context, input: Input): Promise<Page<Proposal>> {
  const { tx, actor } = context
  mustMatch(actor)
  await getRoundRow(context, input.id)
  const { lo, hi } = rangeOf(actor, input.unit)
  const after = cursorOf(input.after, 'number', 'id')
  const beyond = after === undefined ? sql`` : sql` and (-p.total, p.id) > (${after[0]}::int, ${after[1]}::uuid)`
  const status = input.status === undefined ? sql`` : sql` and p.status = ${input.status}`
  const named = input.q === undefined ? sql`` : sql` and strpos(p.volunteer_name, ${input.q}) > 0`
  const where = sql`p.round_id = ${input.id} and c.scope_code >= ${lo}::bigint and c.scope_code <= ${hi}::bigint${status}${named}`
  const [page, count] = await Promise.all([
    sql<ProposalRecord>`select ${proposalColumns} from matching.proposals p ${proposalJoins} where p.city_id = ${actor.cityId} and ${where}${beyond}
      order by -p.total, p.id limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from matching.proposals p ${proposalJoins}
      where p.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageFrom(page.rows.map(proposalOf), { limit: input.limit, keyOf: ({ total, id }) => [String(-total), id] }, count.rows[0]?.count ?? 0)
}
