import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { codeOf, TryAgain } from '#platform/database/transaction.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope, scopeHi } from '#platform/values/scope-code.ts'
import { commitRows } from '../commands/steps/commit-rows.ts'
import { importsOf, type ImportRecord } from '../queries/find-import.ts'
import type { ImportKind, ImportKinds } from '../queries/import-kind.ts'

const failed = '导入没有完成，没有写入任何数据。请稍后重试；仍不成功时，请把文件分成几份再试。'

/** Imports a large workbook behind the request, as the person who asked for it, for that person's unit. */
export const commitImportJob = (kinds: ImportKinds): JobDefinition => ({
  name: 'commit-import', listensTo: ['import.commit-requested'],
  run: async (context, event) => {
    const row = event?.subjectId == null ? undefined : await importsOf(context).where('id', '=', event.subjectId).forUpdate().executeTakeFirst()
    const kind = row === undefined ? undefined : kinds.get(row.kind)
    if (row === undefined || kind === undefined || row.state !== 'committing') return
    await commitOrSayWhy(await asImporter(context, row, kind), row, kind)
  },
})

/** Attempts where others store the same meanwhile, as many as a request has. */
const attemptsAtMost = 3

/** A failure takes everything back and is told to the user; trying again is the user's choice, but where the rows only have to be checked once more. */
async function commitOrSayWhy(context: Context, row: ImportRecord, kind: ImportKind, attempt = 1): Promise<void> {
  await sql`savepoint before_commit`.execute(context.tx)
  try {
    await commitRows(context, row, kind)
  } catch (error) {
    await sql`rollback to savepoint before_commit`.execute(context.tx)
    if (codeOf(error) === TryAgain.code && attempt < attemptsAtMost) return commitOrSayWhy(context, row, kind, attempt + 1)
    await context.tx.updateTable('imports.imports').set({ state: 'checked', failure: failed, version: row.version + 1 })
      .where('cityId', '=', row.cityId).where('id', '=', row.id).execute()
  }
}

async function asImporter(context: Context, row: ImportRecord, kind: ImportKind): Promise<Context> {
  const unit = await context.tx.selectFrom('organization.publishedUnits').select(['id', 'code', 'name', 'level', 'kind'])
    .where('cityId', '=', context.actor.cityId).where('id', '=', row.unitId).executeTakeFirstOrThrow()
  const code = codeOfScope(row.scopeCode)
  return {
    ...context,
    actor: {
      ...context.actor, accountId: row.accountId, personName: row.personName, roleCode: row.roleCode, permissions: new Set([kind.permission]),
      unit: { id: row.unitId, code: unit.code ?? code, name: unit.name ?? '', level: unit.level ?? '', kind: unit.kind ?? '' },
      scopeLo: row.scopeCode.padStart(18, '0'), scopeHi: scopeHi(code),
    },
  }
}
