import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mayReadNotes, mustReadCases } from '../../access.ts'
import { isNoteClosed } from '../../rules/visits/earlier-notes.ts'
import { openText } from '../case-key.ts'

/** What somebody else said about a visit of the caller. */
export type OwnComment = { id: string; caseId: string; madeOn: LocalDate; text: string; commentedName: string; commentedAt: Date }
type Row = Omit<OwnComment, 'text'> & {
  sealedText: Buffer | null; wrappedKey: Buffer | null; recordedAt: Date; notesClosedAt: Date | null; notesClosedScope: string | null
}

/** What others said, since a day, about visits the caller made or entered to the named cases; the newest first. */
export async function listOwnComments(
  context: Context, asked: { caseIds: readonly string[]; sinceOn: LocalDate; most: number },
): Promise<OwnComment[]> {
  const { tx, actor } = context
  mustReadCases(actor)
  if (!mayReadNotes(actor) || asked.caseIds.length === 0) return []
  const { rows } = await sql<Row>`
    select m.id, v.case_id, v.made_on, m.commented_name, m.commented_at, m.sealed_text, c.wrapped_key, v.recorded_at,
        c.notes_closed_at, c.notes_closed_scope::text as notes_closed_scope
      from care.visits v
      join care.cases c on c.city_id = v.city_id and c.id = v.case_id
      join care.visit_comments m on m.city_id = v.city_id and m.visit_id = v.id
     where v.city_id = ${actor.cityId} and v.case_id = any (${asked.caseIds}::uuid[]) and v.voided_at is null
       and m.commented_at >= ${asked.sinceOn}::date and ${isForCaller(context)}
     order by m.commented_at desc, m.id limit ${asked.most}`.execute(tx)
  return rows.flatMap(({ sealedText, wrappedKey, recordedAt, notesClosedAt, notesClosedScope, ...comment }) => {
    if (isNoteClosed({ recordedAt, notesClosedAt, notesClosedScope, reader: { lo: actor.scopeLo, hi: actor.scopeHi } })) return []
    const text = openText(context, { id: comment.caseId, wrappedKey }, 'comment', sealedText)
    return text === null ? [] : [{ ...comment, text }]
  })
}

/** A comment of somebody else on a visit the caller made or entered; `m` is the comment, `v` the visit. */
export const isForCaller = ({ actor }: Context): RawBuilder<boolean> => sql<boolean>`m.commented_by is distinct from ${actor.accountId}::uuid
  and (v.recorded_by = ${actor.accountId} or exists (select 1 from care.visit_volunteers w
    where w.city_id = v.city_id and w.visit_id = v.id and w.volunteer_id = ${actor.volunteerId}::uuid))`
