import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { checkAgainOn } from '#modules/imports/index.ts'
import type { StaffUnit } from '../../queries/find-staff-places.ts'
import type { StaffRow } from '../../rules/staff-row.ts'

/** A person to be entered, with the unit. */
export type NewStaff = { row: StaffRow; unit: StaffUnit }

/** Accounts so many at a time: a statement takes 65,535 values. */
const atOnce = 500

/** Makes accounts with their first right and without a password: the office of each unit hands one out. Returns the ids in the order given. */
export async function insertStaff(context: Context, people: readonly NewStaff[]): Promise<string[]> {
  const made = people.map((person) => ({ ...person, id: newId() }))
  for (let at = 0; at < made.length; at += atOnce) await insertPart(context, made.slice(at, at + atOnce))
  return made.map(({ id }) => id)
}

async function insertPart(context: Context, people: (NewStaff & { id: string })[]): Promise<void> {
  const { tx, actor, now, today } = context
  await tx.insertInto('accounts.accounts').values(people.map(({ id, row, unit }) => ({
    cityId: actor.cityId, id, scopeCode: unit.scopeLo, unitId: unit.id, signInName: row.signInName, personName: row.personName, phone: row.phone,
    createdAt: now, createdBy: actor.accountId }))).execute()
    .catch(checkAgainOn('accounts_sign_in_name_key', 'accounts_sign_in_name_lower_key'))
  const granted = people.flatMap(({ id, row, unit }) => (row.roleCode === null ? [] : [{
    cityId: actor.cityId, id: newId(), scopeCode: unit.scopeLo, accountId: id, unitId: unit.id, roleCode: row.roleCode, fromOn: today,
    grantedBy: actor.accountId, grantedAt: now }]))
  if (granted.length > 0) await tx.insertInto('accounts.grants').values(granted).execute()
  await Promise.all(people.map(({ id, row, unit }) => recordAudit(context, {
    verb: 'account.imported', subjectKind: 'account', subjectId: id, scopeCode: unit.scopeLo, details: { personName: row.personName,
      roleCode: row.roleCode } })))
}

/** Takes imported accounts back as long as nobody changed one or handed out its password; the others are named and kept. */
export async function withdrawStaff(
  context: Context, made: readonly { rowNumber: number; recordId: string; version: number }[],
): Promise<{ kept: { rowNumber: number; why: string }[] }> {
  const { tx, actor, now } = context
  const kept: { rowNumber: number; why: string }[] = []
  for (const { rowNumber, recordId, version } of made) {
    const used = await tx.selectFrom('audit.entries').select('id').where('cityId', '=', actor.cityId).where('subjectId', '=', recordId)
      .where('verb', '<>', 'account.imported').limit(1).executeTakeFirst()
    const closed = used !== undefined ? undefined : await tx.updateTable('accounts.accounts')
      // Nobody ever signed in by its name: the corrected workbook brings the same one.
      .set((is) => ({ status: 'closed', signInName: `withdrawn-${recordId}`, version: is('version', '+', 1) }))
      .where('cityId', '=', actor.cityId).where('id', '=', recordId).where('version', '=', version).where('status', '=', 'active')
        .returning('scopeCode').executeTakeFirst()
    if (closed === undefined) {
      kept.push({ rowNumber, why: '导入之后有人变更过这个账号或已发放密码。' })
      continue
    }
    await tx.updateTable('accounts.grants').set({ revokedAt: now, revokedBy: actor.accountId || null }).where('cityId', '=', actor.cityId)
      .where('accountId', '=', recordId).where('revokedAt', 'is', null).execute()
    await recordAudit(context, { verb: 'account.withdrawn', subjectKind: 'account', subjectId: recordId, scopeCode: closed.scopeCode })
  }
  return { kept }
}
