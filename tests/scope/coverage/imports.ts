import { registerToImport } from '../arrange/imports.ts'
import type { Coverage } from './entry.ts'

const importers = ['office'] as const
/** Care workers import lists of civil affairs, security administrators staff, system administrators units. */
const readers = ['office', 'care-worker', 'security-admin', 'system-admin'] as const
const mapping = { name: 0, sex: 1, birthOn: 2, categories: 3, joinedOn: 4 }

/** 导入: the imports of the range, by those who may import. */
export const importsCoverage: Coverage = {
  'imports.listImportKinds': { walk: 'plain', why: 'what can be imported, the same in every city', roles: readers },
  'imports.uploadImport': { walk: 'write', roles: importers, ids: {}, input: () => ({ kind: 'volunteers', file: registerToImport('新') }) },
  'imports.listImports': { walk: 'list', roles: readers, of: 'import' },
  'imports.getImport': { walk: 'one', roles: importers, ids: { id: 'import' } },
  'imports.setMapping': { walk: 'write', roles: importers, ids: { id: 'import' }, input: () => ({ mapping }) },
  'imports.listImportProblems': { walk: 'one', roles: importers, ids: { id: 'import' } },
  'imports.commitImport': { walk: 'write', roles: importers, ids: { id: 'checkedimport' } },
  'imports.undoImport': { walk: 'write', roles: importers, ids: { id: 'committedimport' } },
  downloadAnnotated: { walk: 'one', roles: importers, ids: { id: 'import' } },
  downloadTemplate: { walk: 'plain', why: 'an empty table', input: { kind: 'volunteers' }, roles: importers },
}
