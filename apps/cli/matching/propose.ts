import { asOption } from '../acting/as-option.ts'
import { CommandRefused, sayTo, type Call, type Command } from '../command.ts'

const told = [
  { zh: '读取孩子和志愿者…', en: 'Reading children and volunteers…' }, { zh: '列出可以结对的组合…', en: 'Listing possible pairs…' },
  { zh: '求最优的一组…', en: 'Solving…' }, { zh: '写出理由和备选…', en: 'Explaining…' },
]

export const command: Command = {
  summary: {
    zh: '为一个单位及其下级推荐结对；--dry-run 只计算不写入，否则以 --as 的身份发起一轮，由运行中的系统算好。',
    en: 'Proposes pairs for a unit and all below; --dry-run writes nothing, otherwise a round is asked for as --as and the running system computes it.',
  },
  options: {
    unit: { value: 'code', isRequired: true, summary: { zh: '单位代码，含其下级。', en: 'Code of the unit, with all below.' } },
    'dry-run': { summary: { zh: '只计算，不写入。', en: 'Computes and writes nothing.' } },
    as: { ...asOption, isRequired: false },
  },
  run: async (call) => (call.switches.has('dry-run') ? tryIt(call) : request(call)),
}

/** Counts only: no name of a child or a volunteer leaves the database. */
async function tryIt(call: Call): Promise<void> {
  const [{ withInstallation }, { forEachCity }, { runAsCity }, { tryRound }] = await Promise.all([
    import('../installation.ts'), import('#platform/backup/each-city.ts'), import('#platform/jobs/run-as-city.ts'), import('#modules/matching/index.ts')])
  const unit = call.values['unit'] ?? ''
  let isFound = false
  await withInstallation(call, (installation) => forEachCity(installation, async (ground, cityId) => {
    if (!unit.startsWith(String(cityId).slice(0, 4))) return
    isFound = true
    const say = sayTo(call.terminal)
    const onStep = (step: number) => {
      const words = told[step]
      if (words !== undefined) say(words)
    }
    const trial = await runAsCity(ground, cityId, (context) => tryRound(context, { unit, onStep }))
    call.terminal.out(`待结对孩子 children ${trial.children}，有名额的志愿者 volunteers ${trial.volunteers}，推荐 proposed ${trial.proposed}，`
      + `暂时配不上 unserved ${trial.unserved}，${trial.seconds.toFixed(1)} 秒 s`)
  }))
  if (!isFound) throw new CommandRefused({ zh: `没有代码为“${unit}”的单位，请核对。`, en: `There is no unit ${unit}.` })
}

async function request(call: Call): Promise<void> {
  if (call.values['as'] === undefined) throw new CommandRefused({ zh: '请用 --dry-run 试算，或用 --as 写明以谁的身份发起。', en: 'Give --dry-run, or --as.' })
  const [{ asAccount }, { refusalOf }] = await Promise.all([import('../acting/as-account.ts'), import('../acting/refusal-of.ts')])
  await asAccount(call, 'matching propose', async ({ server, cookie }) => {
    const answer = await server.inject({ method: 'POST', url: '/api/matching-rounds', headers: { cookie }, payload: { unit: call.values['unit'] } })
    if (answer.statusCode !== 201) throw refusalOf(answer.body)
    call.terminal.out(`已发起 requested ${(answer.json() as { id: string }).id}`)
  })
}
