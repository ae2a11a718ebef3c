import type { Runner } from 'graphile-worker'
import { startLoop } from './loop.ts'

/** A queue that is begun again when it ends by itself. */
export type KeptQueue = {
  /** Waits for the jobs under way and ends. */
  stop(): Promise<void>
}

/**
 * Keeps a queue running. It ends by itself when the database goes away at the moment in which it notes that a job is done: that is reported, and after a pause
 * it is begun again. The first start fails its caller.
 */
export async function keepQueue(start: () => Promise<Runner>, onFailure: (error: unknown) => void): Promise<KeptQueue> {
  let [runner, isStopping]: [Runner | undefined, boolean] = [await start(), false]
  const loop = startLoop(async () => {
    runner ??= await start()
    const running = runner
    if (isStopping) await running.stop()
    await running.promise.finally(() => { runner = undefined })
    if (!isStopping) throw new Error('the job queue ended by itself')
    return false
  }, { idleMillis: 500, onFailure: (error) => { if (!isStopping) onFailure(error) } })
  return {
    stop: async () => {
      isStopping = true
      // One that is ending already refuses to be stopped; the loop waits for its end all the same.
      await runner?.stop().catch(() => {})
      await loop.stop()
    },
  }
}
