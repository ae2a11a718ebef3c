import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayReadNotes, mustReadCases, visibleCases } from '../access.ts'
import type { OpenedVisit } from '../contract.ts'
import { isNoteClosed } from '../rules/visits/earlier-notes.ts'
import { openText, type CaseKey } from './case-key.ts'
import { isHandedOver, ofVisibleVisits, visitColumns, visitJoins, visitOf, type VisitRecord } from './visit-rows.ts'

type Row = VisitRecord & {
  isHandedOver: boolean; sealedNote: Buffer | null; wrappedKey: Buffer | null; notesClosedAt: Date | null; notesClosedScope: string | null
}
type CommentRow = Omit<OpenedVisit['comments'][number], 'text'> & { sealedText: Buffer | null; commentedBy: string | null }
type VersionRow = Omit<OpenedVisit['versions'][number], 'note'> & { sealedNote: Buffer | null }

/** Opens a visit with its note and what it said before corrections. Reading it is recorded. */
export async function getVisit(context: Context, input: { id: string }): Promise<OpenedVisit> {
  const { tx, actor } = context
  mustReadCases(actor)
  const [{ rows }, versions, comments] = await Promise.all([
    sql<Row>`select ${visitColumns}, v.sealed_note, c.wrapped_key, c.notes_closed_at, c.notes_closed_scope::text as notes_closed_scope,
       ${handedOver(context)} as is_handed_over
      from care.visits v join care.cases c on c.city_id = v.city_id and c.id = v.case_id ${visitJoins}
     where v.city_id = ${actor.cityId} and v.id = ${input.id}${ofVisibleVisits(context)}`.execute(tx),
    sql<VersionRow>`select version, made_on, medium, minutes, outcome, purpose, attempt_reason, sealed_note,
        volunteer_names, reason, corrected_name, corrected_at
      from care.visit_versions where city_id = ${actor.cityId} and visit_id = ${input.id} order by version desc`.execute(tx),
    sql<CommentRow>`select id, sealed_text, commented_by, commented_name, commented_at, read_at from care.visit_comments
      where city_id = ${actor.cityId} and visit_id = ${input.id} order by commented_at, id`.execute(tx),
  ])
  const [row] = rows
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const isClosed = isNoteClosed({ ...row, reader: { lo: actor.scopeLo, hi: actor.scopeHi } })
  const opens = mayOpen(context, row) && !isClosed
  await recordAudit(
    context, { verb: 'visit.read', subjectKind: 'child', subjectId: row.childId, scopeCode: row.scopeCode, details: { visitId: row.id, withNote: opens } }
  )
  if (opens) await markRead(context, row, comments.rows)
  const { sealedNote, wrappedKey, isHandedOver: _opened, notesClosedAt: _at, notesClosedScope: _scope, ...record } = row
  const key: CaseKey = { id: row.caseId, wrappedKey }
  const noteOf = (sealed: Buffer | null) => (opens ? openText(context, key, 'note', sealed) : null)
  return {
    ...visitOf(context, record), note: noteOf(sealedNote), isNoteClosed: isClosed,
    versions: versions.rows.map(({ sealedNote: before, ...version }) => ({ ...version, note: noteOf(before) })),
    comments: comments.rows.map(({ sealedText, commentedBy: _by, ...comment }) => (
      { ...comment, text: opens ? openText(context, key, 'comment', sealedText) : null })),
  }
}

function handedOver({ actor, today }: Context) {
  const { onlyOf } = visibleCases(actor)
  return onlyOf === null ? sql`false` : isHandedOver({ cityId: actor.cityId, volunteerId: onlyOf, today })
}

/** Whoever went, or recorded the visit, has read what others say about it. */
async function markRead({ tx, actor, now }: Context, visit: Row, comments: readonly CommentRow[]): Promise<void> {
  const unread = comments.filter(({ readAt, commentedBy }) => readAt === null && commentedBy !== actor.accountId)
  if (unread.length === 0 || !tookPart(actor, visit)) return
  await tx.updateTable('care.visitComments').set({ readAt: now }).where('cityId', '=', actor.cityId).where('id', 'in', unread.map(({ id }) => id))
    .where('readAt', 'is', null).execute()
}

const tookPart = (actor: Context['actor'], visit: Row) =>
  visit.recordedBy === actor.accountId || visit.volunteers.some(({ volunteerId }) => volunteerId === actor.volunteerId)

/** A volunteer opens the notes of visits that volunteer made or entered, and those handed over; staff with the right open all of their range. */
function mayOpen({ actor }: Context, visit: Row): boolean {
  const { onlyOf } = visibleCases(actor)
  return mayReadNotes(actor) && (onlyOf === null || tookPart(actor, visit) || visit.isHandedOver)
}
