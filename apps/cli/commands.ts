import type { Command } from './command.ts'

type Verbs = Readonly<Record<string, () => Promise<{ command: Command }>>>

/** Every noun and its verbs; a command is loaded when it is called. A noun without a verb stands under the empty word. */
export const commands: Readonly<Record<string, Verbs>> = {
  backup: {
    make: () => import('./backup/make.ts'),
    list: () => import('./backup/list.ts'),
    check: () => import('./backup/check.ts'),
    restore: () => import('./backup/restore.ts'),
  },
  verify: { '': () => import('./verify/verify.ts') },
  keys: {
    export: () => import('./keys/export.ts'),
    import: () => import('./keys/import.ts'),
    rotate: () => import('./keys/rotate.ts'),
  },
  audit: { heads: () => import('./audit/heads.ts') },
  export: {
    figures: () => import('./export/figures.ts'),
    volunteers: () => import('./export/volunteers.ts'),
    units: () => import('./export/units.ts'),
    posts: () => import('./export/posts.ts'),
  },
  import: {
    volunteers: () => import('./import/volunteers.ts'),
    units: () => import('./import/units.ts'),
    posts: () => import('./import/posts.ts'),
  },
  accounts: { 'replace-administrator': () => import('./accounts/replace-administrator.ts') },
  matching: { propose: () => import('./matching/propose.ts') },
  figures: { recount: () => import('./figures/recount.ts') },
  ledger: { export: () => import('./ledger/export.ts'), verify: () => import('./ledger/verify.ts') },
  demo: { load: () => import('./demo/load.ts') },
  database: { migrate: () => import('./database/migrate.ts') },
}
