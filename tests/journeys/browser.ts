import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser, findLightBrowser } from '../../tools/browser.ts'

// A closed network refuses the browser's own calls home; without these flags they cost every start some seconds.
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** Builds the page if its sources changed, and says where it lies; XINHUO_PAGE_FOLDER names one built elsewhere. */
export async function buildPage(): Promise<string> {
  const elsewhere = process.env['XINHUO_PAGE_FOLDER']
  if (elsewhere !== undefined) return elsewhere
  await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../tools/build-page.ts')])
  return path.resolve(import.meta.dirname, '../../dist/web')
}

/** Starts the browser of this machine, or the lighter one without a window. */
export async function openBrowser({ isLight = false } = {}): Promise<Browser> {
  const executablePath = isLight ? findLightBrowser() : findBrowser()
  if (executablePath === undefined) throw new Error('no chromium: see tools/browser.ts')
  return chromium.launch({ executablePath, args: flags })
}
