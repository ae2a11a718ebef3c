import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadAudit } from '../access.ts'
import type { accountsContract, AuditEntry, AuditEntryDetail } from '../contract.ts'
import { entryCursorOf } from './list-given-passwords.ts'

type Input = z.output<NonNullable<(typeof accountsContract.listAuditEntries)['~orpc']['inputSchema']>>
type Entry = z.infer<typeof AuditEntry>

/** Lines of the audit, the newest first. Ids are made in the order of time, so days become ranges of ids and no index of its own is needed. */
export async function listAuditEntries(context: Context, input: Input): Promise<{ items: Entry[]; next: string | null }> {
  const { tx, actor } = context
  mustReadAudit(actor)
  let page = selectEntries(context)
  if (input.unit !== undefined) {
    const { lo, hi } = rangeOf(actor, input.unit)
    page = page.where('entry.scopeCode', '>=', lo).where('entry.scopeCode', '<=', hi)
  }
  if (input.verb !== undefined) page = page.where('entry.verb', '=', input.verb)
  if (input.subjectKind !== undefined) page = page.where('entry.subjectKind', '=', input.subjectKind)
  if (input.subjectId !== undefined) page = page.where('entry.subjectId', '=', input.subjectId)
  const person = input.person ?? input.q
  if (person !== undefined) page = page.where('entry.accountId', 'in', tx.selectFrom('accounts.accounts as account').select('account.id')
    .where('account.cityId', '=', actor.cityId).where('account.personName', 'like', `${person.replace(/[\\%_]/g, '')}%`))
  if (input.from !== undefined) page = page.where('entry.id', '>=', firstIdOf(input.from))
  if (input.until !== undefined) page = page.where('entry.id', '<', firstIdOf(addDays(input.until, 1)))
  if (input.after !== undefined) page = page.where('entry.id', '<', entryCursorOf(input.after))
  const rows = await page.orderBy('entry.id', 'desc').limit(input.limit + 1).execute()
  const last = rows.length > input.limit ? rows.at(input.limit - 1) : undefined
  return { items: rows.slice(0, input.limit).map(entryOf), next: last === undefined ? null : encodeCursor([last.id]) }
}

/** One line of the audit with what changed; personal parts stay sealed. */
export async function getAuditEntry(context: Context, input: { id: string }): Promise<z.infer<typeof AuditEntryDetail>> {
  mustReadAudit(context.actor)
  const row = await selectEntries(context).select('entry.details').where('entry.id', '=', input.id).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return { ...entryOf(row), details: (row.details ?? null) as Record<string, unknown> | null }
}

/** Smallest id of a day in China: the first 48 bits of an id are its millisecond. */
function firstIdOf(day: LocalDate): string {
  const hex = Date.parse(`${day}T00:00:00+08:00`).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

function selectEntries({ tx, actor }: Context) {
  return tx.selectFrom('audit.entries as entry')
    .leftJoin('accounts.roles as role', 'role.code', 'entry.roleCode')
    .leftJoin('organization.publishedUnits as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'entry.unitId'))
    .select(['entry.id', 'entry.scopeCode', 'entry.at', 'entry.verb', 'entry.subjectKind', 'entry.subjectId', 'entry.personName', 'entry.accountId',
      'role.name as roleName', 'unit.name as actingUnitName', 'entry.reason', 'entry.address', 'entry.requestId', 'entry.sealedPersonId'])
    .where('entry.cityId', '=', actor.cityId)
}

type Row = Omit<Entry, 'unitCode' | 'isSealed'> & { scopeCode: string; sealedPersonId: string | null }

function entryOf({ scopeCode, sealedPersonId, ...row }: Row): Entry {
  const { id, at, verb, subjectKind, subjectId, personName, accountId, roleName, actingUnitName, reason, address, requestId } = row
  return {
    id, unitCode: codeOfScope(scopeCode), at, verb, subjectKind, subjectId, personName, accountId, roleName, actingUnitName, reason, address, requestId,
    isSealed: sealedPersonId !== null,
  }
}
