import { prepareActivation } from '#modules/accounts/index.ts'
import type { RunningGround } from './ground.ts'
import { say } from './say.ts'

/** Prints the activation codes of the administrators that are still missing: all three of an empty installation, none of the demo. */
export async function announceActivation(ground: RunningGround): Promise<void> {
  const codes = await prepareActivation(ground)
  if (codes.length === 0) return
  say({
    zh: '请三位管理员在网页上各用自己的激活码建立账号（每个只能用一次，重新启动后未用的会更换）：',
    en: 'Each administrator makes an account on the page with a code of his own (once; unused ones change at the next start):' })
  for (const { role, roleName, code } of codes) say({ zh: `  ${roleName}  ${code}`, en: role })
}
