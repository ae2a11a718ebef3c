import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustFileReports } from '../access.ts'
import type { Guide, Hotline } from '../contract.ts'
import { findPeople } from './find-people.ts'
import { findSubject } from './find-subject.ts'
import { listSituations } from './list-situations.ts'

/** Whom to call, which situations count today, and who will be told. */
export async function getReportingGuide(context: Context, input: { childId?: string | undefined }): Promise<Guide> {
  mustFileReports(context.actor)
  const { tx, today } = context
  const subject = await findSubject(context, input.childId)
  const [hotlines, listed, people] = await Promise.all([
    sql<Hotline>`select h.number, h.name, h.purpose, h.source from safeguarding.hotlines h
      where h.valid_from <= ${today}::date and (h.valid_until is null or h.valid_until >= ${today}::date) order by h.position, h.number`.execute(tx),
    listSituations(context),
    findPeople(context, subject.scopeCode),
  ])
  return {
    hotlines: hotlines.rows, situations: listed, childLabel: subject.childLabel,
    people: people.map(({ accountId, personName, unitName }) => ({ accountId, personName, unitName })),
  }
}
