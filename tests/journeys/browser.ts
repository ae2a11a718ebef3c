import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser, findLightBrowser } from '../../tools/browser.ts'

// A closed network refuses the browser's own calls home; without these flags they cost every start some seconds.
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/**
 * Nothing on a walk is done often enough to be worth the compilers that make code faster: the last one took a quarter of the browser's time, the one
 * before it a tenth. And a heap that grows in larger steps is swept less often, by the one thread that waits for it anyway.
 */
const lightFlags = ['--js-flags=--no-turbofan --no-maglev --single-threaded-gc --min-semi-space-size=64 --max-semi-space-size=64']

/** Builds the page if its sources changed, and says where it lies; XINHUO_PAGE_FOLDER names one built elsewhere. */
export async function buildPage(): Promise<string> {
  const elsewhere = process.env['XINHUO_PAGE_FOLDER']
  if (elsewhere !== undefined) return elsewhere
  await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../tools/build-page.ts')])
  return path.resolve(import.meta.dirname, '../../dist/web')
}

/** Starts the browser without a window, or, to show what people see, the one of this machine. */
export async function openBrowser({ isLight = true } = {}): Promise<Browser> {
  const executablePath = isLight ? findLightBrowser() : findBrowser()
  if (executablePath === undefined) throw new Error('no chromium: see tools/browser.ts')
  return chromium.launch({ executablePath, args: isLight ? [...flags, ...lightFlags] : flags })
}
