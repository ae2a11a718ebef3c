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
  const isCalm = async () => running.size === 0 && await page.locator(waiting).count() === 0 && await page.locator('h1').count() > 0
  return {
    takeTroubles: () => {
      const taken = troubles
      troubles = []
      return taken
    },
    settle: async () => {
      const until = Date.now() + 20_000
      for (let calm = 0; calm < 2;) {
        calm = await isCalm() ? calm + 1 : 0
        if (Date.now() > until) return
        await page.waitForTimeout(40)
      }
    },
  }
}
