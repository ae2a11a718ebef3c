import type { Page } from 'playwright-core'

/** What went wrong on a page behind the user's back, and whether it is still busy. */
export type Watch = {
  /** Errors of the console, requests that failed or were refused, since last asked. */
  takeTroubles(): string[]
  /** Waits until nothing is asked of the server any more and nothing is drawn as waiting. */
  settle(): Promise<void>
}

const waiting = '.ant-skeleton, .ant-spin-spinning, .xh-figure-waiting, [aria-busy="true"]'

/** Watches a page from before it opens. */
export function watch(page: Page): Watch {
  const running = new Set<unknown>()
  let troubles: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') troubles.push(`console: ${message.text()}`) })
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('request', (request) => running.add(request))
  page.on('requestfinished', (request) => running.delete(request))
  page.on('requestfailed', (request) => {
    running.delete(request)
    // Leaving a page breaks off what it was still asking.
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.method()} ${request.url()} ${reason}`)
  })
  page.on('response', (response) => { if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`) })
  return {
    takeTroubles: () => {
      const taken = troubles
      troubles = []
      return taken
    },
    settle: async () => {
      const until = Date.now() + 60_000
      for (let calm = 0; calm < 2 && Date.now() < until;) calm = await drawnCalmly(page) && running.size === 0 ? calm + 1 : 0
    },
  }
}

/** Lets the page draw three times, and says whether nothing stands there as waiting; asking within the page costs a tenth of asking from outside. */
async function drawnCalmly(page: Page): Promise<boolean> {
  return page.evaluate(async (selector) => {
    for (let drawn = 0; drawn < 3; drawn += 1) await new Promise((resolve) => { requestAnimationFrame(resolve) })
    return document.querySelector(selector) === null && document.querySelector('h1') !== null
  }, waiting)
}
