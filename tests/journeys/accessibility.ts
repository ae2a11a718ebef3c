import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Rules of the standard whose verdict depends on more than what stands in the document and is shown: on sizes, places, colours, overlaps,
 * scrolling or the style of an element. (Whether a table is one of data is judged by its looks, and so is a modal dialog.)
 */
const rulesOfLooks = [
  'aria-hidden-focus', 'autocomplete-valid', 'avoid-inline-spacing', 'blink', 'color-contrast', 'label-content-name-mismatch', 'link-in-text-block', 'marquee',
  'scrollable-region-focusable', 'target-size', 'td-headers-attr', 'th-has-data-cells',
]

/** What axe (WCAG 2.2 A and AA) finds on the page, one line each; `onlyLooks` where all else was judged already, see `contentChanged`. */
export async function accessibilityProblems(page: Page, { onlyLooks = false } = {}): Promise<string[]> {
  // One frame on every page: the older way of asking needs no second page and half the time.
  // Its source is long: a document that has it already is not made to read it again.
  const { isThere, hasMedia } = await page.evaluate(() => ({ isThere: 'axe' in window, hasMedia: document.querySelector('audio, video') !== null }))
  const ask = (selectors: boolean, isRead: boolean) => {
    const axe = new AxeBuilder(isRead ? { page, axeSource: ';' } : { page }).setLegacyMode(true)
      .options({ resultTypes: ['violations'], preload: hasMedia, selectors })
    return (onlyLooks ? axe.withRules(rulesOfLooks) : axe.withTags(standard)).analyze()
  }
  // To name a place takes a quarter of the time: it is asked for where there is something to be named.
  if ((await ask(false, isThere)).violations.length === 0) return []
  return (await ask(true, true)).violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/**
 * Whether the page has in it, and shows, something else than when this was asked last; how it looks is left aside. Where it is the same, a rule
 * outside `rulesOfLooks` says what it said then.
 */
export async function contentChanged(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const content = [...document.querySelectorAll(':not(style)')].map((element) => {
      const attributes = [...element.attributes].filter(({ name }) => name !== 'style' && name !== 'class').map(({ name, value }) => `${name}=${value}`)
      const texts = [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.nodeValue] : []))
      const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0
      return [element.tagName, isShown, element === document.activeElement, ...attributes, ...texts].join('\u0000')
    }).join('\n')
    const noted = window as { contentJudged?: string }
    const isOther = noted.contentJudged !== content
    noted.contentJudged = content
    return isOther
  })
}
