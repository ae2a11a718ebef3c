import axe, { type RunOptions } from 'axe-core'
import type * as AxeModule from 'axe-core'
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

/**
 * What axe (WCAG 2.2 A and AA) finds on the page, one line each; `onlyLooks` where all else was judged already, see `contentChanged`.
 * Its source is long: a document that has it already is not made to read it again.
 */
export async function accessibilityProblems(page: Page, { onlyLooks = false } = {}): Promise<string[]> {
  if (page.frames().length > 1) return ['a frame within the page, in which nobody looks']
  const runOnly: RunOptions['runOnly'] = onlyLooks ? { type: 'rule', values: rulesOfLooks } : { type: 'tag', values: standard }
  const known = await violationsOf(page, runOnly)
  if (known !== 'unread') return known
  // What an element is made of is written down for the report alone, and took a seventh of the time; which element it is, is said anyway.
  await page.evaluate(`${axe.source}\n;axe.configure({ noHtml: true })`)
  const read = await violationsOf(page, runOnly)
  if (read === 'unread') throw new Error('axe could not be read into the page')
  return read
}

/** Runs axe within the page and brings back only what it found; 'unread' where the document does not have it yet. */
async function violationsOf(page: Page, runOnly: RunOptions['runOnly']): Promise<string[] | 'unread'> {
  return page.evaluate(async (given) => {
    const { axe } = window as { axe?: typeof AxeModule }
    if (axe === undefined) return 'unread'
    const preload = document.querySelector('audio, video') !== null
    const ask = async (selectors: boolean) => {
      const judged: Promise<AxeModule.AxeResults> = axe.run(document, { ...given, resultTypes: ['violations'], preload, selectors })
      return (await judged).violations
    }
    // To name a place takes a quarter of the time: it is asked for where there is something to be named.
    if ((await ask(false)).length === 0) return []
    return (await ask(true)).flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, { runOnly } as RunOptions)
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
