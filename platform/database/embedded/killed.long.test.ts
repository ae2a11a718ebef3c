import { expect, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, killHard, startElsewhere, temporaryFolder } from './test-scene.ts'

test('thirty rounds of kill -9, of PostgreSQL, of Node or of both, in either order, lose no committed row', async () => {
  const folder = temporaryFolder()
  for (let round = 0; round < 30; round += 1) {
    const { child, server } = await startElsewhere(folder, 'stays')
    await ask(server.superuserUrl, 'create table if not exists kept (n int)')
    await ask(server.superuserUrl, `insert into kept values (${round})`)
    const [count] = await ask(server.superuserUrl, 'select count(*)::int from kept')
    expect(count).toBe(round + 1)
    await pause(Math.random() * 50)
    if (round % 3 !== 1) process.kill(server.pid, 'SIGKILL')
    if (round % 3 !== 0) await killHard(child.pid!)
    else child.kill('SIGKILL')
  }
  const { child, server } = await startElsewhere(folder, 'stays')
  expect(await ask(server.superuserUrl, 'select count(distinct n)::int from kept')).toEqual([30])
  child.kill('SIGTERM')
  await killHard(server.pid)
})
