import type { ImportKind } from '#modules/imports/index.ts'
import { postImport } from './import-posts.ts'
import { unitImport } from './import-units.ts'

/** What of the organisation comes in as a workbook. */
export const organizationImports: readonly ImportKind[] = [unitImport, postImport]
