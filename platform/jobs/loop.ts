/** Work that is repeated until it is stopped. */
export type Loop = {
  /** Waits for the turn under way and ends. */
  stop(): Promise<void>
}

/** Repeats `work` at once while it says that there is more, after a pause otherwise; a failure is reported and only lengthens the pause. */
export function startLoop(work: () => Promise<boolean>, options: { idleMillis: number; onFailure: (error: unknown) => void }): Loop {
  let [isStopped, failures] = [false, 0]
  let wake = () => {}
  const pause = (millis: number) => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, millis)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  const turn = async (): Promise<boolean> => {
    try {
      const hasMore = await work()
      failures = 0
      return hasMore
    } catch (error) {
      failures += 1
      options.onFailure(error)
      return false
    }
  }
  const running = (async () => {
    while (!isStopped) {
      const hasMore = await turn()
      if (!hasMore && !isStopped) await pause(Math.min(options.idleMillis * 2 ** Math.min(failures, 6), 30_000))
    }
  })()
  return {
    stop: () => {
      isStopped = true
      wake()
      return running
    },
  }
}
