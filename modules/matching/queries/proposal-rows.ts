import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Proposal } from '../contract.ts'

/** A proposal as the database gives it. */
export type ProposalRecord = Omit<Proposal, 'unitCode'> & { scopeCode: string }

/** Columns of a proposal; `p` is the proposal, `c` its case, `u` the case's unit. */
export const proposalColumns = sql`
  p.id, c.scope_code::text as scope_code, u.name as unit_name, p.round_id, p.case_id, p.child_id, p.child_label, p.colour, p.volunteer_id, p.volunteer_name,
  p.volunteer_unit_name, p.terms, p.total, p.alternative, p.status, p.reason, p.decided_name, p.version`

/** What a proposal is joined with. */
export const proposalJoins = sql`
  join care.published_cases c on c.city_id = p.city_id and c.id = p.case_id
  join organization.published_units u on u.city_id = c.city_id and u.id = c.unit_id`

/** A record as it crosses the wire. */
export const proposalOf = ({ scopeCode, ...rest }: ProposalRecord): Proposal => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One proposal of the caller's range. */
export async function getProposalRow({ tx, actor }: Context, id: string): Promise<Proposal> {
  const { rows } = await sql<ProposalRecord>`select ${proposalColumns} from matching.proposals p ${proposalJoins}
    where p.city_id = ${actor.cityId} and p.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return proposalOf(rows[0])
}
