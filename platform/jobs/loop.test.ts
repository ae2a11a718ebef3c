import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startLoop } from './loop.ts'

describe('a loop', () => {
  it('goes on at once while there is more, and ends only after the turn under way', async () => {
    let [turns, isInside] = [0, false]
    const loop = startLoop(async () => {
      isInside = true
      await pause(5)
      isInside = false
      turns += 1
      return turns < 5
    }, { idleMillis: 60_000, onFailure: () => {} })
    while (turns < 5) await pause(1)
    await loop.stop()
    expect(turns).toBe(5)
    expect(isInside).toBe(false)
  })

  it('reports a failure and goes on', async () => {
    const failures: unknown[] = []
    let turns = 0
    const loop = startLoop(async () => {
      turns += 1
      if (turns === 1) throw new Error('connection lost')
      return false
    }, { idleMillis: 1, onFailure: (error) => failures.push(error) })
    while (turns < 2) await pause(1)
    await loop.stop()
    expect(failures).toEqual([new Error('connection lost')])
  })
})
