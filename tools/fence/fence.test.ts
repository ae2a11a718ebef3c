import { describe, expect, it } from 'vitest'
import { treeOf } from '../tidy/tree.ts'
import { fenceBreaches } from './fence.ts'

const broken = (samples: Record<string, string>) => [...new Set(fenceBreaches(treeOf(samples), '/nowhere').map(each => each.rule))]
const importing = (file: string, target: string) => ({ [file]: `import { x } from '${target}'\nexport const y = x\n` })

const good = {
  ...importing('modules/care/commands/close-case.ts', '../rules/closing.ts'),
  ...importing('modules/care/queries/get-case.ts', 'kysely'),
  ...importing('modules/care/rules/closing.ts', '../contract.ts'),
  ...importing('modules/care/contract.ts', '#platform/contract/base.ts'),
  ...importing('modules/care/jobs/tell.ts', '#modules/notices/index.ts'),
  ...importing('modules/care/module.ts', './commands/close-case.ts'),
  ...importing('modules/care/contract.ts', './contract/plans.ts'),
  ...importing('modules/care/web/index.ts', './CaseListPage.tsx'),
  ...importing('modules/care/web/CaseListPage.tsx', '#platform/ui/Page.tsx'),
  ...importing('apps/server/modules.ts', '#modules/care/module.ts'),
  ...importing('apps/web/routes.tsx', '#modules/care/web/index.ts'),
  ...importing('modules/care/commands/close-case.test.ts', '#modules/children/commands/register-child.ts'),
}

/** Rule → an import that breaks it. Each sample stands for one way a wall has fallen in another house. */
const samples: [rule: string, file: string, target: string][] = [
  ['platform-knows-no-domain', 'platform/audit/seal.ts', '#modules/care/contract.ts'],
  ['modules-know-no-apps', 'modules/care/jobs/tell.ts', '#apps/server/main.ts'],
  ['values-are-pure', 'platform/values/money.ts', 'node:crypto'],
  ['shared-contract-stays-light', 'platform/contract/base.ts', '#platform/database/pool.ts'],
  ['contract-stays-light', 'modules/care/contract.ts', 'node:crypto'],
  ['contract-stays-light', 'modules/care/contract/plans.ts', 'node:crypto'],
  ['contract-stays-light', 'modules/care/contract/plans.ts', '#modules/children/contract/consents.ts'],
  ['modules-meet-at-the-front-door', 'modules/aid/commands/give-aid.ts', '#modules/care/contract/plans.ts'],
  ['rules-are-pure', 'modules/care/rules/closing.ts', 'node:fs'],
  ['rules-are-pure', 'modules/care/rules/closing.ts', 'kysely'],
  ['rules-are-pure', 'modules/care/rules/closing.ts', '../queries/get-case.ts'],
  ['rules-are-pure', 'modules/care/rules/closing.ts', '#modules/children/contract.ts'],
  ['modules-meet-at-the-front-door', 'modules/care/commands/close-case.ts', '#modules/children/queries/get-child.ts'],
  ['apps-enter-by-the-door', 'apps/cli/main.ts', '#modules/care/commands/close-case.ts'],
  ['only-apps-assemble-modules', 'modules/care/jobs/tell.ts', '../module.ts'],
  ['web-never-imports-server', 'modules/care/web/CasePage.tsx', '../commands/close-case.ts'],
  ['web-never-imports-server', 'modules/care/web/CasePage.tsx', '#modules/children/index.ts'],
  ['web-never-imports-server', 'platform/ui/Page.tsx', '#platform/database/pool.ts'],
  ['web-never-imports-server', 'apps/web/main.tsx', 'node:path'],
  ['web-never-imports-server', 'apps/phone/main.tsx', 'kysely'],
  ['server-never-imports-web', 'modules/care/commands/close-case.ts', '../web/CasePage.tsx'],
  ['server-never-imports-web', 'platform/http/bind.ts', 'react'],
  ['sql-lives-in-commands-and-queries', 'modules/care/module.ts', 'kysely'],
  ['sql-lives-in-commands-and-queries', 'modules/care/exchange/cases.ts', 'pg'],
  ['queries-write-nothing', 'modules/care/queries/get-case.ts', '../commands/close-case.ts'],
  ['tests-stay-in-tests', 'modules/care/commands/close-case.ts', '#platform/testing/people.ts'],
]

describe('the fence', () => {
  it('lets a house pass that keeps to the arrow', () => {
    expect(broken(good)).toEqual([])
  })

  it.each(samples)('%s stops %s → %s', (rule, file, target) => {
    expect(broken({ ...good, ...importing(file, target) })).toContain(rule)
  })

  it('sees an import of a type only, a lazy import and a re-export', () => {
    const file = 'modules/care/web/CasePage.tsx'
    expect(broken({ [file]: "import type { M } from '../module.ts'\nexport type X = M" })).toContain('web-never-imports-server')
    expect(broken({ [file]: "export type X = import('../module.ts').M" })).toContain('web-never-imports-server')
    expect(broken({ [file]: "export const x = () => import('../module.ts')" })).toContain('web-never-imports-server')
    expect(broken({ [file]: "export * from '../module.ts'" })).toContain('web-never-imports-server')
  })

  it('finds a circle of files', () => {
    const circle = { ...importing('platform/a/x.ts', './y.ts'), ...importing('platform/a/y.ts', './x.ts') }
    expect(broken(circle)).toEqual(['no-cycles'])
  })

  it('finds a circle of modules that is no circle of files', () => {
    const circle = {
      ...importing('modules/care/index.ts', '#modules/children/contract.ts'),
      ...importing('modules/children/index.ts', '#modules/care/contract.ts'),
    }
    expect(broken(circle)).toEqual(['no-module-cycles'])
  })
})
