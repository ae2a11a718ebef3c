import { forEachCity } from '#platform/backup/each-city.ts'
import { CommandRefused, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'

const roles = ['system-admin', 'security-admin', 'audit-admin']

export const command: Command = {
  summary: {
    zh: '替换失联的管理员：收回该角色，结束其登录，给出继任者的激活码。记入审计，不能撤销。',
    en: 'Replaces a lost administrator: takes the role away, ends the sessions, gives the successor an activation code. Audited; cannot be undone.',
  },
  options: {
    role: { value: 'role', isRequired: true, summary: { zh: `哪一个：${roles.join('、')}。`, en: `Which one: ${roles.join(', ')}.` } },
    reason: { value: 'text', isRequired: true, summary: { zh: '为什么替换，写入审计。', en: 'Why; it stands in the audit.' } },
    city: { value: 'code', summary: { zh: '城市代码；只有一个城市时不用写。', en: 'Code of the city; not needed where there is only one.' } },
  },
  run: async (call) => {
    const { role = '', reason = '', city } = call.values
    if (!roles.includes(role)) throw new CommandRefused({ zh: `--role 应是 ${roles.join('、')} 之一。`, en: `--role must be one of ${roles.join(', ')}.` })
    if (reason.trim() === '') throw new CommandRefused({ zh: '请用 --reason 写明原因。', en: 'Give the reason by --reason.' })
    const { replaceAdministrator } = await import('#modules/accounts/index.ts')
    await withInstallation(call, async (installation) => {
      const cities: number[] = []
      await forEachCity(installation, async (_ground, cityId) => void cities.push(cityId))
      const cityId = chooseCity(cities, city)
      await forEachCity(installation, async (ground, each) => {
        if (each !== cityId) return
        const { code, revoked } = await replaceAdministrator(ground, { cityId, role, reason })
        call.terminal.out(`已收回 ${revoked} 个授权。继任者的激活码：${code}  ${revoked} grants revoked; activation code: ${code}`)
      })
    })
  },
}

function chooseCity(cities: readonly number[], wanted: string | undefined): number {
  const [only] = cities
  const chosen = wanted === undefined && cities.length === 1 ? only : cities.find((city) => String(city) === wanted)
  if (chosen !== undefined) return chosen
  const known = cities.join(', ')
  throw new CommandRefused({ zh: `请用 --city 写明城市：${known || '还没有城市'}。`, en: `Name the city by --city: ${known || 'there is none yet'}.` })
}
